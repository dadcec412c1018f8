import MarkedYAML
import PlanModel

/// One change of a level's list: an option put in, or an entry taken out that it has replaced.
struct ListChange {
    private let source: EnterpriseText
    private let level: AlertLevel
    private let option: EnterpriseText.Option
    private let list: EnterpriseText.List

    init(_ source: EnterpriseText, _ option: EnterpriseText.OptionPlace, at level: AlertLevel) throws(Refusal)
    {
        self.source = source
        self.level = level
        self.option = try source.option(option)
        list = try source.list(at: level)
    }

    private var text: PlanText { source.text }

    // MARK: - Putting in

    /// The text with the option where the first entry stood that it replaces, or at the end of the list.
    func adopted() throws(Refusal) -> [UInt8] {
        let places = list.places(replacedBy: option.measure)
        for place in places { try source.requireOwn(list.items[place], of: level) }
        var changes = TextChanges(source.file, text)
        let isDone =
            if let place = places.first {
                replace(list.items[place], &changes)
            } else if text.isBlock(list.node) {
                addLine(&changes)
            } else if let last = list.items.last {
                addInBrackets(behind: last, &changes)
            } else {
                fill(&changes)
            }
        guard isDone else { throw unusual }
        return changes.bytes
    }

    private var unusual: Refusal { .unusual(list.node, of: level) }

    private func entry(at column: Int, inBrackets: Bool, endsBare: Bool = false) -> String? {
        guard let entry = EntryText(text, option.node, without: option.cost) else { return nil }
        return inBrackets
            ? entry.inBrackets(at: column) : entry.lines(at: column, endsBare: endsBare)
    }

    private func replace(_ item: YAMLNode, _ changes: inout TextChanges) -> Bool {
        let end = text.end(of: item)
        let new = entry(
            at: item.first.column, inBrackets: !text.isBlock(list.node),
            endsBare: text.comments[end.line] != nil)
        guard let new else { return false }
        changes.replace(item.first..<end, with: new)
        return true
    }

    /// Below the last entry of a list in lines.
    private func addLine(_ changes: inout TextChanges) -> Bool {
        let column = text.bodyStart(list.node).column
        guard let new = entry(at: column + 2, inBrackets: false) else { return false }
        changes.add(.spaces(column) + "- " + new, below: text.lastLine(list.node))
        return true
    }

    /// Behind the last entry of a list in brackets, on a line of its own where that entry has one.
    private func addInBrackets(behind last: YAMLNode, _ changes: inout TextChanges) -> Bool {
        guard let new = entry(at: last.first.column, inBrackets: true) else { return false }
        let closing = Spot(line: list.node.last.line, column: list.node.last.column - 1)
        guard text.startsLine(last.first), last.last.line < closing.line else {
            changes.replace(last.last..<last.last, with: ", " + new)
            return true
        }
        let comma = text.comma(in: last.last..<closing)
        if comma == nil { changes.replace(last.last..<last.last, with: ",") }
        changes.add(.spaces(last.first.column) + new + (comma == nil ? "" : ","), below: last.last.line)
        return true
    }

    /// Into an empty list: in lines where its key has a line of its own, else in its brackets.
    private func fill(_ changes: inout TextChanges) -> Bool {
        let (start, end) = (list.node.first, list.node.last)
        let key = list.key.first
        if text.isBlock(list.levels), start == text.bodyStart(list.node), start.line == end.line,
            start.line == list.key.last.line, text.endsLine(end)
        {
            let column = key.column + dashOffset
            guard let new = entry(at: column + 2, inBrackets: false) else { return false }
            // The space before the brackets goes with them.
            let before = text.text(start.line, from: 0, to: start.column).unicodeScalars.count
            changes.replace(Spot(line: start.line, column: before)..<end)
            changes.add(.spaces(column) + "- " + new, below: start.line)
            return true
        }
        let inside = text.bodyStart(list.node).next
        guard let new = entry(at: inside.column, inBrackets: true) else { return false }
        changes.replace(inside..<inside, with: new)
        return true
    }

    /// How far dashes stand behind their level's key, as in the lists of the other levels; 2 where there are none.
    private var dashOffset: Int {
        for (key, value) in list.levels.pairs where value.kind == .sequence && text.isBlock(value) {
            return text.bodyStart(value).column - key.first.column
        }
        return 2
    }

    // MARK: - Taking out

    /// The text without the last entry that the option replaces; nil when only the option itself is left.
    func withoutLastRepetition() throws(Refusal) -> [UInt8]? {
        let places = list.places(replacedBy: option.measure)
        guard places.count > 1, let place = places.last else { return nil }
        let item = list.items[place]
        var changes = TextChanges(source.file, text)
        if text.isBlock(list.node) {
            guard let lines = entryLines(of: list, at: place) else { throw unusual }
            changes.remove(lines: lines)
            return changes.bytes
        }
        let closing = Spot(line: list.node.last.line, column: list.node.last.column - 1)
        let next = place + 1 < list.items.count ? list.items[place + 1].first : closing
        let cuts = text.cuts(
            of: item.first..<item.last, after: list.items[place - 1].last, before: next)
        guard let cuts else { throw unusual }
        for cut in cuts { changes.replace(cut) }
        return changes.bytes
    }

    private func entryLines(of list: EnterpriseText.List, at place: Int) -> ClosedRange<Int>? {
        text.dashLine(of: list.items[place], in: list.node).map { $0...text.lastLine(list.items[place]) }
    }
}

extension PlanText {
    /// The line in which the dash of an entry stands; nil where it is not found.
    func dashLine(of item: YAMLNode, in list: YAMLNode) -> Int? {
        let start = bodyStart(list)
        guard isBlock(list) else { return nil }
        return (start.line...max(start.line, item.first.line)).last { line in
            indent(line) == start.column && lines[line].count > start.column
                && lines[line][start.column] == "-"
        }
    }
}
