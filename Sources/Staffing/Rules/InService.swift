import PlanModel

/// Nobody serves before they joined or after they left, on any day that the shift touches.
enum InService: DutyRule {
    static func keepsOut(
        _ person: Person, of slot: DutySlot, having shifts: [ShiftOccurrence],
        under rules: DutyRules.RestRules
    ) -> KeptOut? {
        if let joined = person.joined, slot.occurrence.days.first < joined { return .notJoined(joined) }
        if let left = person.left, left < slot.occurrence.days.last { return .hasLeft(left) }
        return nil
    }
}
