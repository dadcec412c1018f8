import Diagnostics
import Activating
import PlanModel

/// The question that a sub-district's roster answers, drawn from the plans, the order and what was published.
struct RosterDraft {
    let subDistrict: Identifier<SubDistrict>
    let start: CivilTime
    let end: CivilTime
    let hours: DutyHours
    let occurrences: [ShiftOccurrence]
    let served: [PublishedRoster.Duty]
    /// What people were told of the time from the start on.
    let told: [PublishedRoster.Duty]
    /// Who of another sub-district is on duty here in a shift that is under way, and goes on to its end.
    let guests: [LentDuty]
    /// Who of another was told to come later.
    let expected: [ToldSeats<Person>.Seat]
    /// What this response has taken of each person by the start, and what of it is under way elsewhere.
    let taken: [DutyTally]
    let settled: SettledDuties
    let problem: StaffingProblem

    init(
        for name: Identifier<SubDistrict>, _ book: PlanBook, _ activation: Activation, _ basis: RosterBasis
    ) {
        let order = activation.order
        let start = max(order.began, basis.change?.now ?? order.began)
        let end = order.plannedEnd(openFor: book.duty.days)
        let occurrences = ShiftOccurrence.all(of: book.duty.shifts, from: start, to: end)
        let staff =
            book.staff(of: name)
            ?? Staff(subDistrict: Located(name, at: book.district.place), people: [])
        let demand = DutyDemand(of: name, in: occurrences, book, activation)
        let published = basis.change?.published.parts.first { $0.subDistrict == name }?.duties ?? []
        told = published.filter { start < $0.end }

        // Until the order takes effect nobody is on duty, whenever their shift begins.
        let hasBegun = order.began < start
        func isRunning(_ crew: Int) -> Bool { hasBegun && demand.crews[crew].slot.occurrence.start < start }
        let visits = ToldSeats(told.filter { $0.lender != nil }, demand.crews) { duty in
            duty.lender.flatMap(book.staff)?.people.first { $0.id.value == duty.person }
        }
        let visiting = visits.found.filter { isRunning($0.crew) }
        expected = visits.found.filter { !isRunning($0.crew) }
        let numbers = Dictionary(
            staff.people.enumerated().map { ($1.id.value, $0) }, uniquingKeysWith: { first, _ in first })
        let own = ToldSeats(told.filter { $0.lender == nil }, demand.crews) { numbers[$0.person] }
        let seats = own.found.map { StaffingProblem.Seat(person: $0.who, crew: $0.crew) }
        // Who is on duty goes on to the end of the shift, also where fewer are needed from now on.
        let running = seats.filter { isRunning($0.crew) }
        let crews = demand.crews.indices.map { crew -> CrewNeed in
            let present = visiting.filter { $0.crew == crew }.map(\.who)
            return CrewNeed(
                slot: demand.crews[crew].slot,
                seats: max(demand.crews[crew].seats, running.count { $0.crew == crew } + present.count),
                present: present)
        }
        let settled = SettledDuties(
            staff, crews: crews, in: occurrences, told: seats, running: running)
        // Whose post ends with the change has served until now all the same.
        let released = (own.missing + visits.missing).filter { hasBegun && $0.start < start }.compactMap {
            basis.change?.published.cut($0, at: start)
        }
        let ended = published.filter { $0.end <= start }
        served = ended + released
        var done = Array(repeating: [PublishedRoster.Duty](), count: staff.people.count)
        let lent = (basis.change?.published.parts ?? []).filter { $0.subDistrict != name }.flatMap(\.duties)
            .filter { hasBegun && $0.lender == name && $0.start < start }
        for duty in (ended + released).filter({ $0.lender == nil }) + lent {
            if let person = numbers[duty.person] { done[person].append(duty) }
        }
        let carried = CarriedDuty(
            name, staff.people, from: basis.earlier, served: done, before: start, book.duty)
        // Nobody who stands by elsewhere now is asked beside it.
        var prior = carried.recent
        for duty in lent where duty.isStandby && start < duty.end {
            if let person = numbers[duty.person] { prior[person].append(ShiftOccurrence(duty)) }
        }
        taken = done.map { $0.reduce(DutyTally()) { $0 + DutyTally($1) } }
        subDistrict = name
        hours = DutyHours(from: order.began, to: order.end)
        let hours = hours
        guests = visiting.compactMap { seat in
            guard let lender = seat.duty.lender else { return nil }
            let slot = demand.crews[seat.crew].slot
            return LentDuty(
                person: seat.who, lender: lender, borrower: name, slot: slot,
                hours: hours.of(slot.occurrence), isRunning: true)
        }
        self.start = start
        self.end = end
        self.occurrences = occurrences
        self.settled = settled
        problem = StaffingProblem(
            people: staff.people, crews: crews, calendar: book.holidays, rules: book.duty.rest,
            weights: book.duty.weights,
            pairs: staff.pairs.compactMap { pair in
                guard let first = numbers[pair.first.value], let second = numbers[pair.second.value] else {
                    return nil
                }
                return StaffingProblem.Pair(kind: pair.kind, first: first, second: second)
            },
            given: settled.given.map(\.seat), prior: prior, swappedOut: settled.swappedOut,
            carried: carried.tallies,
            published: seats.filter { !isRunning($0.crew) })
    }
}
