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

    private let alignments: [Alignment]
    private var rows: [[Cell]] = []

    package init(_ alignments: [Alignment]) {
        self.alignments = alignments
    }

    package mutating func add(_ cells: [Cell]) {
        rows.append(cells)
    }

    package mutating func add(_ texts: [String], _ tone: TextStyle.Tone? = nil) {
        rows.append(texts.map { Cell($0, tone) })
    }

    /// The table's lines, two spaces between columns, no spaces at the ends of lines.
    package func text(in style: TextStyle, indent: Int = 0) -> String {
        let widths = alignments.indices.map { column in
            rows.map { $0.count > column ? DisplayWidth.of($0[column].text) : 0 }.max() ?? 0
        }
        return rows.map { row in
            var line = String(repeating: " ", count: indent)
            var owed = 0
            for (column, cell) in row.enumerated() {
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
}
