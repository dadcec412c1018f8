import Diagnostics
import PlanModel

/// A queue for every post: who has just served goes to its end.
struct Rotation {
    private let slots: [DutySlot]
    private let people: [Person]
    private let rules: DutyRules.RestRules
    /// Who sits in each seat, as an index into the staff; nil while it is open.
    private var seats: [Int?]
    /// What each of the staff has been given so far.
    private var shifts: [[ShiftOccurrence]]
    /// Where a post's queue goes on, as an index into the staff.
    private var next: [Identifier<Post>: Int] = [:]

    /// Fills the seats in turn, then tries the open ones again for as long as that fills another:
    /// a swap may have freed somebody.
    init(_ slots: [DutySlot], people: [Person], rules: DutyRules.RestRules) {
        self.slots = slots
        self.people = people
        self.rules = rules
        seats = Array(repeating: nil, count: slots.count)
        shifts = Array(repeating: [], count: people.count)
        var hasProgressed = true
        while hasProgressed {
            hasProgressed = false
            for seat in slots.indices where seats[seat] == nil {
                if fill(seat) { hasProgressed = true }
            }
        }
    }

    /// By seat; nil for one that stays open.
    var crew: [Person?] { seats.map { $0.map { people[$0] } } }

    /// The one rule that keeps each of the staff out of a seat, as things stand at the end.
    func reasons(for seat: Int) -> [OpenShift.Reason] {
        people.indices.compactMap { index in
            keptOut(index, of: seat).map { OpenShift.Reason(person: people[index], keptOut: $0) }
        }
    }

    private func keptOut(_ person: Int, of seat: Int) -> KeptOut? {
        slots[seat].keepsOut(people[person], having: shifts[person], under: rules)
    }

    private mutating func fill(_ seat: Int) -> Bool {
        let slot = slots[seat]
        let start = next[slot.post.id.value] ?? 0
        let queue = people.indices.map { ($0 + start) % people.count }
        let ordered =
            queue.filter { isAtHome(people[$0], in: slot.place) }
            + queue.filter { !isAtHome(people[$0], in: slot.place) }
        guard let person = ordered.first(where: { keptOut($0, of: seat) == nil }) else { return swapIn(seat) }
        shifts[person].append(slot.occurrence)
        next[slot.post.id.value] = (person + 1) % people.count
        seats[seat] = person
        return true
    }

    /// Frees somebody for the seat whose own seat another can take; the first such pair in the order of seats.
    private mutating func swapIn(_ seat: Int) -> Bool {
        for taken in slots.indices {
            guard let mover = seats[taken] else { continue }
            let others = shifts[mover].filter { !$0.isSame(as: slots[taken].occurrence) }
            guard slots[seat].keepsOut(people[mover], having: others, under: rules) == nil,
                let substitute = people.indices.first(where: { $0 != mover && keptOut($0, of: taken) == nil })
            else { continue }
            shifts[mover] = others + [slots[seat].occurrence]
            shifts[substitute].append(slots[taken].occurrence)
            seats[taken] = substitute
            seats[seat] = mover
            return true
        }
        return false
    }

    private func isAtHome(_ person: Person, in place: DutySlot.Place) -> Bool {
        guard case .community(let name) = place else { return false }
        return person.community?.value == name
    }
}
