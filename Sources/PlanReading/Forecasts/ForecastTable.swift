import Diagnostics
import PlanModel

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

    /// More columns are no forecast, and times as many rows no table to keep.
    static let mostColumns = 50
    /// Hours of the longest forecast.
    static let mostRows = Forecast.mostDays * 24

    /// Complains that a table is no forecast, being as large as that.
    static func refuseSize(_ what: Phrase, at place: SourceSpan, _ ledger: inout FindingsLedger) {
        ledger.add(
            .fileTooLarge,
            Phrase(
                zh: "\(what.chinese)，不是一份预报", en: "there are \(what.english); that is no forecast"),
            at: place)
    }

    static let tooManyColumns = Phrase(
        zh: "多于 \(mostColumns) 列", en: "more than \(mostColumns) columns")
    static let tooManyRows = Phrase(zh: "多于 \(mostRows) 行", en: "more than \(mostRows) rows")
}
