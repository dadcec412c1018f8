import MarkedYAML
import PlanReading

/// The text of a mapping without one of its keys, to be put elsewhere.
struct EntryText {
    private let text: PlanText
    private let entry: YAMLNode
    /// The key that is left out; nil when the mapping does not have it.
    private let omitted: YAMLNode?

    /// - Parameter entry: A mapping, not an alias of one.
    /// - Returns: nil when it holds anchors, which cannot stand twice.
    init?(_ text: PlanText, _ entry: YAMLNode, without omitted: YAMLNode?) {
        self.text = text
        self.entry = entry
        self.omitted = omitted
        for (key, value) in entry.pairs where key.number != omitted?.number {
            if Self.hasAnchor(key, text) || Self.hasAnchor(value, text) { return nil }
        }
    }

    private static func hasAnchor(_ node: YAMLNode, _ text: PlanText) -> Bool {
        if node.isAlias || node.isUnwritten { return false }
        let (start, first) = (text.bodyStart(node), node.first)
        if start != first, text.text(first.line, from: first.column, to: .max).contains("&") { return true }
        return node.items.contains { hasAnchor($0, text) }
            || node.pairs.contains { hasAnchor($0.key, text) || hasAnchor($0.value, text) }
    }

    /// The text as it is, parted by LF.
    /// - Parameters:
    ///   - column: Where its first line is to begin; the others are moved as far.
    ///   - endsBare: Whether a comment behind its last line has to go, since another stands there.
    /// - Returns: nil when it is written in a way that cannot be taken apart.
    func lines(at column: Int, endsBare: Bool) -> String? {
        guard let (lines, origin) = text.isBlock(entry) ? block(endsBare: endsBare) : brackets() else {
            return nil
        }
        let shift = column - origin
        let moved = lines.dropFirst().map { line -> String in
            if line.allSatisfy(\.isBlank) { return "" }
            let blanks = line.prefix { $0 == " " }.count
            return .spaces(blanks + max(shift, -blanks)) + String(line.dropFirst(blanks))
        }
        return (lines.prefix(1).map { String($0) } + moved).joined(separator: "\n")
    }

    /// The text in brackets, whether it stands in some or not.
    func inBrackets(at column: Int) -> String? {
        text.isBlock(entry) ? flow(entry) : lines(at: column, endsBare: false)
    }

    private typealias Lines = (lines: [[Unicode.Scalar]], origin: Int)

    /// The lines of each key, with the comments above it and those inside.
    private func block(endsBare: Bool) -> Lines? {
        let origin = text.bodyStart(entry).column
        var lines: [[Unicode.Scalar]] = []
        var above = text.bodyStart(entry).line
        var last: YAMLNode?
        for (key, value) in entry.pairs {
            let (start, end) = (key.first, text.lastLine(value))
            guard start.column == origin, start.line >= above,
                start == text.bodyStart(entry) || text.startsLine(start)
            else { return nil }
            defer { above = end + 1 }
            guard key.number != omitted?.number else { continue }
            // What stands above the first key that stays speaks of one that goes.
            lines +=
                lines.isEmpty ? [Array(text.lines[start.line][origin...])] : text.lines[above...start.line]
            lines += text.lines[(start.line + 1)...].prefix(end - start.line)
            last = value
        }
        guard let last, let line = lines.popLast() else { return nil }
        let end = text.end(of: last)
        let moved = text.lines[end.line].count - line.count
        return (lines + [endsBare ? Array(line.prefix(end.column - moved)) : line], origin)
    }

    private func brackets() -> Lines? {
        let start = text.bodyStart(entry)
        var cuts: [Range<Spot>] = []
        let pairs = Array(entry.pairs)
        if let index = pairs.firstIndex(where: { $0.key.number == omitted?.number }) {
            let closing = Spot(line: entry.last.line, column: entry.last.column - 1)
            let found = text.cuts(
                of: pairs[index].key.first..<pairs[index].value.last,
                after: index > 0 ? pairs[index - 1].value.last : nil,
                before: index + 1 < pairs.count ? pairs[index + 1].key.first : closing)
            guard let found else { return nil }
            cuts = found
        }
        let lines = text.text(start..<entry.last, without: cuts).unicodeScalars
            .split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
        return (lines, start.column)
    }

    /// A block in one line. Its comments stay where it is taken from.
    private func flow(_ node: YAMLNode) -> String? {
        guard text.isBlock(node) else {
            let isShort = !node.isUnwritten && node.first.line == node.last.line && !text.isBlockScalar(node)
            return isShort ? text.text(of: node) : nil
        }
        var parts: [String] = []
        if node.kind == .sequence {
            for item in node.items {
                guard let part = flow(item) else { return nil }
                parts.append(part)
            }
            return "[" + parts.joined(separator: ", ") + "]"
        }
        for (key, value) in node.pairs where key.number != omitted?.number {
            guard let name = flow(key), let part = flow(value) else { return nil }
            parts.append(name + ": " + part)
        }
        return "{" + parts.joined(separator: ", ") + "}"
    }
}
