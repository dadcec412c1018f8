package import Activating
import Diagnostics
package import PlanModel

/// Who is on duty in a sub-district through a response: every seat filled, or open with its reasons.
package struct DutyRoster: Sendable {
    package let subDistrict: Identifier<SubDistrict>
    /// From the order's effective time to its end, or as far as duty is planned. Exclusive.
    package let start: CivilTime
    package let end: CivilTime
    /// By start.
    package let occurrences: [ShiftOccurrence]
    /// Every seat, by shift, then post, place and seat.
    package let slots: [DutySlot]
    package let assignments: [DutyAssignment]
    package let open: [OpenShift]

    /// Fills the seats in turn: each takes the next of its queue whom no rule keeps out.
    ///
    /// The queue is the staff's own order; a community's patrol takes its own people first. Where nobody is free,
    /// one swap of two people is tried before a seat stays open. Same plans and order, same roster.
    package init(for subDistrict: Identifier<SubDistrict>, _ book: PlanBook, _ activation: Activation) {
        let order = activation.order
        let end = order.plannedEnd(openFor: book.duty.days)
        let occurrences = ShiftOccurrence.all(of: book.duty.shifts, from: order.effective, to: end)
        let places = DutyPlaces(of: subDistrict, book, activation)
        let slots = occurrences.flatMap { occurrence in
            book.duty.posts.flatMap {
                places.slots(of: $0, in: occurrence, rules: book.duty, level: order.level)
            }
        }
        var rotation = Rotation(people: book.staff(of: subDistrict)?.people ?? [], rules: book.duty.rest)
        for slot in slots { rotation.fill(slot) }
        self.subDistrict = subDistrict
        start = order.effective
        self.end = end
        self.occurrences = occurrences
        self.slots = slots
        assignments = rotation.assignments
        open = rotation.open
    }

    /// Who holds a post in a place during a shift, by seat; nil for an open seat.
    package func people(
        in occurrence: ShiftOccurrence, post: Post, place: DutySlot.Place
    ) -> [Person?] {
        func matches(_ slot: DutySlot) -> Bool {
            slot.occurrence.isSame(as: occurrence) && slot.post.id.value == post.id.value
                && slot.place == place
        }
        let taken = assignments.filter { matches($0.slot) }.map { ($0.slot.seat, Optional($0.person)) }
        let empty = open.filter { matches($0.slot) }.map { ($0.slot.seat, Person?.none) }
        return (taken + empty).sorted { $0.0 < $1.0 }.map(\.1)
    }
}

/// The places in which posts of a sub-district are held.
private struct DutyPlaces {
    private let communities: [SubDistrict.Community]
    private let guarded: [DutySlot.Place]

    init(of name: Identifier<SubDistrict>, _ book: PlanBook, _ activation: Activation) {
        communities = book.list(of: name)?.communities ?? []
        let sources = activation.sources(of: name).filter(\.isGuarded).map {
            DutySlot.Place.guarded(id: $0.source.id.value.text, name: $0.source.name)
        }
        let enterprises = activation.enterprises(of: name).filter(\.isGuarded).map {
            DutySlot.Place.guarded(id: $0.enterprise.id.value.text, name: $0.enterprise.name)
        }
        guarded = sources + enterprises
    }

    func slots(
        of post: Post, in occurrence: ShiftOccurrence, rules: DutyRules, level: AlertLevel
    ) -> [DutySlot] {
        let shift = occurrence.shift.id.value
        if let shifts = post.shifts {
            guard shifts.contains(where: { $0.value == shift }) else { return [] }
        } else if post.per == .community {
            guard rules.rounds[level].contains(where: { $0.value == shift }) else { return [] }
        }
        let places: [DutySlot.Place] =
            switch post.per {
            case .subDistrict: [.subDistrict]
            case .community: communities.map { .community($0) }
            case .guarded: guarded
            }
        let seats = post.need[level]
        return places.flatMap { place in
            (0..<seats).map { DutySlot(occurrence: occurrence, post: post, place: place, seat: $0 + 1) }
        }
    }
}

/// A queue for every post: who has just served goes to its end.
private struct Rotation {
    private let people: [Person]
    private let rules: DutyRules.RestRules
    private var shifts: [[ShiftOccurrence]]
    /// Where a post's queue goes on, as an index into the staff.
    private var next: [Identifier<Post>: Int] = [:]
    private(set) var assignments: [DutyAssignment] = []
    private(set) var open: [OpenShift] = []

    init(people: [Person], rules: DutyRules.RestRules) {
        self.people = people
        self.rules = rules
        shifts = Array(repeating: [], count: people.count)
    }

    mutating func fill(_ slot: DutySlot) {
        let start = next[slot.post.id.value] ?? 0
        let queue = people.indices.map { ($0 + start) % people.count }
        let ordered =
            queue.filter { isAtHome(people[$0], in: slot.place) }
            + queue.filter { !isAtHome(people[$0], in: slot.place) }
        for index in ordered where slot.keepsOut(people[index], having: shifts[index], under: rules) == nil {
            shifts[index].append(slot.occurrence)
            next[slot.post.id.value] = (index + 1) % people.count
            assignments.append(DutyAssignment(slot: slot, person: people[index]))
            return
        }
        if swapIn(slot) { return }
        let reasons = people.indices.compactMap { index in
            slot.keepsOut(people[index], having: shifts[index], under: rules)
                .map { OpenShift.Reason(person: people[index], keptOut: $0) }
        }
        open.append(OpenShift(slot: slot, reasons: reasons))
    }

    /// Frees somebody for the seat whose own seat another can take; the first such pair in the queue's order.
    private mutating func swapIn(_ slot: DutySlot) -> Bool {
        for (position, taken) in assignments.enumerated() {
            guard let mover = people.firstIndex(where: { $0.id.value == taken.person.id.value }) else {
                continue
            }
            let others = shifts[mover].filter { !$0.isSame(as: taken.slot.occurrence) }
            guard slot.keepsOut(people[mover], having: others, under: rules) == nil,
                let substitute = people.indices.first(where: {
                    $0 != mover && taken.slot.keepsOut(people[$0], having: shifts[$0], under: rules) == nil
                })
            else { continue }
            shifts[mover] = others + [slot.occurrence]
            shifts[substitute].append(taken.slot.occurrence)
            assignments[position] = DutyAssignment(slot: taken.slot, person: people[substitute])
            assignments.append(DutyAssignment(slot: slot, person: people[mover]))
            return true
        }
        return false
    }

    private func isAtHome(_ person: Person, in place: DutySlot.Place) -> Bool {
        guard case .community(let name) = place else { return false }
        return person.community?.value == name
    }
}
