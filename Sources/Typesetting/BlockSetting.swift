import Papers

/// Blocks broken into pieces for a width.
struct BlockSetting {
    let type: TypeCase
    /// In points.
    let width: Double
    let left: Double
    /// No piece is higher.
    let mostHeight: Double

    static let bodySize = 9.5
    private static let gap = 6.0

    func pieces(of block: PaperBlock) -> [Piece] {
        switch block {
        case .heading(let text):
            let set = SetText(PaperText(text, bold: true), type, points: 11.5, width: width)
            return [
                Piece(height: set.height, space: Self.gap + 2, keepsNext: true) {
                    $0.text(set, x: left, y: $1)
                }
            ]
        case .paragraph(let text):
            return paragraph(text)
        case .table(let table):
            return TableSetting(table, in: self).pieces
        case .blanks(let labels):
            return [blanks(labels)]
        case .bars(let bars):
            return bars.enumerated().map { bar($1, space: $0 == 0 ? Self.gap : 0) }
        }
    }

    private func paragraph(_ text: PaperText) -> [Piece] {
        let set = SetText(text, type, points: text.size.points, width: width)
        guard set.height > mostHeight else {
            return [Piece(height: set.height, space: Self.gap) { $0.text(set, x: left, y: $1) }]
        }
        // Longer than a page: line by line.
        return set.lines.map { line in
            let one = SetText(PaperText(line), type, points: text.size.points, width: nil)
            return Piece(height: one.height) { $0.text(one, x: left, y: $1) }
        }
    }

    private func blanks(_ labels: [String]) -> Piece {
        let each = width / Double(max(1, labels.count))
        let sets = labels.map { SetText(PaperText($0), type, points: Self.bodySize, width: nil) }
        let height = 26.0
        return Piece(height: height, space: Self.gap) { page, y in
            for (index, set) in sets.enumerated() {
                let x = left + Double(index) * each
                page.text(set, x: x, y: y + height - set.height - 2)
                let from = x + set.size.width + 4
                if from < x + each - 30 {
                    page.line(from: (from, y + height - 3), to: (x + each - 8, y + height - 3))
                }
            }
        }
    }

    private func bar(_ bar: PaperBar, space: Double) -> Piece {
        let labels = 78.0
        let texts = 190.0
        let label = SetText(PaperText(bar.label, bold: true), type, points: Self.bodySize, width: labels - 6)
        let text = SetText(PaperText(bar.text), type, points: 8.5, width: texts - 8)
        let height = max(18, label.height, text.height) + 4
        let full = width - labels - texts
        return Piece(height: height, space: space) { page, y in
            page.text(label, x: left, y: y + 3)
            let length = full * Double(min(max(bar.length, 0), 1_000_000)) / 1_000_000
            page.fill(.shade, x: left + labels, y: y + 3, width: full, height: 12)
            page.fill(bar.isMet ? .good : .bad, x: left + labels, y: y + 3, width: length, height: 12)
            if let goal = bar.goal {
                let x = left + labels + full * Double(min(max(goal, 0), 1_000_000)) / 1_000_000
                page.line(from: (x, y), to: (x, y + 18), width: 1.2)
            }
            page.text(text, x: left + labels + full + 8, y: y + 3)
        }
    }
}

extension PaperText.Size {
    /// In points.
    var points: Double {
        switch self {
        case .normal: BlockSetting.bodySize
        case .small: 8
        }
    }
}
