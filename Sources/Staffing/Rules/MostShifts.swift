import PlanModel

/// No window of the set length holds more than the most shifts of a person.
enum MostShifts: DutyRule {
    static func keepsOut(
        _ person: Person, of slot: DutySlot, having shifts: [ShiftOccurrence],
        under rules: DutyRules.RestRules
    ) -> KeptOut? {
        let starts = (shifts.map(\.start) + [slot.occurrence.start]).sorted()
        // Every window that matters begins with one of the person's own shifts.
        let isFull = starts.contains { first in
            let window = starts.filter { first <= $0 && $0 < first + rules.within }
            return window.count > rules.mostShifts && window.contains(slot.occurrence.start)
        }
        return isFull ? .enoughShifts(most: rules.mostShifts, within: rules.within) : nil
    }
}
