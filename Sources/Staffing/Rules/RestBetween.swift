import PlanModel

/// Between two shifts of a person lies the least rest.
enum RestBetween: PairRule {
    static func forbids(
        _ one: ShiftOccurrence, _ other: ShiftOccurrence, under rules: DutyRules.RestRules
    ) -> Bool {
        one.start < other.end + rules.rest && other.start < one.end + rules.rest
    }

    static func keepsOut(_ question: DutyQuestion) -> KeptOut? {
        question.firstForbidden(by: Self.self).map { .needsRest(after: $0, least: question.rules.rest) }
    }
}
