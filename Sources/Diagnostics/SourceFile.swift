import Synchronization

/// The bytes of one plan file and the path by which people know it.
package final class SourceFile: Sendable {
    /// As printed: relative to where the command was started, e.g. `Plans/district.yaml`.
    package let path: String
    /// Exactly what is stored, byte order mark and carriage returns included.
    package let bytes: [UInt8]
    private let lineStarts = Mutex<[Int]?>(nil)

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// How many bytes of byte order mark stand before the text: 3 or 0.
    package var markLength: Int {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The text of a line, without its line break; bad UTF-8 shows as U+FFFD.
    /// - Parameter number: Counted from 1.
    /// - Returns: nil behind the last line.
    package func line(_ number: Int) -> String? {
        let starts = startsOfLines()
        guard number >= 1, number <= starts.count else { return nil }
        let start = starts[number - 1]
        var end = number < starts.count ? starts[number] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// Where a byte stands.
    /// - Parameter offset: Counted from 0, byte order mark included; an offset behind the end means the end.
    package func position(ofByte offset: Int) -> SourcePosition {
        let starts = startsOfLines()
        let offset = min(max(offset, markLength), bytes.count)
        let index = max(0, (starts.firstIndex { $0 > offset } ?? starts.count) - 1)
        let before = String(decoding: bytes[starts[index]..<offset], as: UTF8.self)
        return SourcePosition(line: index + 1, column: before.unicodeScalars.count + 1)
    }

    private func startsOfLines() -> [Int] {
        lineStarts.withLock { known in
            if let known { return known }
            var starts = [markLength]
            for (index, byte) in bytes.enumerated() {
                let isBreak =
                    byte == 0x0A || byte == 0x0D && (index + 1 >= bytes.count || bytes[index + 1] != 0x0A)
                if isBreak { starts.append(index + 1) }
            }
            known = starts
            return starts
        }
    }
}
