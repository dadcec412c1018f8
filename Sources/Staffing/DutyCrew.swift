package import PlanModel

/// The people of one post in one place during one shift.
package struct DutyCrew: Sendable {
    package let slot: DutySlot
    package let seats: Int
    /// In the staff's order, who is lent by others behind.
    package let members: [DutyAssignment]

    package var openSeats: Int { max(0, seats - members.count) }
    /// By seat; nil for one that stays open.
    package var people: [Person?] {
        members.map(\.person) + Array(repeating: nil, count: openSeats)
    }
}

/// Somebody in a crew, and why it is them.
package struct DutyAssignment: Sendable {
    package let person: Person
    package let slot: DutySlot
    package let origin: Origin
    /// The sub-district from which they are borrowed; nil for the sub-district's own.
    package let lender: Identifier<SubDistrict>?

    init(person: Person, slot: DutySlot, origin: Origin, lender: Identifier<SubDistrict>? = nil) {
        self.person = person
        self.slot = slot
        self.origin = origin
        self.lender = lender
    }

    package enum Origin: Sendable, Hashable {
        case planned
        /// Named in the plans (指定).
        case fixed
        /// Takes over from somebody (换班), by name.
        case swap(for: String)
        /// On duty already when the roster was changed.
        case running
    }
}

/// Seats of a crew that nobody can take, and for every person of the sub-district the rule that kept them out.
package struct OpenShift: Sendable {
    package let slot: DutySlot
    /// What of the shift somebody would serve.
    package let hours: DutyHours.Stretch
    /// At least 1.
    package let seats: Int
    package let reasons: [Reason]
    /// Those who were asked to lend somebody, in the order in which they were.
    package let asked: [Asked]

    /// A sub-district that could lend nobody, and what kept each of its people out.
    package struct Asked: Sendable {
        package let lender: Identifier<SubDistrict>
        package let reasons: [Reason]
    }

    package struct Reason: Sendable {
        package let person: Person
        package let keptOut: KeptOut
        /// Whether it is the one rule in the way: without it, they could serve.
        package let isOnly: Bool
    }
}
