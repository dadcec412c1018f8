import Diagnostics
import MarkedYAML

/// A plan's text in lines of characters, and what of it is comment and what the text of values.
///
/// libyaml passes over comments. They are found again in what lies between the scalars: outside of those, nothing
/// but a comment holds a `#` behind white space. Lines and columns count from 0 here.
struct PlanText {
    let lines: [[Unicode.Scalar]]
    /// Where each line's comment starts; nil for lines without one.
    private(set) var comments: [Int?]
    /// The lines that begin inside a scalar which began further up: their white space may be content.
    private(set) var continuing: [Bool]
    /// The lines whose white space at the end may be content.
    private(set) var open: [Bool]

    /// - Parameter bytes: UTF-8 with LF line ends and without byte order mark, as `root` was read from it.
    init(_ bytes: [UInt8], root: YAMLNode) {
        lines = String(decoding: bytes, as: UTF8.self).unicodeScalars
            .split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
        comments = Array(repeating: nil, count: lines.count)
        continuing = Array(repeating: false, count: lines.count)
        open = continuing
        var spot = Spot(line: 0, column: 0)
        mark(root, &spot)
        findComments(from: spot, to: Spot(line: lines.count, column: 0))
    }

    /// Every comment's text, in file order.
    var commentTexts: [String] {
        comments.indices.compactMap { line in
            comments[line].map { text(line, from: $0, to: lines[line].count) }
        }
    }

    private mutating func mark(_ node: YAMLNode, _ spot: inout Spot) {
        if !node.isAlias, node.kind == .sequence {
            for item in node.items { mark(item, &spot) }
        } else if !node.isAlias, node.kind == .mapping {
            for (key, value) in node.pairs {
                mark(key, &spot)
                mark(value, &spot)
            }
        } else {
            findComments(from: spot, to: node.first)
            let isBlockScalar = isBlockScalar(node)
            if isBlockScalar {
                // Behind `|` or `>` there may be a comment yet.
                findComments(from: node.first, to: Spot(line: node.first.line + 1, column: 0))
            }
            let last = lastLine(node)
            if last > node.first.line {
                for line in node.first.line + 1...last {
                    continuing[line] = true
                    open[isBlockScalar ? line : line - 1] = true
                }
            }
            spot = node.last
        }
    }

    private mutating func findComments(from start: Spot, to end: Spot) {
        guard start.line <= end.line else { return }
        for line in start.line...min(end.line, lines.count - 1) {
            let first = line == start.line ? start.column : 0
            let last = line == end.line ? min(end.column, lines[line].count) : lines[line].count
            for column in first..<max(first, last)
            where lines[line][column] == "#" && (column == 0 || lines[line][column - 1].isBlank) {
                comments[line] = column
                break
            }
        }
    }

    // MARK: - Asking

    /// What stands in a line, without white space at its end.
    func text(_ line: Int, from start: Int, to end: Int) -> String {
        var end = min(end, lines[line].count)
        while end > start, lines[line][end - 1].isBlank { end -= 1 }
        return String(lines[line][min(start, end)..<end])
    }

    /// What is written for a node that starts and ends in one line.
    func text(of node: YAMLNode) -> String {
        text(node.first.line, from: node.first.column, to: node.last.column)
    }

    /// What stands between two places of one line, without white space; nil when the line ends between them.
    func gap(_ start: Spot, _ end: Spot) -> String? {
        guard start.line == end.line, start.column <= end.column, end.column <= lines[start.line].count else {
            return nil
        }
        return String(lines[start.line][start.column..<end.column].filter { !$0.isBlank })
    }

    /// Whether nothing stands before a place in its line.
    func startsLine(_ spot: Spot) -> Bool {
        lines[spot.line].prefix(spot.column).allSatisfy(\.isBlank)
    }

    /// Whether nothing but a comment stands behind a place in its line.
    func endsLine(_ spot: Spot) -> Bool {
        let end = comments[spot.line] ?? lines[spot.line].count
        return spot.column >= end || lines[spot.line][spot.column..<end].allSatisfy(\.isBlank)
    }

