import PlanModel

/// Between two shifts of a person lies the least rest.
enum RestBetween: DutyRule {
    static func keepsOut(
        _ person: Person, of slot: DutySlot, having shifts: [ShiftOccurrence],
        under rules: DutyRules.RestRules
    ) -> KeptOut? {
        shifts.first { other in
            other.start < slot.occurrence.end + rules.rest && slot.occurrence.start < other.end + rules.rest
        }.map { .needsRest(after: $0, least: rules.rest) }
    }
}
