package import Diagnostics
package import PlanModel

/// What plans settle beforehand in one sub-district: people named for shifts, swaps, and who is on duty already.
struct SettledDuties {
    struct Given {
        let seat: StaffingProblem.Seat
        let origin: DutyAssignment.Origin
        let place: SourceSpan?
    }

    private(set) var given: [Given] = []
    private(set) var swappedOut: Set<StaffingProblem.Turn> = []
    /// What could not be done, by place in the plans.
    private(set) var unmet: [UnmetDuty] = []
    private let people: [Person]
    private let crews: [CrewNeed]
    private let occurrences: [ShiftOccurrence]
    private let numbers: [Identifier<Person>: Int]

    /// - Parameters:
    ///   - told: Whom people have been told to expect where: a substitute takes the seat of who is out.
    ///   - running: Who is on duty in a shift that is under way.
    init(
        _ staff: Staff, crews: [CrewNeed], in occurrences: [ShiftOccurrence], told: [StaffingProblem.Seat],
        running: [StaffingProblem.Seat]
    ) {
        people = staff.people
        self.crews = crews
        self.occurrences = occurrences
        numbers = Dictionary(
            staff.people.enumerated().map { ($1.id.value, $0) }, uniquingKeysWith: { first, _ in first })
        for seat in running { take(seat, .running, nil) }
        for fixed in staff.fixed { settle(fixed) }
        for swap in staff.swaps { settle(swap, told: told) }
    }

    private mutating func settle(_ fixed: FixedDuty) {
        guard let person = numbers[fixed.person.value],
            let shift = occurrence(of: fixed.shift.value, on: fixed.date)
        else { return }
        let wanted = crews.indices.filter { crew in
            let slot = crews[crew].slot
            return slot.occurrence == shift && slot.post.id.value == fixed.post.value
                && (fixed.at == nil || slot.place.text == fixed.at)
        }
        seat(person, in: wanted, of: shift, .fixed, fixed.place)
    }

    private mutating func settle(_ swap: DutySwap, told: [StaffingProblem.Seat]) {
        guard let out = numbers[swap.out.value], let substitute = numbers[swap.substitute.value],
            let shift = occurrence(of: swap.shift.value, on: swap.date)
        else { return }
        swappedOut.insert(StaffingProblem.Turn(person: out, shift: shift))
        let there = crews.indices.filter { crews[$0].slot.occurrence == shift }
        let seats = told.filter { $0.person == out && there.contains($0.crew) }.map(\.crew)
        // Where nobody knows yet what the one who is out would have done: what both can do, else what one can.
        let onDuty = there.filter { !crews[$0].isStandby && holds(substitute, $0) }
        let both = onDuty.filter { holds(out, $0) }
        let wanted = seats + both + onDuty.filter { !both.contains($0) }
        seat(substitute, in: wanted, of: shift, .swap(for: people[out].name), swap.place)
    }

    /// A shift of another time than this response's is nothing that it could settle.
    private func occurrence(of shift: Identifier<Shift>, on date: CivilDate) -> ShiftOccurrence? {
        occurrences.first { $0.date == date && $0.shift.id.value == shift }
    }

    private func holds(_ person: Int, _ crew: Int) -> Bool {
        people[person].holds(crews[crew].slot.post.id.value)
    }

    private mutating func seat(
        _ person: Int, in wanted: [Int], of shift: ShiftOccurrence, _ origin: DutyAssignment.Origin,
        _ place: SourceSpan
    ) {
        let settled = given.first {
            $0.seat.person == person && crews[$0.seat.crew].slot.occurrence == shift
        }
        if let settled, wanted.contains(settled.seat.crew) { return }
        let free = wanted.first { crew in given.count { $0.seat.crew == crew } < crews[crew].freeSeats }
        let reason: UnmetDuty.Reason? =
            if wanted.isEmpty { .noSuchPost } else if settled != nil { .settledElsewhere } else if free == nil
            {
                .full
            } else { nil }
        if let reason {
            unmet.append(UnmetDuty(person: people[person], shift: shift, reason: reason, place: place))
        } else if let free {
            take(StaffingProblem.Seat(person: person, crew: free), origin, place)
        }
    }

    private mutating func take(
        _ seat: StaffingProblem.Seat, _ origin: DutyAssignment.Origin, _ place: SourceSpan?
    ) {
        given.append(Given(seat: seat, origin: origin, place: place))
    }
}

/// A fixed duty or swap that could not be followed.
package struct UnmetDuty: Sendable {
    package let person: Person
    package let shift: ShiftOccurrence
    package let reason: Reason
    package let place: SourceSpan

    package enum Reason: Sendable {
        /// At this level nobody holds such a post there in that shift.
        case noSuchPost
        /// The person is settled elsewhere in that shift.
        case settledElsewhere
        /// Others are settled in all seats of the crew.
        case full
    }
}