    /// Whether a line holds nothing, apart from its comment.
    func isBare(_ line: Int) -> Bool {
        startsLine(Spot(line: line, column: comments[line] ?? lines[line].count))
    }

    /// The first column of a line that is no white space.
    func indent(_ line: Int) -> Int { lines[line].firstIndex { !$0.isBlank } ?? lines[line].count }

    // MARK: - Kinds of node

    /// Where a node begins behind its anchor and tag; both stand before it, set off by white space.
    func bodyStart(_ node: YAMLNode) -> Spot {
        var spot = node.first
        while spot.line < lines.count {
            let line = lines[spot.line]
            while spot.column < line.count, line[spot.column].isBlank { spot.column += 1 }
            guard spot < node.last else { return node.last }
            if spot.column == line.count || line[spot.column] == "#" {
                spot = Spot(line: spot.line + 1, column: 0)
            } else if line[spot.column] == "&" || line[spot.column] == "!" {
                while spot.column < line.count, !line[spot.column].isBlank { spot.column += 1 }
            } else {
                return spot
            }
        }
        return node.last
    }

    private func body(_ node: YAMLNode) -> Unicode.Scalar? {
        let start = bodyStart(node)
        guard start < node.last, start.column < lines[start.line].count else { return nil }
        return lines[start.line][start.column]
    }

    func isBlockScalar(_ node: YAMLNode) -> Bool {
        guard !node.isAlias, node.kind == .scalar, !node.isPlain else { return false }
        let first = body(node)
        return first == "|" || first == ">"
    }

    /// Whether a node is a mapping or sequence that is written in lines, not in brackets.
    func isBlock(_ node: YAMLNode) -> Bool {
        guard !node.isAlias, node.kind != .scalar else { return false }
        let first = body(node)
        return first != "{" && first != "["
    }

    /// The last line in which a node says something.
    func lastLine(_ node: YAMLNode) -> Int {
        if isBlock(node) {
            var last: YAMLNode?
            if node.kind == .sequence {
                for item in node.items { last = item }
            } else {
                for (_, value) in node.pairs { last = value }
            }
            return last.map { lastLine($0) } ?? node.first.line
        }
        return isBlockScalar(node) ? lastLine(ofBlockScalar: node) : node.last.line
    }

    /// Empty lines below a block scalar belong to it only where its head says so with `+`.
    private func lastLine(ofBlockScalar node: YAMLNode) -> Int {
        let head = bodyStart(node)
        var last = min(node.last.column == 0 ? node.last.line - 1 : node.last.line, lines.count - 1)
        let sign = lines[head.line][head.column...].prefix { !$0.isBlank }
        let content = lines[(head.line + 1)...].prefix(max(0, last - head.line))
        guard !sign.contains("+"), let first = content.first(where: { !$0.allSatisfy(\.isBlank) }) else {
            return last
        }
        let indent = first.prefix { $0 == " " }.count
        while last > head.line, lines[last].count <= indent, lines[last].allSatisfy({ $0 == " " }) {
            last -= 1
        }
        return last
    }
}

/// A place in a text, line and column from 0.
struct Spot: Comparable {
    var line: Int
    var column: Int

    static func < (left: Spot, right: Spot) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

extension YAMLNode {
    var first: Spot { Spot(line: span.start.line - 1, column: span.start.column - 1) }
    /// Behind the node's last character.
    var last: Spot { Spot(line: span.end.line - 1, column: span.end.column - 1) }
    /// Whether nothing at all is written for the node: a key or a dash without value.
    var isUnwritten: Bool { first == last }
}

extension Unicode.Scalar {
    var isBlank: Bool { self == " " || self == "\t" }
}

extension String {
    init(_ scalars: some Sequence<Unicode.Scalar>) {
        var view = UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }

    /// So many spaces.
    static func spaces(_ count: Int) -> String { String(repeating: " ", count: Swift.max(0, count)) }
}
