import PlanModel

/// Nobody is in two places at once, nor on duty twice on one day.
enum OncePerDay: PairRule {
    static func forbids(
        _ one: ShiftOccurrence, _ other: ShiftOccurrence, under rules: DutyRules.RestRules
    ) -> Bool {
        one.date == other.date || one.overlaps(other)
    }

    static func keepsOut(_ question: DutyQuestion) -> KeptOut? {
        question.firstForbidden(by: Self.self).map { .onDutyThatDay($0) }
    }
}

extension DutyQuestion {
    /// Standing by is no duty: it takes no rest and leaves the day free for another shift.
    func firstForbidden(by rule: any PairRule.Type) -> ShiftOccurrence? {
        guard !slot.post.isStandby else { return nil }
        return shifts.first { rule.forbids($0, slot.occurrence, under: rules) }
    }
}
