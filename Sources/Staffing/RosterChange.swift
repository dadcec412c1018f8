import Diagnostics
package import PlanModel

/// One seat that is somebody else's from now on.
package struct RosterChange: Sendable {
    package let date: CivilDate
    package let shift: String
    package let start: CivilTime
    package let end: CivilTime
    package let post: String
    package let at: String?
    /// Who was told to serve there, by name; nil for a new seat.
    package let old: Told?
    /// Who serves there now; nil where the seat is no longer needed or stays open.
    package let new: DutyAssignment?
    package let kind: Kind

    package struct Told: Sendable, Hashable {
        package let id: Identifier<Person>
        package let name: String
        package let lender: Identifier<SubDistrict>?

        fileprivate init(_ duty: PublishedRoster.Duty) {
            (id, name, lender) = (duty.person, duty.name, duty.lender)
        }
    }

    package enum Kind: Sendable {
        /// Somebody else serves.
        case replaced
        /// The seat is needed no more, or needs fewer.
        case released
        /// A seat that was not there, or open.
        case added
        /// Nobody is found in their stead.
        case opened
    }

    /// By time, post and place.
    static func all(
        from told: [PublishedRoster.Duty], to crews: [DutyCrew], start: CivilTime
    ) -> [RosterChange] {
        guard !told.isEmpty else { return [] }
        var changes: [RosterChange] = []
        var left = told
        for crew in crews {
            let slot = crew.slot
            func isHere(_ duty: PublishedRoster.Duty) -> Bool {
                duty.date == slot.occurrence.date && duty.shift == slot.occurrence.shift.id.value
                    && duty.post == slot.post.id.value && duty.at == slot.place.text
            }
            let before = left.filter(isHere)
            left.removeAll(where: isHere)
            let gone = before.filter { duty in !crew.members.contains { $0.person.id.value == duty.person } }
            let come = crew.members.filter { member in
                !before.contains { $0.person == member.person.id.value }
            }
            for index in 0..<max(gone.count, come.count) {
                let old = index < gone.count ? gone[index] : nil
                let new = index < come.count ? come[index] : nil
                let kind: Kind =
                    if old != nil { new != nil ? .replaced : crew.openSeats > 0 ? .opened : .released } else {
                        .added
                    }
                changes.append(
                    RosterChange(
                        date: slot.occurrence.date, shift: slot.occurrence.shift.title,
                        start: slot.occurrence.start, end: slot.occurrence.end, post: slot.post.title,
                        at: slot.place.text, old: old.map(Told.init), new: new,
                        kind: kind))
            }
        }
        changes += left.map { duty in
            RosterChange(
                date: duty.date, shift: duty.title, start: duty.start, end: duty.end, post: duty.postTitle,
                at: duty.at, old: Told(duty), new: nil, kind: .released)
        }
        return changes.enumerated().sorted {
            ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
        }.map(\.element)
    }
}
