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
    let settled: SettledDuties
    let problem: StaffingProblem

    init(
        for name: Identifier<SubDistrict>, _ book: PlanBook, _ activation: Activation, _ basis: RosterBasis
    ) {
        let order = activation.order
        let start = max(order.effective, basis.change?.now ?? order.effective)
        let end = order.plannedEnd(openFor: book.duty.days)
        let occurrences = ShiftOccurrence.all(of: book.duty.shifts, from: start, to: end)
        let staff =
            book.staff(of: name)
            ?? Staff(subDistrict: Located(name, at: book.district.place), people: [])
        let demand = DutyDemand(of: name, in: occurrences, book, activation)
        let published = basis.change?.published.parts.first { $0.subDistrict == name }?.duties ?? []
        told = published.filter { start < $0.end }

        let seats = PublishedSeats(told, staff.people, demand.crews)
        // Who is on duty goes on to the end of the shift, also where fewer are needed from now on.
        let running = seats.found.filter { demand.crews[$0.crew].slot.occurrence.start < start }
        let crews = demand.crews.indices.map { crew in
            CrewNeed(
                slot: demand.crews[crew].slot,
                seats: max(demand.crews[crew].seats, running.count { $0.crew == crew }))
        }
        let settled = SettledDuties(
            staff, crews: crews, in: occurrences, told: seats.found, running: running)
        // Whose post ends with the change has served until now all the same.
        let released = seats.missing.filter { $0.start < start }.compactMap {
            basis.change?.published.cut($0, at: start)
        }
        let ended = published.filter { $0.end <= start }
        served = ended + released
        let numbers = Dictionary(
            staff.people.enumerated().map { ($1.id.value, $0) }, uniquingKeysWith: { first, _ in first })
        var done = Array(repeating: [PublishedRoster.Duty](), count: staff.people.count)
        for duty in ended + released {
            if let person = numbers[duty.person] { done[person].append(duty) }
        }
        let carried = CarriedDuty(
            name, staff.people, from: basis.earlier, served: done, before: start, book.duty)
        subDistrict = name
        hours = DutyHours(from: order.effective, to: order.end)
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
            given: settled.given.map(\.seat), prior: carried.recent, swappedOut: settled.swappedOut,
            carried: carried.tallies,
            published: seats.found.filter { crews[$0.crew].slot.occurrence.start >= start })
    }
}

/// What was published, found again among the crews of today.
private struct PublishedSeats {
    let found: [StaffingProblem.Seat]
    let missing: [PublishedRoster.Duty]

    init(_ duties: [PublishedRoster.Duty], _ people: [Person], _ crews: [CrewNeed]) {
        struct Key: Hashable {
            let date: CivilDate
            let shift: Identifier<Shift>
            let post: Identifier<Post>
            let at: String?
        }
        let keys = crews.enumerated().map { crew, need in
            let slot = need.slot
            return (
                Key(
                    date: slot.occurrence.date, shift: slot.occurrence.shift.id.value,
                    post: slot.post.id.value, at: slot.place.text), crew
            )
        }
        let places = Dictionary(keys, uniquingKeysWith: { first, _ in first })
        var (found, missing): ([StaffingProblem.Seat], [PublishedRoster.Duty]) = ([], [])
        for duty in duties {
            let key = Key(date: duty.date, shift: duty.shift, post: duty.post, at: duty.at)
            if let crew = places[key], let person = people.firstIndex(where: { $0.id.value == duty.person }),
                !found.contains(StaffingProblem.Seat(person: person, crew: crew))
            {
                found.append(StaffingProblem.Seat(person: person, crew: crew))
            } else {
                missing.append(duty)
            }
        }
        self.found = found
        self.missing = missing
    }
}
