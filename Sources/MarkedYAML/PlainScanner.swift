import Diagnostics

/// Reads the YAML that plans are written in, in one pass: mappings and sequences in both styles, scalars of one line
/// and comments. It makes exactly the records that libyaml's events would make, several times as fast.
///
/// It knows no faults. At the first thing that is not written so – an anchor, a tab, a text of several lines, or
/// anything wrong – it gives up, and libyaml reads the file from its start.
struct PlainScanner {
    /// Thrown at the first thing that is left to libyaml.
    struct NotPlain: Error {}

    /// Pinned as long as the scanner lives.
    let text: UnsafeBufferPointer<UInt8>
    let end: Int
    /// Where reading stands.
    var at: Int
    /// Counted from 0.
    private(set) var line = 0
    /// Where the line would start if each of its characters so far took one byte, so that `at` minus this is the column.
    var lineStart: Int
    var output: RecordWriter

    typealias Place = RecordWriter.Place

    /// - Returns: nil when libyaml has to read the file.
    static func read(_ file: SourceFile, _ scan: TextScan) -> YAMLTree? {
        // Places and offsets are kept in 32 bits.
        guard scan.isGoodText, file.bytes.count < 1 << 30 else { return nil }
        return file.bytes.withUnsafeBufferPointer { bytes in
            var records: [YAMLRecord]?
            let arena = [UInt8](unsafeUninitializedCapacity: bytes.count + 1) { arena, count in
                var scanner = PlainScanner(bytes, from: file.markLength, arena)
                guard (try? scanner.document()) != nil else { return }
                records = scanner.output.records
                count = scanner.output.arenaCount
            }
            return records.map { YAMLTree(file: file, records: $0, arena: arena, scan: scan) }
        }
    }

    private init(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ arena: UnsafeMutableBufferPointer<UInt8>
    ) {
        text = bytes
        end = bytes.count
        at = start
        lineStart = start
        output = RecordWriter(UnsafeMutableBufferPointer(rebasing: arena[...bytes.count]))
    }

    private mutating func document() throws(NotPlain) {
        try toNextToken()
        guard at < end else { return }
        try blockNode()
        guard at == end else { throw NotPlain() }
    }
}

// MARK: - Where reading stands

extension PlainScanner {
    var column: Int { at - lineStart }

    var place: Place { Place(line: line, column: column) }

    /// The byte at an offset into the file; nought, which no good text has, behind the end.
    func byte(at index: Int) -> UInt8 {
        index < end ? text[index] : 0
    }

    /// The byte where reading stands, or one behind it.
    func peek(_ ahead: Int = 0) -> UInt8 {
        byte(at: at + ahead)
    }

    /// Passes over blanks, comments and line ends.
    mutating func toNextToken() throws(NotPlain) {
        while true {
            switch peek() {
            case .space:
                at += 1
            case .carriageReturn:
                // A good text has none without a line feed behind it.
                at += 1
            case .lineFeed:
                at += 1
                line += 1
                lineStart = at
            case .hash:
                guard column == 0 || text[at - 1] == .space else { throw NotPlain() }
                while at < end, text[at] != .lineFeed { at += 1 }
            case .tab:
                throw NotPlain()
            default:
                return
            }
        }
    }

    /// Passes over the rest of the line, in which no more may be said, to the next thing that is said.
    mutating func toNextLine() throws(NotPlain) {
        let before = line
        try toNextToken()
        guard line > before || at == end else { throw NotPlain() }
    }
}
