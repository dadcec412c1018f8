import Diagnostics
import PlanModel

/// Where the plans tell of holidays, they tell of those of the year that it is.
///
/// A district that keeps no such files goes by weekends on purpose, or learns of them when it makes a roster.
enum HolidaysKnown: Check {
    static func findings(in draft: PlanDraft, _ basis: CheckBasis) -> [Diagnostic] {
        let year = basis.day.year
        guard let duty = draft.duties.first, !draft.holidays.isEmpty,
            !draft.holidays.contains(where: { $0.year == year }), !mayBeUnread(draft)
        else { return [] }
        return [
            Diagnostic(
                .noHolidays,
                Phrase(
                    zh: "没有 \(year) 年的节假日，那一年的值班表只分周末和平日",
                    en: "no file tells the holidays of \(year): rosters of that year know weekends only"),
                severity: .warning, at: duty.place,
                help: Phrase(
                    zh: "照国务院办公厅的通知写 holidays/\(year).yaml（kind: holidays，year: \(year)）",
                    en:
                        "write holidays/\(year).yaml ('kind: holidays', 'year: \(year)') from the State Council's notice"
                ))
        ]
    }

    /// Whether the year may be told in a file that has been complained of.
    private static func mayBeUnread(_ draft: PlanDraft) -> Bool {
        draft.unread.contains(.holidays) || draft.names(of: .holidays).count > draft.holidays.count
    }
}
