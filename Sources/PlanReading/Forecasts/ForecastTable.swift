import Diagnostics

/// A table of texts, each with its place: what a forecast is before its words mean anything.
struct ForecastTable {
    struct Cell {
        /// Without spaces around it; empty where nothing is said.
        let text: String
        let place: SourceSpan
    }

    struct Row {
        /// One a column; nil where the row has no such cell.
        let cells: [Cell?]
        let place: SourceSpan
    }

    let columns: [Cell]
    let rows: [Row]
}
