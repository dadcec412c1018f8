package import Diagnostics

/// A file that only grows: entries of YAML, each of which ends with the hash of the one before and with its own.
///
/// An entry begins with a line that starts with `- `. Its hash is SHA-256 over all its bytes before the line that states
/// it, the first entry's over the head of the file as well; anybody can reckon it with `sha256sum`.
package struct EventLog: Sendable, Equatable {
    package let path: String
    package let bytes: [UInt8]

    /// What is read of a file that the program itself has written, in bytes: rosters of a month are larger than plans.
    package static let largestFile = 256 << 20

    /// The name of the file within its folder.
    package static let name = "events.yaml"

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The log in a folder; nil when there is none.
    package static func read(in folder: String) throws(PlanFilesError) -> EventLog? {
        let path = "\(folder)/\(name)"
        guard RealPath.exists(path) else { return nil }
        return EventLog(path: path, bytes: try FileBytes.read(path, most: largestFile))
    }

    package var file: SourceFile { SourceFile(path: path, bytes: bytes) }

    /// The hash of the last entry, as it states it; nil before the first.
    package var head: String? { entries.last.flatMap(\.stated) }

    /// How many entries it holds.
    package var count: Int { entries.count }

    /// What every entry that has a key states of it, without quotes.
    func all(of key: String) -> [String] {
        let start = Array("  \(key): ".utf8)
        return bytes.split(separator: 0x0A).filter { $0.starts(with: start) }.map {
            Self.unquoted($0.dropFirst(start.count))
        }
    }

    /// What the last entry that has a key states of it, without quotes.
    package func last(of key: String) -> String? { all(of: key).last }

    /// The log with one entry more, which names the one before.
    /// - Parameter entry: Begins with `- ` and ends with a line end; its own lines are indented by two.
    package func appending(_ entry: String) -> EventLog {
        let previous = head.map { "\"\($0)\"" } ?? "null"
        let open = Array((entry + "  previous: \(previous)\n").utf8)
        let own = entries.isEmpty ? bytes + open : open
        let hash = ContentHash(of: own).text
        return EventLog(path: path, bytes: bytes + open + Array("  hash: \"\(hash)\"\n".utf8))
    }

    /// The first place at which the chain does not hold; nil when it does.
    package var fault: Fault? {
        var previous: String?
        for (index, entry) in entries.enumerated() {
            guard let stated = entry.stated, entry.isClosed else {
                return Fault(
                    entry: index + 1, line: entry.line,
                    message: Phrase(zh: "没有写完", en: "is not whole"))
            }
            guard stated == ContentHash(of: entry.bytes).text else {
                return Fault(
                    entry: index + 1, line: entry.line,
                    message: Phrase(zh: "写入后被改动过", en: "was changed after it was written"))
            }
            guard entry.previous == previous else {
                return Fault(
                    entry: index + 1, line: entry.line,
                    message: Phrase(
                        zh: "接的不是前一条：前一条被改动、删去或换过",
                        en: "does not follow the one before, which was changed, taken out or moved"))
            }
            previous = stated
        }
        return nil
    }

    package struct Fault: Sendable, Equatable {
        /// From 1.
        package let entry: Int
        /// Where the entry begins, from 1.
        package let line: Int
        package let message: Phrase
    }

    private struct Entry {
        let line: Int
        /// All that the entry's hash is of.
        var bytes: ArraySlice<UInt8>
        var previous: String?
        var stated: String?
        /// Whether the hash is the last line.
        var isClosed = false
    }

    private var entries: [Entry] {
        var entries: [Entry] = []
        var (index, line, start) = (bytes.startIndex, 1, bytes.startIndex)
        while index < bytes.endIndex {
            let end = bytes[index...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
            let text = bytes[index..<end]
            if text.starts(with: Array("- ".utf8)) {
                // What stands above the first entry is part of it.
                start = entries.isEmpty ? bytes.startIndex : index
                entries.append(Entry(line: line, bytes: bytes[start..<end]))
            } else if !entries.isEmpty {
                let last = entries.count - 1
                if let hash = Self.value(of: "  hash: ", in: text), entries[last].stated == nil {
                    entries[last].stated = hash
                    entries[last].isClosed = true
                } else {
                    if let previous = Self.value(of: "  previous: ", in: text) {
                        entries[last].previous = previous == "null" ? nil : previous
                    }
                    // What follows the hash belongs to no entry.
                    entries[last].isClosed = false
                    if entries[last].stated == nil { entries[last].bytes = bytes[start..<end] }
                }
            }
            line += 1
            index = end
        }
        return entries
    }

    private static func value(of key: String, in line: ArraySlice<UInt8>) -> String? {
        guard line.starts(with: key.utf8), line.last == 0x0A else { return nil }
        return unquoted(line.dropFirst(key.utf8.count).dropLast())
    }

    private static func unquoted(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return text.hasPrefix("\"") && text.hasSuffix("\"") && text.count > 1
            ? String(text.dropFirst().dropLast()) : text
    }
}
