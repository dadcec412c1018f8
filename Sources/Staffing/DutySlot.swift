package import PlanModel

/// One seat to be filled: a post in a place for a shift.
package struct DutySlot: Sendable {
    package let occurrence: ShiftOccurrence
    package let post: Post
    package let place: Place
    /// Counted from 1 where several people hold the post in the same place.
    package let seat: Int

    package enum Place: Sendable, Hashable {
        case subDistrict
        case community(SubDistrict.Community)
        /// A source or an enterprise that a named guard watches (专人盯守), by id and name.
        case guarded(id: String, name: String)
    }
}

/// Somebody in a seat.
package struct DutyAssignment: Sendable {
    package let slot: DutySlot
    package let person: Person
}

/// A seat that nobody can take, and for every person of the sub-district the one rule that kept them out.
package struct OpenShift: Sendable {
    package let slot: DutySlot
    package let reasons: [Reason]

    package struct Reason: Sendable {
        package let person: Person
        package let keptOut: KeptOut
    }
}
