import Diagnostics

/// Turns byte offsets that only grow into lines and columns, looking at every byte once.
struct PlaceCounter {
    private let file: SourceFile
    private var offset: Int
    private var line = 1
    private var column = 1

    init(_ file: SourceFile) {
        self.file = file
        offset = file.markLength
    }

    /// - Parameter wanted: Counted from the file's first byte; one before an earlier question means that one.
    mutating func position(ofByte wanted: Int) -> SourcePosition {
        let end = min(wanted, file.bytes.count)
        file.bytes.withUnsafeBufferPointer { bytes in
            while offset < end {
                let byte = bytes[offset]
                let isPair = byte == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
                if byte == 0x0A || byte == 0x0D && !isPair {
                    line += 1
                    column = 1
                } else if byte & 0xC0 != 0x80 {
                    // Bytes that go on with a character count with its first one.
                    column += 1
                }
                offset += 1
            }
        }
        return SourcePosition(line: line, column: column)
    }

    mutating func span(_ range: Range<Int>) -> SourceSpan {
        let start = position(ofByte: range.lowerBound)
        return SourceSpan(file: file, start: start, end: position(ofByte: range.upperBound))
    }
}
