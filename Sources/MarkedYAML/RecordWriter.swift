/// Puts records and texts one behind the other as a scanner comes upon them.
struct RecordWriter {
    private(set) var records: [YAMLRecord] = []
    /// Room for as many bytes as the file has and one more: no text is longer than it is written.
    private let arena: UnsafeMutableBufferPointer<UInt8>
    /// How many bytes of the arena are in use. Never none, so that there is always an address to point to.
    private(set) var arenaCount = 1
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

    /// - Parameter arena: One byte larger than the file; it must outlive the writer.
    init(_ arena: UnsafeMutableBufferPointer<UInt8>) {
        self.arena = arena
        arena[0] = 0
        records.reserveCapacity(arena.count / 12 + 16)
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        precondition(text.count <= arena.count - arenaCount, "the arena has room for all texts of the file")
        let room = UnsafeMutableBufferPointer(rebasing: arena[arenaCount...])
        arenaCount += room.update(fromContentsOf: text)
    }

    mutating func append(_ byte: UInt8) {
        arena[arenaCount] = byte
        arenaCount += 1
    }

    /// - Parameter offset: Where in the arena the scalar's text starts; it goes up to the arena's end.
    func scalar(textAt offset: Int, isPlain: Bool, from start: Place, to end: Place) -> Scalar {
        Scalar(
            text: UInt32(truncatingIfNeeded: offset),
            length: UInt32(truncatingIfNeeded: arenaCount - offset),
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
        append(scalar(textAt: arenaCount, isPlain: true, from: place, to: place))
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
