import Diagnostics
package import PlanModel

/// What somebody serves, counted.
package struct DutyTally: Sendable, Hashable {
    package var shifts = 0
    package var nights = 0
    /// Shifts that start on a day of rest, holidays included.
    package var restDays = 0
    package var holidays = 0
    package var standby = 0
    /// Time on duty; none for standing by.
    package var time = Span(minutes: 0)

    package init() {}

    mutating func count(_ occurrence: ShiftOccurrence, on day: DayKind, isStandby: Bool) {
        guard !isStandby else {
            standby += 1
            return
        }
        shifts += 1
        if occurrence.shift.isNight { nights += 1 }
        if day.isRest { restDays += 1 }
        if case .holiday = day { holidays += 1 }
    }

    package static func + (left: DutyTally, right: DutyTally) -> DutyTally {
        var sum = left
        sum.shifts += right.shifts
        sum.nights += right.nights
        sum.restDays += right.restDays
        sum.holidays += right.holidays
        sum.standby += right.standby
        sum.time = Span(minutes: left.time.minutes + right.time.minutes)
        return sum
    }

    package static func - (left: DutyTally, right: DutyTally) -> DutyTally {
        var rest = left
        rest.shifts -= right.shifts
        rest.nights -= right.nights
        rest.restDays -= right.restDays
        rest.holidays -= right.holidays
        rest.standby -= right.standby
        rest.time = Span(minutes: left.time.minutes - right.time.minutes)
        return rest
    }

    /// Every burden by its square, counted on from what was carried before.
    func cost(after carried: DutyTally, _ weights: RosterWeights) -> Int {
        func square(_ now: Int, _ before: Int) -> Int { now * (2 * before + now) }
        return weights.shifts * square(shifts, carried.shifts)
            + weights.nights * square(nights, carried.nights)
            + weights.restDays * square(restDays, carried.restDays)
            + weights.holidays * square(holidays, carried.holidays)
            + weights.standby * square(standby, carried.standby)
    }
}

/// What is shared out fairly.
package enum Burden: CaseIterable, Sendable {
    case shifts, nights, restDays, holidays, standby

    var count: any WritableKeyPath<DutyTally, Int> & Sendable {
        switch self {
        case .shifts: \.shifts
        case .nights: \.nights
        case .restDays: \.restDays
        case .holidays: \.holidays
        case .standby: \.standby
        }
    }

    func weight(in weights: RosterWeights) -> Int {
        switch self {
        case .shifts: weights.shifts
        case .nights: weights.nights
        case .restDays: weights.restDays
        case .holidays: weights.holidays
        case .standby: weights.standby
        }
    }
}

/// What falls to one person of a sub-district.
package struct DutyShare: Sendable {
    package let person: Person
    /// In this response.
    package let tally: DutyTally
    /// From earlier ones, counted from the person who has served least.
    package let carried: DutyTally
}
