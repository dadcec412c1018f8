package import Diagnostics

/// What docs/checks.md says of one rule: why it is there, what to do, and an example that has been run.
package struct RulePage: Sendable {
    package let rule: RuleID
    /// Paragraphs in each language, one after the other.
    package let text: Phrase
    /// Plan text that breaks the rule; nil where no text alone can.
    package let example: Example?
    /// What `emergency check` says of it.
    package let output: Phrase

    package struct Example: Sendable {
        /// The file of the small sample district that it stands in.
        package let path: String
        /// Whether it is the whole file, or only some of its keys.
        package let isWhole: Bool
        package let text: String
    }
}

extension RulePage.Example {
    /// The file with the example in it: its top-level keys take the places of the same keys.
    /// - Parameter base: What the sample district has at this path.
    package func applied(to base: String) -> String {
        guard !isWhole else { return text }
        var entries = Self.entries(of: base)
        for entry in Self.entries(of: text) {
            if let index = entries.firstIndex(where: { $0.key == entry.key }) {
                entries[index] = entry
            } else {
                entries.append(entry)
            }
        }
        return entries.map(\.text).joined()
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
