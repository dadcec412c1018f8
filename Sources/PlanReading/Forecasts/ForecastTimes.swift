import Diagnostics
import PlanModel

/// The times of a forecast one after another, and what is wrong with them.
struct ForecastTimes {
    private let file: SourceFile
    private var first: CivilTime?
    private var last: (time: CivilTime, place: SourceSpan)?
    /// As the first row that has a time says.
    private(set) var step: Forecast.Step?

    init(file: SourceFile) {
        self.file = file
    }

    /// - Returns: nil after a complaint.
    mutating func next(
        _ cell: ForecastTable.Cell?, of row: ForecastTable.Row, _ ledger: inout FindingsLedger
    ) -> CivilTime? {
        guard let cell, !cell.text.isEmpty else {
            ledger.add(
                .missingValue, Phrase(zh: "没有写时间", en: "there is no time here"), at: cell?.place ?? row.place)
            return nil
        }
        guard let (time, kind) = Self.time(cell.text) else {
            ledger.add(
                .impossibleDate,
                Phrase(
                    zh: "“\(cell.text)”不是日期，也不是整点", en: "'\(cell.text)' is neither a day nor a full hour"),
                at: cell.place,
                help: Phrase(
                    zh: "写成 2026-11-24 或 \"2026-11-24 18:00\"",
                    en: "write 2026-11-24 or \"2026-11-24 18:00\""))
            return nil
        }
        guard kind == step ?? kind else {
            ledger.add(
                .contradictoryKeys,
                Phrase(zh: "日和小时不能混写", en: "days and hours cannot be mixed"), at: cell.place,
                help: Phrase(zh: "全写日，或全写整点", en: "write days only, or hours only"))
            return nil
        }
        step = kind
        guard isInOrder(time, cell, &ledger) else { return nil }
        first = first ?? time
        last = (time, cell.place)
        return time
    }

    private static func time(_ text: String) -> (CivilTime, Forecast.Step)? {
        if let day = CivilDate(text) { return (CivilTime(day, minuteOfDay: 0), .day) }
        guard let time = CivilTime(text), time.minuteOfDay % 60 == 0 else { return nil }
        return (time, .hour)
    }

    private func isInOrder(
        _ time: CivilTime, _ cell: ForecastTable.Cell, _ ledger: inout FindingsLedger
    ) -> Bool {
        guard let last, let first else { return true }
        if time == last.time {
            ledger.add(
                .duplicateKey,
                Phrase(
                    zh: "“\(cell.text)”和第 \(last.place.start.line) 行重复",
                    en: "'\(cell.text)' stands on line \(last.place.start.line) already"), at: cell.place)
            return false
        }
        if time < last.time {
            ledger.add(
                .impossibleDate,
                Phrase(
                    zh: "时间倒退：“\(cell.text)”早于第 \(last.place.start.line) 行",
                    en: "time goes back: '\(cell.text)' lies before line \(last.place.start.line)"),
                at: cell.place,
                help: Phrase(zh: "按时间先后排列", en: "put the rows in the order of time"))
            return false
        }
        if (time - first).minutes >= Forecast.mostDays * 1440 {
            ledger.add(
                .numberOutOfRange,
                Phrase(
                    zh: "离第一行超过 \(Forecast.mostDays) 天，不是一份预报",
                    en: "this is more than \(Forecast.mostDays) days after the first row; that is no forecast"
                ),
                at: cell.place)
            return false
        }
        return true
    }
}
