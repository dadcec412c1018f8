import Diagnostics
import PlanModel

/// What one year's file says of a day it says once, of days in or around its year, and a workday is a weekend's.
enum HolidaysHold {
    /// How many days before and after its year a year's notice may speak of.
    private static let neighbours = 15

    static func findings(
        in year: Int, _ holidays: [Located<HolidayYear.Holiday>], _ workdays: [Located<CivilDate>]
    ) -> [Diagnostic] {
        guard let first = CivilDate(year: year, month: 1, day: 1),
            let last = CivilDate(year: year, month: 12, day: 31)
        else { return [] }
        let known = DateRange(first: first + -neighbours, last: last + neighbours)
        var found: [Diagnostic] = []
        var taken: [CivilDate: Located<HolidayYear.Holiday>] = [:]
        for holiday in holidays {
            let (title, days) = (holiday.value.title, holiday.value.days)
            guard known.first <= days.first, days.last <= known.last else {
                found.append(
                    outside(
                        year, Phrase(zh: "“\(title)”\(days.isoText)", en: "'\(title)' \(days.isoText)"),
                        at: holiday.place))
                continue
            }
            var day = days.first
            while day <= days.last {
                if let other = taken[day] {
                    found.append(shared(day, holiday, other))
                    break
                }
                taken[day] = holiday
                day = day + 1
            }
        }
        return found + workdays.compactMap { finding(for: $0, year, known, taken) }
    }

    private static func finding(
        for workday: Located<CivilDate>, _ year: Int, _ known: DateRange,
        _ taken: [CivilDate: Located<HolidayYear.Holiday>]
    ) -> Diagnostic? {
        let (day, text) = (workday.value, workday.value.isoText)
        guard known.first <= day, day <= known.last else {
            return outside(
                year, Phrase(zh: "调休上班 \(text)", en: "the workday \(text)"), at: workday.place)
        }
        if let holiday = taken[day] {
            let title = holiday.value.title
            return Diagnostic(
                .wrongHoliday,
                Phrase(zh: "调休上班 \(text) 在“\(title)”之内", en: "the workday \(text) lies within '\(title)'"),
                at: workday.place, help: compare,
                related: [.init(Phrase(zh: "节假日在这里", en: "the holiday is here"), at: holiday.place)])
        }
        guard day.weekday < 6 else { return nil }
        return Diagnostic(
            .wrongHoliday,
            Phrase(zh: "调休上班 \(text) 不是周六、周日", en: "the workday \(text) is no Saturday or Sunday"),
            at: workday.place,
            help: Phrase(zh: "只写要上班的周末；照通知核对", en: "list worked weekend days only; compare with the notice"))
    }

    private static func outside(_ year: Int, _ what: Phrase, at place: SourceSpan) -> Diagnostic {
        Diagnostic(
            .wrongHoliday,
            Phrase(
                zh: "\(what.chinese) 不在 \(year) 年及其前后 \(neighbours) 天之内",
                en: "\(what.english) is not within \(year) or \(neighbours) days of it"),
            at: place,
            help: Phrase(zh: "改正日期；别的年份各写一份文件", en: "mend the date; each year has a file of its own"))
    }

    private static func shared(
        _ day: CivilDate, _ holiday: Located<HolidayYear.Holiday>, _ other: Located<HolidayYear.Holiday>
    ) -> Diagnostic {
        let (title, first) = (holiday.value.title, other.value.title)
        return Diagnostic(
            .wrongHoliday,
            Phrase(
                zh: "\(day.isoText) 既在“\(title)”之内，又在“\(first)”之内",
                en: "\(day.isoText) lies within '\(title)' and within '\(first)'"),
            at: holiday.place, help: compare,
            related: [.init(Phrase(zh: "另一个在这里", en: "the other is here"), at: other.place)])
    }

    private static let compare = Phrase(zh: "照通知核对日期", en: "compare the dates with the notice")
}

extension DateRange {
    fileprivate var isoText: String { "\(first.isoText)/\(last.isoText)" }
}
