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
    private let crews: [Crew]

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
            // Who stands ready is not on duty, and rests as if there were no such post.
            book.duty.posts.filter { !$0.isStandby }.flatMap {
                places.slots(of: $0, in: occurrence, rules: book.duty, level: order.level)
            }
        }
        let rotation = Rotation(
            slots, people: book.staff(of: subDistrict)?.people ?? [], rules: book.duty.rest)
        let crew = rotation.crew
        self.subDistrict = subDistrict
        start = order.effective
        self.end = end
        self.occurrences = occurrences
        self.slots = slots
        crews = Self.crews(of: slots, people: crew)
        assignments = zip(slots, crew).compactMap { slot, person in
            person.map { DutyAssignment(slot: slot, person: $0) }
        }
        open = slots.indices.filter { crew[$0] == nil }.map { seat in
            OpenShift(slot: slots[seat], reasons: rotation.reasons(for: seat))
        }
    }

    /// The people of one post in one place during one shift.
    package struct Crew: Sendable {
        package let occurrence: ShiftOccurrence
        package let post: Post
        package let place: DutySlot.Place
        /// By seat; nil for one that stays open.
        package fileprivate(set) var people: [Person?]
    }

    package func crews(in occurrence: ShiftOccurrence) -> [Crew] {
        crews.filter { $0.occurrence.isSame(as: occurrence) }
    }

    /// Seats come one behind the other, so that a crew is a run of them.
    private static func crews(of slots: [DutySlot], people: [Person?]) -> [Crew] {
        var crews: [Crew] = []
        for (slot, person) in zip(slots, people) {
            if slot.seat > 1 {
                crews[crews.count - 1].people.append(person)
            } else {
                crews.append(
                    Crew(occurrence: slot.occurrence, post: slot.post, place: slot.place, people: [person]))
            }
        }
        return crews
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
