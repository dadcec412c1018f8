/// A table whose rows are never split over pages, with its head on every page.
package struct PaperTable: Sendable {
    package let columns: [Column]
    package let rows: [Row]
    /// Without lines and head: labels and what belongs to them.
    package let isPlain: Bool

    package struct Column: Sendable {
        package let title: String
        package let width: Width
        package let isRight: Bool

        package init(_ title: String = "", _ width: Width, right isRight: Bool = false) {
            self.title = title
            self.width = width
            self.isRight = isRight
        }
    }

    package enum Width: Sendable {
        case millimetres(Double)
        /// Of what the fixed ones leave, in proportion.
        case share(Double)
    }

    package struct Row: Sendable {
        package let cells: [Cell]
        package let kind: Kind
        /// At least so high, in millimetres, for room to write.
        package let height: Double
        /// Stands on the same page as the next row.
        package let keepsNext: Bool
        /// For the code of the page on which the row stands.
        package let code: String?

        package init(
            _ cells: [Cell], _ kind: Kind = .plain, height: Double = 0, keepsNext: Bool = false,
            code: String? = nil
        ) {
            self.cells = cells
            self.kind = kind
            self.height = height
            self.keepsNext = keepsNext
            self.code = code
        }
    }

    package enum Kind: Sendable {
        case plain
        /// Set off, for what the rows below have in common.
        case band
    }

    package struct Cell: Sendable {
        package let text: PaperText
        /// How many columns it takes.
        package let span: Int

        package init(_ text: PaperText, span: Int = 1) {
            self.text = text
            self.span = span
        }
    }

    package init(_ columns: [Column], rows: [Row], plain isPlain: Bool = false) {
        self.columns = columns
        self.rows = rows
        self.isPlain = isPlain
    }

    /// Labels and what belongs to them, two pairs a line.
    package static func facts(_ facts: [(String, PaperText)], labels: Double = 20) -> PaperTable {
        let pairs = stride(from: 0, to: facts.count, by: 2).map {
            Array(facts[$0..<min($0 + 2, facts.count)])
        }
        return PaperTable(
            [
                Column("", .millimetres(labels)), Column("", .share(1)), Column("", .millimetres(labels)),
                Column("", .share(1)),
            ],
            rows: pairs.map { pair in
                let cells = pair.flatMap { [Cell(PaperText($0.0, .quiet)), Cell($0.1)] }
                guard pair.count == 1 else { return Row(cells) }
                return Row([cells[0], Cell(pair[0].1, span: 3)])
            }, plain: true)
    }
}

extension PaperTable.Cell: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) { self.init(PaperText(text)) }
}
