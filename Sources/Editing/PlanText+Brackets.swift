import MarkedYAML

extension PlanText {
    /// Behind the last character of what a node says; a block's own end mark stands further down.
    func end(of node: YAMLNode) -> Spot {
        if isBlock(node) {
            var last: YAMLNode?
            if node.kind == .sequence {
                for item in node.items { last = item }
            } else {
                for (_, value) in node.pairs { last = value }
            }
            return last.map { end(of: $0) } ?? node.last
        }
        guard isBlockScalar(node) else { return node.last }
        let line = lastLine(node)
        return Spot(line: line, column: lines[line].count)
    }

    /// The first comma between two places, outside of comments.
    func comma(in range: Range<Spot>) -> Spot? {
        for line in range.lowerBound.line...min(range.upperBound.line, lines.count - 1) {
            let from = line == range.lowerBound.line ? range.lowerBound.column : 0
            var to = comments[line] ?? lines[line].count
            if line == range.upperBound.line { to = min(to, range.upperBound.column) }
            for column in from..<max(from, to) where lines[line][column] == "," {
                return Spot(line: line, column: column)
            }
        }
        return nil
    }

    /// What goes with an entry that is taken out of brackets: its comma, and its lines where nothing else stands
    /// in them.
    /// - Parameters:
    ///   - entry: From its first to behind its last character.
    ///   - previous: Behind the entry before it; nil when it is the first.
    ///   - next: Where the entry behind it begins, or the closing bracket stands.
    /// - Returns: Stretches that do not overlap; nil when the brackets are written in a way that is not understood.
    func cuts(of entry: Range<Spot>, after previous: Spot?, before next: Spot) -> [Range<Spot>]? {
        guard let previous else { return [entry.lowerBound..<next] }
        guard previous <= entry.lowerBound, entry.upperBound <= next,
            let comma = comma(in: previous..<entry.lowerBound)
        else { return nil }
        let own = self.comma(in: entry.upperBound..<next)
        let tail = own.map(\.next) ?? entry.upperBound
        if startsLine(entry.lowerBound), tail.line == entry.upperBound.line, endsLine(tail) {
            let lines = Spot(line: entry.lowerBound.line, column: 0)..<Spot(line: tail.line + 1, column: 0)
            return own == nil ? [comma..<comma.next, lines] : [lines]
        }
        if comma.line == entry.lowerBound.line {
            return [(gap(previous, comma) == "" ? previous : comma)..<entry.upperBound]
        }
        guard own != nil else { return [comma..<comma.next, entry] }
        var behind = tail
        while behind < next, behind.column < lines[behind.line].count,
            lines[behind.line][behind.column].isBlank
        {
            behind.column += 1
        }
        return [entry.lowerBound..<behind]
    }

    /// A stretch of text with some stretches left out, its lines parted by LF.
    func text(_ range: Range<Spot>, without cuts: [Range<Spot>]) -> String {
        var view = String.UnicodeScalarView()
        var spot = range.lowerBound
        while spot < range.upperBound, spot.line < lines.count {
            let line = lines[spot.line]
            let isCut = cuts.contains { $0.contains(spot) }
            if spot.column < line.count {
                if !isCut { view.append(line[spot.column]) }
                spot.column += 1
            } else {
                if !isCut { view.append("\n") }
                spot = Spot(line: spot.line + 1, column: 0)
            }
        }
        return String(view)
    }
}

extension Spot {
    /// The place behind it in its line.
    var next: Spot { Spot(line: line, column: column + 1) }
}
