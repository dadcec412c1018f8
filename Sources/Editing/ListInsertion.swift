import Diagnostics
import MarkedYAML

/// The place behind the last entry of a list in lines, in the text as it is stored.
struct ListInsertion {
    /// Of the new entry's dash.
    let indent: Int
    /// The line of the new entry, from 1.
    let line: Int
    private let file: SourceFile
    /// The bytes that make way: the brackets of an empty list, or none.
    private let gap: Range<Int>
    /// Where the new lines go; never before `gap`.
    private let place: Int

    /// - Parameter list: The list as it is; nil when the file has none.
    /// - Returns: nil when the list is written in brackets, or stands elsewhere.
    init?(_ file: SourceFile, _ root: YAMLNode, list: YAMLNode?) {
        guard let list, !list.isAlias else { return nil }
        let ends = file.lineBreaks
        let text = PlanText(file.withPlainLineEnds, root: root)
        self.file = file
        if list.kind == .sequence, list.items.contains(where: { _ in true }) {
            guard text.isBlock(list),
                text.bodyStart(list) == list.first || text.startsLine(text.bodyStart(list))
            else { return nil }
            indent = text.bodyStart(list).column
            let last = text.lastLine(list)
            place = last < ends.count ? ends[last] : file.bytes.count
            gap = place..<place
            line = last + 2
            return
        }
        // An empty list: brackets, nothing, or `~`.
        guard list.kind == .sequence || list.isNull, list.first.line == list.last.line,
            text.bodyStart(list) == list.first
        else { return nil }
        let line = list.first.line
        self.line = line + 2
        indent = 2
        place = line < ends.count ? ends[line] : file.bytes.count
        let start = line == 0 ? file.markLength : ends[line - 1]
        func offset(_ column: Int) -> Int { start + String(text.lines[line][..<column]).utf8.count }
        // The space before the brackets goes with them.
        let from = text.text(line, from: 0, to: list.first.column).unicodeScalars.count
        gap = offset(from)..<offset(list.last.column)
    }

    /// The whole text with new lines in it, ending as the file's own lines do.
    func text(with lines: [String]) -> [UInt8] {
        let end = file.lineBreak
        let before = file.bytes[..<gap.lowerBound] + file.bytes[gap.upperBound..<place]
        let needsEnd = before.last.map { $0 != 0x0A && $0 != 0x0D } ?? false
        let added = (needsEnd ? end : "") + lines.map { $0 + end }.joined()
        return Array(before) + Array(added.utf8) + Array(file.bytes[place...])
    }
}
