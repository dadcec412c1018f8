package import Diagnostics
package import PlanModel

/// Who is on duty in a sub-district through a response: every seat filled, or open with its reasons.
package struct DutyRoster: Sendable {
    package let subDistrict: Identifier<SubDistrict>
    /// In the order of rotation.
    package let people: [Person]
    /// From the order's effective time, or the time of the change, to the end of the response or as far as duty
    /// is planned. Exclusive.
    package let start: CivilTime
    package let end: CivilTime
    package let hours: DutyHours
    /// By start.
    package let occurrences: [ShiftOccurrence]
    /// By shift, then post, then place.
    package let crews: [DutyCrew]
    /// What had been served when the roster was changed.
    package let served: [PublishedRoster.Duty]
    /// What this response has taken of each person by the start, here or elsewhere.
    private let taken: [DutyTally]
    package let lending: DutyLending
    package let open: [OpenShift]
    /// Fixed duties and swaps: those that were followed, each with the rules it breaks, and those that could not be.
    package let settled: [SettledDuty]
    package let unmet: [UnmetDuty]
    package let search: RosterSearch
    package let calendar: HolidayCalendar
    /// Who is told something else than before; empty for a first edition.
    package let changes: [RosterChange]
    /// What would close open seats; nil where nothing is open or nobody asked.
    package let remedies: RosterRemedies?

    var problem: StaffingProblem { search.seating.problem }

    package var seats: Int { crews.reduce(0) { $0 + $1.seats } }
    package var openSeats: Int { open.reduce(0) { $0 + $1.seats } }
    package var assignments: [DutyAssignment] { crews.flatMap(\.members) }

    /// What each person serves in this response, here or lent, what had been served when the roster was changed
    /// included.
    package var shares: [DutyShare] {
        // The problem counts what this response has taken of them among what they carry.
        let earlier = DutyTally.fromLeast(zip(problem.carried, taken).map { $0 - $1 })
        let before = Dictionary(
            grouping: served.filter { $0.lender == nil } + lending.servedAway, by: \.person)
        var minutes: [Identifier<Person>: Int] = [:]
        for crew in crews where !crew.slot.post.isStandby {
            for duty in crew.members where duty.lender == nil {
                minutes[duty.person.id.value, default: 0] += hours(of: duty).length.minutes
            }
        }
        for duty in lending.lent where !duty.slot.post.isStandby {
            minutes[duty.person.id.value, default: 0] += duty.hours.length.minutes
        }
        // What is lent anew is in the problem; what is under way elsewhere is not.
        let running = Dictionary(grouping: lending.lent.filter(\.isRunning), by: \.person.id.value)
        return people.indices.map { person in
            let id = people[person].id.value
            var tally = search.seating.tally(of: person)
            tally.time = Span(minutes: minutes[id] ?? 0)
            for duty in before[id] ?? [] { tally = tally + DutyTally(duty) }
            for duty in running[id] ?? [] { tally.count(duty, calendar) }
            return DutyShare(person: people[person], tally: tally, carried: earlier[person])
        }
    }

    /// When somebody's duty begins and ends; who joins a shift that is under way begins with the change.
    package func hours(of assignment: DutyAssignment) -> DutyHours.Stretch {
        hours.of(assignment.slot.occurrence, from: assignment.origin == .running ? nil : start)
    }

    package func crews(in occurrence: ShiftOccurrence) -> [DutyCrew] {
        crews.filter { $0.slot.occurrence == occurrence }
    }

    init(_ home: RosterHome, _ lending: DutyLending, _ book: PlanBook, _ basis: RosterBasis) {
        let (draft, search) = (home.draft, home.search)
        let (seating, problem) = (search.seating, home.problem)
        let origins = Dictionary(
            draft.settled.given.map { ($0.seat, $0.origin) }, uniquingKeysWith: { first, _ in first })
        subDistrict = draft.subDistrict
        people = problem.people
        start = draft.start
        end = draft.end
        hours = draft.hours
        occurrences = draft.occurrences
        let crews = home.ownCrews.map { crew in
            let slot = problem.crews[crew].slot
            let own = seating.members[crew].sorted().map { person in
                DutyAssignment(
                    person: problem.people[person], slot: slot,
                    origin: origins[StaffingProblem.Seat(person: person, crew: crew)] ?? .planned)
            }
            let borrowed = lending.borrowed.filter { $0.slot == slot }.map { duty in
                DutyAssignment(
                    person: duty.person, slot: slot, origin: duty.isRunning ? .running : .planned,
                    lender: duty.lender)
            }
            return DutyCrew(slot: slot, seats: problem.crews[crew].seats, members: own + borrowed)
        }
        self.crews = crews
        served = draft.served
        taken = draft.taken
        open = crews.indices.filter { crews[$0].openSeats > 0 }.map { crew in
            OpenShift(
                slot: problem.crews[crew].slot,
                hours: draft.hours.of(problem.crews[crew].slot.occurrence, from: draft.start),
                seats: crews[crew].openSeats,
                reasons: problem.people.indices.compactMap { seating.reason(for: $0, in: crew) },
                asked: lending.asked[crew] ?? [])
        }
        settled = draft.settled.given.compactMap { SettledDuty($0, in: seating) }
        unmet = draft.settled.unmet
        self.search = search
        self.lending = lending
        remedies = basis.asksRemedies ? RosterRemedies(for: search, within: basis.limits) : nil
        calendar = book.holidays
        changes = RosterChange.all(from: draft.told, to: crews, start: draft.start)
    }
}

extension Seating {
    /// Every rule that keeps somebody out of a crew; nil where none does.
    func reason(for person: Int, in crew: Int) -> OpenShift.Reason? {
        let reasons = question(person, crew).everyReason
        return reasons.first.map {
            OpenShift.Reason(person: problem.people[person], keptOut: $0, isOnly: reasons.count == 1)
        }
    }
}

extension DutyTally {
    /// What somebody serves elsewhere, but for its time.
    fileprivate mutating func count(_ duty: LentDuty, _ calendar: HolidayCalendar) {
        count(
            duty.slot.occurrence, on: calendar.kind(of: duty.slot.occurrence.date),
            isStandby: duty.slot.post.isStandby)
    }
}

/// A fixed duty or a swap that was followed, and the rules that it breaks.
package struct SettledDuty: Sendable {
    package let assignment: DutyAssignment
    package let breaks: [KeptOut]
    package let place: SourceSpan

    init?(_ given: SettledDuties.Given, in seating: Seating) {
        guard let place = given.place else { return nil }
        let problem = seating.problem
        var others = seating
        others.take(given.seat.person, from: given.seat.crew)
        assignment = DutyAssignment(
            person: problem.people[given.seat.person], slot: problem.crews[given.seat.crew].slot,
            origin: given.origin)
        breaks = others.question(given.seat.person, given.seat.crew).everyReason
        self.place = place
    }
}
