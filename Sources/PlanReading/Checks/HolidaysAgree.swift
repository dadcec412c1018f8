import Diagnostics
import PlanModel

/// Around New Year's Eve two years' files may speak of the same day; then both say the same.
enum HolidaysAgree: Check {
    static func findings(in draft: PlanDraft, _ basis: CheckBasis) -> [Diagnostic] {
        draft.holidays.flatMap { later in
            // A second file for the same year is complained of as such.
            draft.holidays.first { $0.year == later.year - 1 }.flatMap { finding($0, later) } ?? []
        }
    }

    private static func finding(_ earlier: HolidayYear, _ later: HolidayYear) -> [Diagnostic] {
        guard let newYear = CivilDate(year: later.year, month: 1, day: 1) else { return [] }
        // What lies further off is in no file of that year to begin with.
        for day in (-15..<15).map({ newYear + $0 }) {
            guard let one = earlier.kind(of: day), let other = later.kind(of: day), one != other else {
                continue
            }
            return [
                Diagnostic(
                    .wrongHoliday,
                    Phrase(
                        zh:
                            "\(day.isoText) 在 \(later.year) 年的文件里是\(other.phrase.chinese)，在 \(earlier.year) 年的文件里是\(one.phrase.chinese)",
                        en:
                            "\(day.isoText) is \(other.phrase.english) by the file of \(later.year) and \(one.phrase.english) by that of \(earlier.year)"
                    ),
                    at: later.place,
                    help: Phrase(zh: "照通知核对日期", en: "compare the dates with the notices"),
                    related: [
                        .init(
                            Phrase(zh: "\(earlier.year) 年的文件在这里", en: "the file of \(earlier.year) is here"),
                            at: earlier.place)
                    ])
            ]
        }
        return []
    }
}

extension HolidayYear {
    /// What this file says of a day; nil where it says nothing.
    fileprivate func kind(of day: CivilDate) -> DayKind? {
        let holiday = holidays.first { $0.days.first <= day && day <= $0.days.last }
        return holiday.map { .holiday($0.title) } ?? (workdays.contains(day) ? .workday : nil)
    }
}

extension DayKind {
    fileprivate var phrase: Phrase {
        switch self {
        case .workday: Phrase(zh: "调休上班", en: "a workday")
        case .restDay: Phrase(zh: "休息日", en: "a day of rest")
        case .holiday(let title): Phrase(zh: "“\(title)”", en: "'\(title)'")
        }
    }
}
