import PlanModel

/// Nobody is in two places at once, nor on duty twice on one day.
enum OncePerDay: DutyRule {
    static func keepsOut(
        _ person: Person, of slot: DutySlot, having shifts: [ShiftOccurrence],
        under rules: DutyRules.RestRules
    ) -> KeptOut? {
        shifts.first { $0.date == slot.occurrence.date || $0.overlaps(slot.occurrence) }.map {
            .onDutyThatDay($0)
        }
    }
}
