import MarkedYAML
import PlanReading

/// Writes a document anew, block by block, with every comment at the entry it belongs to.
///
/// A comment on a line of its own belongs to what stands below it, or to the end of the block above when it is
/// indented like that block. What cannot be taken apart is copied as it is, only moved in or out.
struct BlockWriter {
    let text: PlanText
    let order: KeyOrder
    private(set) var lines = LineBuffer()
    /// What stands before the next line that is written: `- ` of a list whose item begins there.
    private var lead: Lead?

    private struct Lead {
        let text: String
        let indent: Int
    }

    /// Thrown where the text is of a kind that is left as it is.
    struct Unusual: Error {}

    init(_ text: PlanText, order: KeyOrder) {
        self.text = text
        self.order = order
    }

    /// The whole document.
    static func write(_ text: PlanText, _ root: YAMLNode, _ form: Form?, order: KeyOrder) -> String {
        var writer = BlockWriter(text, order: order)
        do throws(Unusual) {
            try writer.document(root, form)
        } catch {
            writer.lines = LineBuffer()
            for line in text.lines.indices { writer.add(writer.source(line, from: 0, shift: 0)) }
        }
        return writer.lines.text
    }

    private mutating func document(_ root: YAMLNode, _ form: Form?) throws(Unusual) {
        let first = root.first.line
        // What stands above the first key is the file's own head, except for what is said to the program of that key.
        var head = first
        while head > 0, isRemark(head - 1) { head -= 1 }
        for line in 0..<head { try outside(line) }
        let end = text.lastLine(root) + 1
        // What stands behind `...` belongs to no block.
        let tail = (end..<text.lines.count).first { !text.isBare($0) } ?? text.lines.count
        if text.isBlock(root) {
            try block(root, form, indent: 0, leading: head..<first, tail: end..<tail)
        } else {
            guard root.kind == .mapping, text.startsLine(root.first) else { throw Unusual() }
            try comments(head..<first, indent: 0)
            try leaf(root, form, head: "", indent: 0, oldIndent: root.first.column)
            try comments(end..<tail, indent: 0)
        }
        for line in tail..<text.lines.count { try outside(line) }
    }

    /// Whether a line holds nothing but a comment that speaks to the program: `# emergency: …`.
    private func isRemark(_ line: Int) -> Bool {
        guard text.isBare(line), let column = text.comments[line] else { return false }
        return text.text(line, from: column + 1, to: .max).drop { $0 == " " }.hasPrefix("emergency:")
    }

    /// A line before or behind the content: a comment, `---`, `...` or `%YAML`.
    private mutating func outside(_ line: Int) throws(Unusual) {
        if text.isBare(line) {
            try comments(line..<line + 1, indent: 0)
        } else {
            add(source(line, from: 0, shift: 0))
        }
    }

    // MARK: - Blocks

    /// A mapping or a list in lines.
    /// - Parameters:
    ///   - leading: The lines between the block's key or dash and its first entry.
    ///   - tail: The lines below its last entry that belong to it.
    mutating func block(
        _ node: YAMLNode, _ form: Form?, indent: Int, leading: Range<Int>, tail: Range<Int>
    ) throws(Unusual) {
        if node.kind == .mapping {
            try mapping(node, form, indent: indent, leading: leading, tail: tail)
        } else {
            try sequence(node, form, indent: indent, leading: leading, tail: tail)
        }
    }

    /// Shares out the lines between an entry and the next: comments that are indented deeper than the entry stay
    /// inside its block, the rest belongs to the next.
    func split(_ between: Range<Int>, behind value: YAMLNode, column: Int) -> (
        inside: Range<Int>, rest: Range<Int>
    ) {
        var end = between.lowerBound
        if text.isBlock(value) || value.isUnwritten {
            for line in between where text.comments[line] != nil {
                guard text.indent(line) > column else { break }
                end = line + 1
            }
        }
        return (between.lowerBound..<end, end..<between.upperBound)
    }

    /// Comments on lines of their own, and empty lines.
    /// - Parameter isFirst: Whether they open a block, where no empty line is kept.
    mutating func comments(_ range: Range<Int>, indent: Int, isFirst: Bool = false) throws(Unusual) {
        var isFirst = isFirst
        for line in range {
            guard text.isBare(line), !text.continuing[line] else { throw Unusual() }
            if let column = text.comments[line] {
                lines.add(
                    .spaces(lead?.indent ?? indent)
                        + text.text(line, from: column, to: text.lines[line].count))
                isFirst = false
            } else if !isFirst {
                lines.add("")
            }
        }
    }

    // MARK: - Lines

    /// Makes what is written next begin behind a dash.
    mutating func setLead(_ text: String, indent: Int) {
        lead = Lead(text: (lead?.text ?? .spaces(indent)) + text, indent: lead?.indent ?? indent)
    }

    /// Writes the first line of an entry, and the comment that stands behind it in the source.
    mutating func open(_ content: String, indent: Int, commentOf line: Int) {
        lines.add((lead?.text ?? .spaces(indent)) + content, comment: comment(line))
        lead = nil
    }

    /// Tries to write something; when it turns out to be unusual, takes it back and copies it.
    mutating func orCopy(
        from start: Spot, to last: Int, indent: Int, tail: Range<Int>,
        _ write: (inout BlockWriter) throws(Unusual) -> Void
    ) throws(Unusual) {
        let before = (lines.count, lead)
        do throws(Unusual) {
            try write(&self)
        } catch {
            lines.removeAll(from: before.0)
            lead = before.1
            let shift = indent - start.column
            let first = source(start.line, from: start.column, shift: 0)
            lines.add((lead?.text ?? .spaces(indent)) + first.text, comment: first.comment)
            lead = nil
            for line in start.line + 1..<max(last + 1, start.line + 1) {
                add(source(line, from: 0, shift: shift))
            }
            try comments(tail, indent: indent + 2)
        }
    }

    mutating func add(_ line: SourceLine) {
        lines.add(line.text, comment: line.comment, isContent: line.isContent)
    }

    // MARK: - The source

    /// A line as it is copied.
    struct SourceLine {
        let text: String
        let comment: LineBuffer.Comment?
        let isContent: Bool
    }

    func comment(_ line: Int) -> LineBuffer.Comment? {
        text.comments[line].map { column in
            LineBuffer.Comment(
                text: text.text(line, from: column, to: text.lines[line].count), column: column)
        }
    }

    /// A line from a column on, moved in or out by so many spaces.
    func source(_ line: Int, from start: Int, shift: Int) -> SourceLine {
        let content = text.lines[line]
        let isContent = text.continuing[line]
        var from = start
        if shift < 0 { while from < content.count, from - start < -shift, content[from] == " " { from += 1 } }
        // In a block scalar, spaces beyond its indentation are content even where nothing follows them.
        let isEmpty = text.open[line] ? content.isEmpty : content[from...].allSatisfy(\.isBlank)
        let indent = shift > 0 && !isEmpty ? String.spaces(shift) : ""
        guard let column = text.comments[line], !text.isBare(line), column >= from else {
            let end = content.count
            return SourceLine(
                text: indent
                    + (text.open[line] ? String(content[from...]) : text.text(line, from: from, to: end)),
                comment: nil, isContent: isContent)
        }
        return SourceLine(
            text: indent + text.text(line, from: from, to: column), comment: comment(line),
            isContent: isContent)
    }
}
