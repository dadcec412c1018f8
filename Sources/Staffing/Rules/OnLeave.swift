import PlanModel

/// Nobody on leave stands in a shift that touches a day of it.
enum OnLeave: DutyRule {
    static func keepsOut(
        _ person: Person, of slot: DutySlot, having shifts: [ShiftOccurrence],
        under rules: DutyRules.RestRules
    ) -> KeptOut? {
        person.leave.first { $0.overlaps(slot.occurrence.days) }.map { .onLeave($0) }
    }
}
