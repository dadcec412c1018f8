package import Activating
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

    /// What each person serves in this response, what had been served when the roster was changed included.
    package var shares: [DutyShare] {
        let before = people.map { person in
            served.filter { $0.person == person.id.value }.reduce(DutyTally()) { $0 + DutyTally($1) }
        }
        // The problem counts what this response has taken of them among what they carry.
        let earlier = DutyTally.fromLeast(zip(problem.carried, before).map { $0 - $1 })
        var minutes: [Identifier<Person>: Int] = [:]
        for crew in crews where !crew.slot.post.isStandby {
            for duty in crew.members {
                minutes[duty.person.id.value, default: 0] += hours(of: duty).length.minutes
            }
        }
        return people.indices.map { person in
            var here = search.seating.tally(of: person)
            here.time = Span(minutes: minutes[people[person].id.value] ?? 0)
            return DutyShare(
                person: people[person], tally: before[person] + here, carried: earlier[person])
        }
    }

    /// When somebody's duty begins and ends; who joins a shift that is under way begins with the change.
    package func hours(of assignment: DutyAssignment) -> DutyHours.Stretch {
        let all = hours.of(assignment.slot.occurrence)
        guard assignment.origin != .running, all.start < start else { return all }
        return DutyHours.Stretch(start: min(start, all.end), end: all.end)
    }

    package func crews(in occurrence: ShiftOccurrence) -> [DutyCrew] {
        crews.filter { $0.slot.occurrence == occurrence }
    }

    /// Finds the roster: fewest open seats first, then fewest changes, then the fairest. Same plans, order and
    /// basis, same roster.
    package init(
        for subDistrict: Identifier<SubDistrict>, _ book: PlanBook, _ activation: Activation,
        _ basis: RosterBasis = RosterBasis()
    ) {
        let draft = RosterDraft(for: subDistrict, book, activation, basis)
        let search = RosterSearch(draft.problem, within: basis.limits)
        self.init(
            draft, search, book,
            remedies: basis.asksRemedies ? RosterRemedies(for: search, within: basis.limits) : nil)
    }

    init(
        _ draft: RosterDraft, _ search: RosterSearch, _ book: PlanBook, remedies: RosterRemedies? = nil
    ) {
        let seating = search.seating
        let problem = draft.problem
        let origins = Dictionary(
            draft.settled.given.map { ($0.seat, $0.origin) }, uniquingKeysWith: { first, _ in first })
        subDistrict = draft.subDistrict
        people = problem.people
        start = draft.start
        end = draft.end
        hours = draft.hours
        occurrences = draft.occurrences
        crews = problem.crews.indices.map { crew in
            DutyCrew(
                slot: problem.crews[crew].slot, seats: problem.crews[crew].seats,
                members: seating.members[crew].sorted().map { person in
                    DutyAssignment(
                        person: problem.people[person], slot: problem.crews[crew].slot,
                        origin: origins[StaffingProblem.Seat(person: person, crew: crew)] ?? .planned)
                })
        }
        served = draft.served
        open = problem.crews.indices.filter { seating.open($0) > 0 }.map { crew in
            OpenShift(
                slot: problem.crews[crew].slot, seats: seating.open(crew),
                reasons: problem.people.indices.compactMap { seating.reason(for: $0, in: crew) })
        }
        settled = draft.settled.given.compactMap { SettledDuty($0, in: seating) }
        unmet = draft.settled.unmet
        self.search = search
        self.remedies = remedies
        calendar = book.holidays
        changes = RosterChange.all(
            from: draft.told, to: crews, people: problem.people, start: draft.start)
    }
}

extension Seating {
    fileprivate func reason(for person: Int, in crew: Int) -> OpenShift.Reason? {
        let reasons = question(person, crew).everyReason
        return reasons.first.map {
            OpenShift.Reason(person: problem.people[person], keptOut: $0, isOnly: reasons.count == 1)
        }
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
