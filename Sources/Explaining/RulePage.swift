package import Diagnostics

/// What docs/checks.md says of one rule: why it is there, what to do, and an example that has been run.
package struct RulePage: Sendable {
    package let rule: RuleID
    /// Paragraphs in each language, one a line; the first says how grave it is and what is wrong.
    package let text: Phrase
    /// Plan texts that together break the rule; none where no text alone can.
    package let examples: [Example]
    /// What `emergency check` says of them.
    package let output: Phrase

    package struct Example: Sendable {
        /// The file of the small sample district that it stands in.
        package let path: String
        /// Whether it is the whole file, or only some of its keys.
        package let isWhole: Bool
        /// Whether `\xNN` in the text stands for the byte NN: what no document can show as it is.
        package let hasEscapes: Bool
        /// As the document shows it.
        package let text: String
    }
}

extension RulePage.Example {
    /// The file with the example in it: its top-level keys take the places of the same keys.
    /// - Parameter base: What the sample district has at this path.
    package func applied(to base: String) -> [UInt8] {
        guard !isWhole else { return bytes(of: text) }
        var entries = Self.entries(of: base).map { (key: $0.key, bytes: Array($0.text.utf8)) }
        for entry in Self.entries(of: text) {
            if let index = entries.firstIndex(where: { $0.key == entry.key }) {
                entries[index].bytes = bytes(of: entry.text)
            } else {
                entries.append((entry.key, bytes(of: entry.text)))
            }
        }
        return entries.flatMap(\.bytes)
    }

    private func bytes(of text: String) -> [UInt8] {
        guard hasEscapes else { return Array(text.utf8) }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "x"),
                let escaped = UInt8(String(decoding: rest.dropFirst().prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(escaped)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }

    /// A text cut before each line that begins with a key.
    private static func entries(of text: String) -> [(key: String, text: String)] {
        var entries: [(key: String, text: String)] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            let isKey = line.first.map { $0.isLetter } ?? false
            if isKey || entries.isEmpty {
                entries.append((String(line.prefix { $0 != ":" && $0 != "：" }), ""))
            }
            entries[entries.count - 1].text += line + "\n"
        }
        return entries
    }
}
