package import Diagnostics

/// One YAML document as a flat array of small records, every node knowing both its ends.
///
/// Records stand in the order in which nodes start; a container's record is followed by its content and
/// says where the next node outside it stands, so walking needs neither pointers nor per-node storage.
package final class YAMLTree: Sendable {
    package let file: SourceFile
    let records: [YAMLRecord]
    let arena: [UInt8]
    let scan: TextScan

    init(file: SourceFile, records: [YAMLRecord], arena: [UInt8], scan: TextScan) {
        self.file = file
        self.records = records
        self.arena = arena
        self.scan = scan
    }

    /// Hands out the document's top node, nil when the file holds nothing but white space and comments.
    /// No node may leave `body`: nodes do not keep the tree alive.
    package func withRoot<Result>(_ body: (YAMLNode?) throws -> Result) rethrows -> Result {
        try withExtendedLifetime(file) {
            try records.withUnsafeBufferPointer { records in
                try arena.withUnsafeBufferPointer { arena in
                    guard !records.isEmpty, let first = records.baseAddress, let text = arena.baseAddress
                    else {
                        return try body(nil)
                    }
                    return try body(
                        YAMLNode(records: first, arena: text, file: Unmanaged.passUnretained(file), index: 0))
                }
            }
        }
    }
}

/// 32 bytes a node: what it is, where its text lies, where it starts and ends, where the next one stands.
struct YAMLRecord: Sendable {
    enum Kind: UInt8, Sendable {
        case scalar, sequence, mapping, alias
    }

    let kind: Kind
    /// A scalar without quotes and not in a block: its text may stand for a number, a date or nothing.
    let isPlain: Bool
    /// Index of the first record behind this node's content.
    var next: UInt32
    /// A scalar's offset in the arena, or the index of the record that an alias stands for.
    let text: UInt32
    /// A scalar's length in bytes.
    let length: UInt32
    /// Lines and columns count from 0 here, columns in Unicode scalars.
    let startLine: UInt32
    let startColumn: UInt32
    var endLine: UInt32
    var endColumn: UInt32

    func span(in file: SourceFile) -> SourceSpan {
        SourceSpan(
            file: file, start: SourcePosition(line: Int(startLine) + 1, column: Int(startColumn) + 1),
            end: SourcePosition(line: Int(endLine) + 1, column: Int(endColumn) + 1))
    }
}
