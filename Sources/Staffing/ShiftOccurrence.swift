import Diagnostics
package import PlanModel

/// A shift on a day.
package struct ShiftOccurrence: Sendable, Hashable {
    package let shift: Shift
    /// The day on which it starts.
    package let date: CivilDate

    package init(shift: Shift, date: CivilDate) {
        self.shift = shift
        self.date = date
    }

    package var start: CivilTime { CivilTime(date, minuteOfDay: shift.from) }
    /// Exclusive; on the next day for a shift over midnight.
    package var end: CivilTime { start + shift.length }

    /// The days it touches, both included.
    package var days: DateRange {
        DateRange(first: date, last: CivilTime(minuteNumber: end.minuteNumber - 1).date)
    }

    package static func == (left: ShiftOccurrence, right: ShiftOccurrence) -> Bool {
        left.date == right.date && left.shift.id.value == right.shift.id.value
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(date)
        hasher.combine(shift.id.value)
    }

    package func overlaps(_ other: ShiftOccurrence) -> Bool {
        start < other.end && other.start < end
    }

    /// Every shift that is at work at some time between two times, by start, then in the order of the rules.
    package static func all(of shifts: [Shift], from start: CivilTime, to end: CivilTime) -> [ShiftOccurrence]
    {
        guard start < end else { return [] }
        let days = (start.date.dayNumber - 1)...end.date.dayNumber
        let all = days.flatMap { day in
            shifts.map { ShiftOccurrence(shift: $0, date: CivilDate(dayNumber: day)) }
        }
        let within = all.filter { $0.start < end && start < $0.end }
        return within.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
            .map(\.element)
    }
}
