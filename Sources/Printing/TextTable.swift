/// A table whose columns stand true under Chinese text.
package struct TextTable: Sendable {
    package enum Alignment: Sendable { case left, right }

    package struct Cell: Sendable {
        let text: String
        let tone: TextStyle.Tone?

        /// - Parameter text: Of any origin; what could steer the terminal is made harmless here.
        package init(_ text: String, _ tone: TextStyle.Tone? = nil) {
            self.text = harmless(text)
            self.tone = tone
        }
    }

    private enum Row {
        case cells([Cell])
        /// Across all columns, whatever its width.
        case line(Cell)
    }

    private let alignments: [Alignment]
    private var rows: [Row] = []

    package init(_ alignments: [Alignment]) {
        self.alignments = alignments
    }

    package mutating func add(_ cells: [Cell]) {
        rows.append(.cells(cells))
    }

    /// A line across all columns, which makes none of them wider.
    package mutating func add(line: Cell) {
        rows.append(.line(line))
    }

    package mutating func add(_ texts: [String], _ tone: TextStyle.Tone? = nil) {
        rows.append(.cells(texts.map { Cell($0, tone) }))
    }

    /// The table's lines, two spaces between columns, no spaces at the ends of lines.
    package func text(in style: TextStyle, indent: Int = 0) -> String {
        let widths = columnWidths
        return rows.map { row in
            let cells: [Cell]
            switch row {
            case .cells(let some): cells = some
            case .line(let cell):
                return String(repeating: " ", count: indent)
                    + (cell.tone.map { style.paint(cell.text, $0) } ?? cell.text) + "\n"
            }
            var line = String(repeating: " ", count: indent)
            var owed = 0
            for (column, cell) in cells.enumerated() {
                let gap = widths[column] - DisplayWidth.of(cell.text)
                let before = alignments[column] == .right ? gap : 0
                if !cell.text.isEmpty {
                    line += String(repeating: " ", count: owed + before)
                    line += cell.tone.map { style.paint(cell.text, $0) } ?? cell.text
                    owed = 0
                } else {
                    owed += before
                }
                owed += (alignments[column] == .left ? gap : 0) + 2
            }
            while line.hasSuffix(" ") { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    /// The columns of the widest row that is no line across; two spaces between columns.
    package var width: Int {
        columnWidths.reduce(0, +) + 2 * (alignments.count - 1)
    }

    private var columnWidths: [Int] {
        var widths = alignments.map { _ in 0 }
        for case .cells(let cells) in rows {
            for (column, cell) in cells.enumerated() {
                widths[column] = max(widths[column], DisplayWidth.of(cell.text))
            }
        }
        return widths
    }
}
