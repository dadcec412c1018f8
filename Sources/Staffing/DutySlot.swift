import Diagnostics
package import PlanModel

/// A post in a place for a shift: what a crew is there for.
package struct DutySlot: Sendable, Hashable {
    package let occurrence: ShiftOccurrence
    package let post: Post
    package let place: Place

    package init(occurrence: ShiftOccurrence, post: Post, place: Place) {
        self.occurrence = occurrence
        self.post = post
        self.place = place
    }

    package enum Place: Sendable, Hashable {
        case subDistrict
        case community(SubDistrict.Community)
        /// A source or an enterprise that a named guard watches (专人盯守), by id and name.
        case guarded(id: String, name: String)

        /// What people call it; nil where a post has one place.
        package var name: String? {
            switch self {
            case .subDistrict: nil
            case .community(let name), .guarded(_, let name): name
            }
        }

        /// What a plan writes for it; nil where a post has one place.
        package var text: String? {
            switch self {
            case .subDistrict: nil
            case .community(let name): name
            case .guarded(let id, _): id
            }
        }
    }

    package static func == (left: DutySlot, right: DutySlot) -> Bool {
        left.occurrence == right.occurrence && left.post.id.value == right.post.id.value
            && left.place.text == right.place.text
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(occurrence)
        hasher.combine(post.id.value)
        hasher.combine(place.text)
    }
}

/// How many people a slot takes.
package struct CrewNeed: Sendable {
    package let slot: DutySlot
    /// At least 1, and never fewer than are set there already.
    package let seats: Int
    /// Who serves there already from another sub-district.
    package let present: [Person]
    /// The sub-district whose crew this is, when its seats are asked of another; nil for a sub-district's own.
    package let borrower: Identifier<SubDistrict>?
    /// Whether a seat there is asked for; one that has been granted is held like one's own.
    package let isAsked: Bool

    package init(
        slot: DutySlot, seats: Int, present: [Person] = [], borrower: Identifier<SubDistrict>? = nil,
        isAsked: Bool = false
    ) {
        self.slot = slot
        self.seats = seats
        self.present = present
        self.borrower = borrower
        self.isAsked = isAsked
    }

    /// Those that nobody from elsewhere has taken.
    package var freeSeats: Int { max(0, seats - present.count) }

    /// The same crew with more people of others in it.
    func joined(by people: [Person]) -> CrewNeed {
        CrewNeed(
            slot: slot, seats: seats, present: present + people, borrower: borrower, isAsked: isAsked)
    }

    package var isStandby: Bool { slot.post.isStandby }
}
