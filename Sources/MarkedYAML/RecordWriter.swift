/// Puts records and texts one behind the other as a scanner comes upon them.
struct RecordWriter {
    private(set) var records: [YAMLRecord] = []
    /// Never empty, so that there is always an address to point to.
    private(set) var arena: [UInt8] = [0]
    /// How many containers are open.
    private(set) var depth = 0
    /// Where the last node ended.
    private var lastEnd = Place(line: 0, column: 0)

    /// Both count from 0, columns in Unicode scalars.
    struct Place {
        let line: UInt32
        let column: UInt32

        init(line: Int, column: Int) {
            self.line = UInt32(truncatingIfNeeded: line)
            self.column = UInt32(truncatingIfNeeded: column)
        }
    }

    /// A scalar whose text is in the arena already; its own record may have to wait for the mapping that it begins.
    struct Scalar {
        let text: UInt32
        let length: UInt32
        let isPlain: Bool
        let start: Place
        let end: Place
    }

    /// - Parameter size: Bytes of the file.
    init(forFileOf size: Int) {
        records.reserveCapacity(size / 12 + 16)
        arena.reserveCapacity(size + 1)
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        arena.append(contentsOf: text)
    }

    mutating func append(_ byte: UInt8) {
        arena.append(byte)
    }

    /// - Parameter offset: Where in the arena the scalar's text starts; it goes up to the arena's end.
    func scalar(textAt offset: Int, isPlain: Bool, from start: Place, to end: Place) -> Scalar {
        Scalar(
            text: UInt32(truncatingIfNeeded: offset),
            length: UInt32(truncatingIfNeeded: arena.count - offset),
            isPlain: isPlain, start: start, end: end)
    }

    mutating func append(_ scalar: Scalar) {
        lastEnd = scalar.end
        records.append(
            YAMLRecord(
                kind: .scalar, isPlain: scalar.isPlain, next: nextIndex, text: scalar.text,
                length: scalar.length, startLine: scalar.start.line, startColumn: scalar.start.column,
                endLine: scalar.end.line, endColumn: scalar.end.column))
    }

    /// A value that is not there is a plain scalar without text.
    mutating func appendNothing(at place: Place) {
        append(scalar(textAt: arena.count, isPlain: true, from: place, to: place))
    }

    /// - Returns: The container's index, for `close`.
    mutating func open(_ kind: YAMLRecord.Kind, at start: Place) -> Int {
        depth += 1
        records.append(
            YAMLRecord(
                kind: kind, isPlain: false, next: nextIndex, text: 0, length: 0,
                startLine: start.line, startColumn: start.column, endLine: start.line,
                endColumn: start.column))
        return records.count - 1
    }

    /// - Parameter end: Behind the closing bracket; a block ends with the last node inside it.
    mutating func close(_ container: Int, at end: Place? = nil) {
        depth -= 1
        if let end { lastEnd = end }
        records[container].next = UInt32(truncatingIfNeeded: records.count)
        records[container].endLine = lastEnd.line
        records[container].endColumn = lastEnd.column
    }

    private var nextIndex: UInt32 { UInt32(truncatingIfNeeded: records.count + 1) }
}
