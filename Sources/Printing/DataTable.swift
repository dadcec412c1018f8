package import PlanModel

/// A table whose cells know what they hold, from which CSV, workbooks and pages are written.
///
/// Its words are Chinese, as all paper is.
package struct DataTable: Sendable {
    package let title: String
    package let columns: [Column]
    package let rows: [Row]
    /// The sums, for paper; data does without them.
    package let total: [Cell]?
    /// Of percents.
    package let decimals: Int

    package struct Column: Sendable {
        /// From the widest heading to the narrowest: 橙色, NOx, kg/d.
        package let heads: [String]
        /// What people may choose from in a sheet, where the column is theirs to fill in; empty where nothing is
        /// offered. No commas, at most 255 characters together.
        package let choices: [String]
        /// How many characters people need at least to write in it.
        package let room: Int

        package init(_ heads: String..., choices: [String] = [], room: Int = 0) {
            self.heads = heads
            self.choices = choices
            self.room = room
        }
    }

    package struct Row: Sendable {
        package let cells: [Cell]
        /// Stands out on paper: the row of the whole.
        package let isWhole: Bool

        package init(_ cells: [Cell], isWhole: Bool = false) {
            self.cells = cells
            self.isWhole = isWhole
        }
    }

    package enum Cell: Sendable {
        /// Text of any origin.
        case text(String)
        /// In kg/d, to the gram.
        case kilograms(MassRate)
        /// In t/d, to the gram.
        case tonnes(MassRate)
        /// Rounded down, as everywhere.
        case percent(ExactRatio)
        case number(Int)
        /// In hours, rounded down to tenths.
        case hours(Span)
        case nothing

        package static func ratio(_ part: MassRate, of whole: MassRate) -> Cell {
            ratio(part.ratio(of: whole))
        }

        package static func ratio(_ ratio: ExactRatio?) -> Cell { ratio.map(Cell.percent) ?? .nothing }
    }

    package init(
        _ title: String, columns: [Column], rows: [Row], total: [Cell]? = nil, decimals: Int
    ) {
        self.title = title
        self.columns = columns
        self.rows = rows
        self.total = total
        self.decimals = decimals
    }

    /// How many headings stand above one another.
    package var depth: Int { columns.map(\.heads.count).max() ?? 1 }
}

extension DataTable.Cell {
    /// A number with a point and no groups, as programs read it; nil for text and for nothing.
    package func numberText(decimals: Int) -> String? {
        switch self {
        case .text, .nothing: nil
        case .kilograms(let mass): Self.decimal(Int128(mass.gramsPerDay), places: 3)
        case .tonnes(let mass): Self.decimal(Int128(mass.gramsPerDay), places: 6)
        case .percent(let ratio): Self.decimal(ratio.percentFloor(decimals: decimals), places: decimals)
        case .number(let number): String(number)
        case .hours(let span): Self.decimal(Int128(span.minutes / 6), places: 1)
        }
    }

    /// A whole number of the last places of a decimal one.
    package static func decimal(_ value: Int128, places: Int) -> String {
        let digits = String(value.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let point = padded.index(padded.endIndex, offsetBy: -places)
        return (value < 0 ? "-" : "") + padded[..<point] + (places > 0 ? "." : "") + padded[point...]
    }
}
