import Diagnostics

/// Changes at places of a text, made in its bytes as they are stored: its byte order mark and line ends stay.
struct TextChanges {
    private let file: SourceFile
    private let text: PlanText
    private let breaks: [Int]
    /// In any order; none of them overlaps another.
    private var changes: [(range: Range<Int>, new: String)] = []

    /// - Parameter text: Of this file with plain line ends; line and column of a place are the same in both.
    init(_ file: SourceFile, _ text: PlanText) {
        self.file = file
        self.text = text
        breaks = file.lineBreaks
    }

    /// Puts something, maybe nothing, where something stood, maybe nothing.
    /// - Parameter new: Its lines parted by LF.
    mutating func replace(_ range: Range<Spot>, with new: String = "") {
        let bytes = offset(range.lowerBound)..<offset(range.upperBound)
        changes.append((bytes, new.replacing("\n", with: file.lineBreak)))
    }

    /// Puts a line, or several parted by LF, below one.
    mutating func add(_ new: String, below line: Int) {
        let end = file.lineBreak
        let place = line < breaks.count ? breaks[line] : file.bytes.count
        let before = line < breaks.count ? "" : end
        changes.append((place..<place, before + new.replacing("\n", with: end) + end))
    }

    /// Takes whole lines away.
    mutating func remove(lines: ClosedRange<Int>) {
        replace(Spot(line: lines.lowerBound, column: 0)..<Spot(line: lines.upperBound + 1, column: 0))
    }

    /// The whole text with all changes.
    var bytes: [UInt8] {
        var bytes = file.bytes
        for (range, new) in changes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            bytes.replaceSubrange(range, with: new.utf8)
        }
        return bytes
    }

    private func offset(_ spot: Spot) -> Int {
        guard spot.line > 0 else { return file.markLength + width(spot) }
        guard spot.line <= breaks.count else { return file.bytes.count }
        return breaks[spot.line - 1] + width(spot)
    }

    /// How many bytes stand before a place in its line.
    private func width(_ spot: Spot) -> Int {
        guard spot.line < text.lines.count else { return 0 }
        return text.lines[spot.line].prefix(spot.column).reduce(0) { $0 + UTF8.width($1) }
    }
}
