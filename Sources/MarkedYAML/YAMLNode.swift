package import Diagnostics

/// A place in a tree: a scalar, a sequence or a mapping. An alias answers as what it stands for,
/// except that its span is where the alias itself is written.
///
/// A node is plain pointers into its tree, so that reading some hundred thousand of them counts no references;
/// it is good only inside `YAMLTree.withRoot`, the only way to one.
package struct YAMLNode {
    package enum Kind: Sendable {
        case scalar, sequence, mapping
    }

    /// All records of the tree, and the text of all its scalars.
    let records: UnsafePointer<YAMLRecord>
    let arena: UnsafePointer<UInt8>
    let file: Unmanaged<SourceFile>
    let index: Int

    private var record: YAMLRecord { records[index] }

    private var target: YAMLRecord { records[targetIndex] }

    private var targetIndex: Int {
        let record = records[index]
        return record.kind == .alias ? Int(record.text) : index
    }

    package var kind: Kind {
        switch target.kind {
        case .scalar: .scalar
        case .sequence: .sequence
        case .mapping, .alias: .mapping
        }
    }

    /// The same as asking for the kind, which reading does for nearly every node.
    package var isScalar: Bool { target.kind == .scalar }

    /// The node's number in its tree, from 0 in file order.
    package var number: Int32 { Int32(truncatingIfNeeded: index) }

    private func at(_ index: Int) -> YAMLNode {
        YAMLNode(records: records, arena: arena, file: file, index: index)
    }

    /// Another node of the same tree by its number.
    package func inSameTree(_ number: Int32) -> YAMLNode {
        at(Int(number))
    }

    /// Whether this stands for another node.
    package var isAlias: Bool { record.kind == .alias }

    /// The number of the node that an alias stands for; nil for anything else.
    package var aliased: Int32? {
        isAlias ? Int32(truncatingIfNeeded: record.text) : nil
    }

    /// The numbers of this node and of all that is written inside it.
    package var numbers: Range<Int32> {
        number..<Int32(truncatingIfNeeded: record.next)
    }

    /// Whether this is a scalar without quotes and not in a block.
    package var isPlain: Bool { target.isPlain }

    /// A plain scalar that says nothing: empty, `~` or `null`.
    package var isNull: Bool {
        let record = target
        guard record.kind == .scalar, record.isPlain else { return false }
        return switch record.length {
        case 0: true
        case 1: equals("~")
        case 4: equals("null")
        default: false
        }
    }

    /// A scalar's text after unquoting and folding; empty for a container.
    package var text: String {
        withUTF8 { String(decoding: $0, as: UTF8.self) }
    }

    /// A scalar's text as bytes, without making a string of it.
    package func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let record = target
        guard record.kind == .scalar else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
        return body(UnsafeBufferPointer(start: arena + Int(record.text), count: Int(record.length)))
    }

    /// Whether the scalar's text is exactly this.
    package func equals(_ name: StaticString) -> Bool {
        withUTF8 { text in
            text.count == name.utf8CodeUnitCount
                && text.elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: text.count))
        }
    }

    package var span: SourceSpan {
        record.span(in: file.takeUnretainedValue())
    }

    /// A sequence's items in file order; empty for anything else.
    package var items: Children {
        Children(of: self, if: .sequence)
    }

    /// A mapping's keys and values in file order; empty for anything else.
    package var pairs: Pairs {
        Pairs(children: Children(of: self, if: .mapping))
    }

    /// The nodes directly inside a container.
    package struct Children: Sequence, IteratorProtocol {
        private let container: YAMLNode
        private var index: Int
        private let end: Int

        init(of node: YAMLNode, if kind: YAMLRecord.Kind) {
            container = node
            let start = node.targetIndex
            let record = node.records[start]
            index = start + 1
            end = record.kind == kind ? Int(record.next) : index
        }

        package mutating func next() -> YAMLNode? {
            guard index < end else { return nil }
            defer { index = Int(container.records[index].next) }
            return container.at(index)
        }
    }

    /// A mapping's entries.
    package struct Pairs: Sequence, IteratorProtocol {
        var children: Children

        package mutating func next() -> (key: YAMLNode, value: YAMLNode)? {
            guard let key = children.next(), let value = children.next() else { return nil }
            return (key, value)
        }
    }
}
