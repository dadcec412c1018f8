import MarkedYAML
import PlanReading

/// An entry of a mapping or a list, with the lines around it that go where it goes.
private struct Entry {
    let key: YAMLNode?
    let value: YAMLNode
    /// The line of its key or dash.
    let line: Int
    /// Comments and empty lines above it.
    var leading: Range<Int> = 0..<0
    /// Comments below it that are indented like its block.
    var inside: Range<Int> = 0..<0
}

extension BlockWriter {
    mutating func mapping(
        _ node: YAMLNode, _ form: Form?, indent: Int, leading: Range<Int>, tail: Range<Int>
    ) throws(Unusual) {
        var entries: [Entry] = []
        var last = -1
        let column = node.pairs.first { _ in true }?.key.first.column ?? 0
        for (key, value) in node.pairs {
            let start = key.first
            guard key.kind == .scalar, !key.isAlias, !key.isUnwritten, start.line == key.last.line,
                start.column == column, start.line > last,
                text.startsLine(start) || entries.isEmpty && start == node.first
            else { throw Unusual() }
            entries.append(Entry(key: key, value: value, line: start.line))
            last = text.lastLine(value)
        }
        let rest = share(&entries, leading: leading, tail: tail, column: column)
        let keys = entries.compactMap(\.key)
        for (place, index) in order.order(of: keys, in: node, form).enumerated() {
            let entry = entries[index]
            let key = keys[index]
            try comments(entry.leading, indent: indent, isFirst: place == 0)
            try orCopy(from: key.first, to: text.lastLine(entry.value), indent: indent, tail: entry.inside) {
                (writer: inout BlockWriter) throws(Unusual) in
                try writer.pair(key, entry.value, form.value(of: key), indent: indent, tail: entry.inside)
            }
        }
        try comments(rest, indent: indent)
    }

    private mutating func pair(
        _ key: YAMLNode, _ value: YAMLNode, _ form: Form?, indent: Int, tail: Range<Int>
    ) throws(Unusual) {
        var colon = key.last
        let line = text.lines[colon.line]
        while colon.column < line.count, line[colon.column].isBlank { colon.column += 1 }
        guard colon.column < line.count, line[colon.column] == ":" else { throw Unusual() }
        colon.column += 1
        try behind(
            colon, head: text.text(of: key) + ":", value, form, indent: indent, oldIndent: key.first.column,
            tail: tail)
    }

    mutating func sequence(
        _ node: YAMLNode, _ form: Form?, indent: Int, leading: Range<Int>, tail: Range<Int>
    ) throws(Unusual) {
        var entries: [Entry] = []
        var from = leading.lowerBound
        // Without anchor or tag a list starts where its first dash stands, be it behind another dash.
        let isCompact = text.bodyStart(node) == node.first && !text.startsLine(node.first)
        var column = node.first.column
        for item in node.items {
            var line = from
            if entries.isEmpty, isCompact { line = node.first.line }
            while line < item.first.line, text.isBare(line) { line += 1 }
            let dash = entries.isEmpty && isCompact ? column : text.indent(line)
            if entries.isEmpty { column = dash }
            guard dash < text.lines[line].count, text.lines[line][dash] == "-", dash == column else {
                throw Unusual()
            }
            entries.append(Entry(key: nil, value: item, line: line))
            from = text.lastLine(item) + 1
        }
        let rest = share(&entries, leading: leading, tail: tail, column: column)
        for (place, entry) in entries.enumerated() {
            try comments(entry.leading, indent: indent, isFirst: place == 0)
            let dash = Spot(line: entry.line, column: column)
            try orCopy(from: dash, to: text.lastLine(entry.value), indent: indent, tail: entry.inside) {
                (writer: inout BlockWriter) throws(Unusual) in
                try writer.behind(
                    Spot(line: dash.line, column: column + 1), head: "-", entry.value, form.item,
                    indent: indent, oldIndent: column, tail: entry.inside)
            }
        }
        try comments(rest, indent: indent)
    }

