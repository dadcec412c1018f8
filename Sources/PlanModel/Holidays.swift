package import Diagnostics

/// One year's public holidays, and the weekend days on which people work instead.
package struct HolidayYear: Sendable {
    package let year: Int
    package let source: String
    package let certainty: Certainty
    package let holidays: [Holiday]
    /// Weekend days worked in exchange (调休上班).
    package let workdays: [CivilDate]
    /// Where its file states the year.
    package let place: SourceSpan

    package struct Holiday: Sendable {
        package let title: String
        package let days: DateRange

        package init(title: String, days: DateRange) {
            self.title = title
            self.days = days
        }
    }

    package init(
        year: Int, source: String, certainty: Certainty, holidays: [Holiday], workdays: [CivilDate],
        place: SourceSpan
    ) {
        self.year = year
        self.source = source
        self.certainty = certainty
        self.holidays = holidays
        self.workdays = workdays
        self.place = place
    }
}

/// What kind of day it is for who serves on it.
package enum DayKind: Sendable, Hashable {
    /// 工作日, a weekend day worked in exchange included.
    case workday
    /// 休息日.
    case restDay
    /// 节假日, by its title.
    case holiday(String)

    package var isRest: Bool { self != .workday }
}

/// Which days are days of rest, as far as the plans know.
package struct HolidayCalendar: Sendable {
    package let years: [HolidayYear]

    package init(_ years: [HolidayYear]) { self.years = years }

    /// A year that no file tells about goes by weekends alone.
    package func kind(of day: CivilDate) -> DayKind {
        // The days around New Year's Eve may stand in either year's notice.
        let holiday = years.lazy.flatMap(\.holidays).first { $0.days.first <= day && day <= $0.days.last }
        if let holiday { return .holiday(holiday.title) }
        if years.contains(where: { $0.workdays.contains(day) }) { return .workday }
        return day.weekday >= 6 ? .restDay : .workday
    }

    package func knows(_ year: Int) -> Bool { years.contains { $0.year == year } }

    /// The years of a stretch of days that no file tells about, in order; both days belong to the stretch.
    /// A last day before the first is no stretch and misses nothing.
    package func missingYears(from first: CivilDate, to last: CivilDate) -> [Int] {
        first <= last ? (first.year...last.year).filter { !knows($0) } : []
    }
}
