import Diagnostics
package import PlanModel

/// What people of one sub-district bring along: burdens of earlier responses, and shifts that still take their rest.
struct CarriedDuty {
    /// By person, counted from the one who has carried least.
    let tallies: [DutyTally]
    /// By person: shifts so late that a rule may still count them.
    let recent: [[ShiftOccurrence]]

    /// - Parameters:
    ///   - served: What this response has taken of each person already.
    init(
        _ name: Identifier<SubDistrict>, _ people: [Person], from earlier: [PublishedRoster],
        served: [[PublishedRoster.Duty]], before start: CivilTime, _ rules: DutyRules
    ) {
        let numbers = Dictionary(
            people.enumerated().map { ($1.id.value, $0) }, uniquingKeysWith: { first, _ in first })
        var tallies = Array(repeating: DutyTally(), count: people.count)
        var recent = Array(repeating: [ShiftOccurrence](), count: people.count)
        let reach = Span(minutes: max(rules.rest.rest.minutes, rules.rest.within.minutes) + 2 * 1440)
        func add(_ duty: PublishedRoster.Duty, to person: Int, counts: Bool) {
            if counts { tallies[person] = tallies[person] + DutyTally(duty) }
            if !duty.isStandby, start - reach < duty.end { recent[person].append(ShiftOccurrence(duty)) }
        }
        for roster in earlier {
            let counts = rules.carried.map { start - $0 < roster.end } ?? true
            var here = Array(repeating: DutyTally(), count: people.count)
            for duty in roster.parts.flatMap(\.duties) {
                guard let person = numbers[duty.person] else { continue }
                here[person] = here[person] + DutyTally(duty)
                add(duty, to: person, counts: counts)
            }
            guard counts, let part = roster.parts.first(where: { $0.subDistrict == name }) else { continue }
            // Who came later is not made to catch up: they are given what the others had on average.
            let were = Set(part.people)
            let veterans = people.indices.filter { were.contains(people[$0].id.value) }
            guard !veterans.isEmpty else { continue }
            for person in people.indices where !were.contains(people[person].id.value) {
                for burden in Burden.allCases {
                    let sum = veterans.reduce(0) { $0 + here[$1][keyPath: burden.count] }
                    tallies[person][keyPath: burden.count] += sum / veterans.count
                }
            }
        }
        for person in people.indices {
            for duty in served[person] { add(duty, to: person, counts: true) }
        }
        self.tallies = DutyTally.fromLeast(tallies)
        self.recent = recent
    }
}

extension DutyTally {
    /// Every burden counted from the person who carries least of it.
    static func fromLeast(_ tallies: [DutyTally]) -> [DutyTally] {
        var tallies = tallies
        for burden in Burden.allCases {
            let least = tallies.map { $0[keyPath: burden.count] }.min() ?? 0
            for person in tallies.indices { tallies[person][keyPath: burden.count] -= least }
        }
        return tallies
    }

    package init(_ duty: PublishedRoster.Duty) {
        self.init()
        guard !duty.isStandby else {
            standby = 1
            return
        }
        shifts = 1
        nights = duty.isNight ? 1 : 0
        restDays = duty.isRestDay ? 1 : 0
        holidays = duty.isHoliday ? 1 : 0
        time = duty.time
    }
}

extension ShiftOccurrence {
    /// As it was served, whatever the plans call a shift of that name today.
    package init(_ duty: PublishedRoster.Duty) {
        let from = duty.start.minuteOfDay
        self.init(
            shift: Shift(
                id: Located(duty.shift, at: SourceSpan(wholeOf: SourceFile(path: "", bytes: []))),
                title: duty.title, from: from, to: duty.end.minuteOfDay, isNight: duty.isNight),
            date: duty.date)
    }
}