    /// Gives every line between the entries to one of them.
    /// - Returns: The lines at the block's end that belong to none.
    private func share(
        _ entries: inout [Entry], leading: Range<Int>, tail: Range<Int>, column: Int
    ) -> Range<Int> {
        guard !entries.isEmpty else { return tail }
        entries[0].leading = leading.lowerBound..<max(leading.lowerBound, entries[0].line)
        var rest = tail
        for index in entries.indices {
            let isLast = index + 1 == entries.count
            let start = text.lastLine(entries[index].value) + 1
            let end = isLast ? tail.upperBound : entries[index + 1].line
            let parts = split(start..<max(start, end), behind: entries[index].value, column: column)
            entries[index].inside = parts.inside
            if isLast { rest = parts.rest } else { entries[index + 1].leading = parts.rest }
        }
        return rest
    }

    /// What stands behind a colon or a dash.
    /// - Parameters:
    ///   - head: What is written before it: `key:` or `-`.
    ///   - oldIndent: The column where the key or dash stood.
    private mutating func behind(
        _ spot: Spot, head: String, _ value: YAMLNode, _ form: Form?, indent: Int, oldIndent: Int,
        tail: Range<Int>
    ) throws(Unusual) {
        if value.isUnwritten {
            guard text.endsLine(spot) else { throw Unusual() }
            open(head, indent: indent, commentOf: spot.line)
            return try comments(tail, indent: indent + 2)
        }
        let start = value.first
        let isOnSameLine = start.line == spot.line
        guard isOnSameLine ? text.gap(spot, start) == "" : text.endsLine(spot) else { throw Unusual() }
        if text.isBlock(value) {
            return try nested(
                value, form, head: head, isOnSameLine: isOnSameLine, line: spot.line, indent: indent,
                tail: tail)
        }
        if isOnSameLine {
            try leaf(value, form, head: head + " ", indent: indent, oldIndent: oldIndent)
        } else {
            guard text.startsLine(start) else { throw Unusual() }
            open(head, indent: indent, commentOf: spot.line)
            try comments(spot.line + 1..<start.line, indent: indent + 2)
            try leaf(value, form, head: "", indent: indent + 2, oldIndent: start.column)
        }
        try comments(tail, indent: indent)
    }

    /// A block behind a colon or a dash.
    private mutating func nested(
        _ node: YAMLNode, _ form: Form?, head: String, isOnSameLine: Bool, line: Int, indent: Int,
        tail: Range<Int>
    ) throws(Unusual) {
        let first = text.bodyStart(node)
        if isOnSameLine, first.line == line {
            // `- id: L1` or `- - a`
            guard head == "-", first == node.first else { throw Unusual() }
            setLead("- ", indent: indent)
            return try block(node, form, indent: indent + 2, leading: line..<line, tail: tail)
        }
        var head = head
        if isOnSameLine {
            let properties = text.text(line, from: node.first.column, to: text.comments[line] ?? .max)
            head += " " + properties
        } else if first != node.first {
            throw Unusual()
        }
        let between = line + 1..<first.line
        if head == "-", text.comments[line] == nil, between.allSatisfy({ text.comments[$0] == nil }) {
            setLead("- ", indent: indent)
        } else {
            open(head, indent: indent, commentOf: line)
        }
        try block(node, form, indent: indent + 2, leading: between, tail: tail)
    }

    /// A value that is no block: a scalar, an alias, or brackets.
    mutating func leaf(
        _ node: YAMLNode, _ form: Form?, head: String, indent: Int, oldIndent: Int
    ) throws(Unusual) {
        let start = node.first
        if let flow = FlowText(text: text, order: order).canonical(node, form) {
            guard text.endsLine(node.last) else { throw Unusual() }
            return open(head + flow, indent: indent, commentOf: start.line)
        }
        let last = text.lastLine(node)
        guard text.isBlockScalar(node) || text.endsLine(node.last) else { throw Unusual() }
        let first = source(start.line, from: start.column, shift: 0)
        open(head + first.text, indent: indent, commentOf: start.line)
        for line in start.line + 1..<max(last + 1, start.line + 1) {
            add(source(line, from: 0, shift: indent - oldIndent))
        }
    }
}
