import PlanModel

/// Two who may not serve at the same time do not.
enum KeptApart: DutyRule {
    static func keepsOut(_ question: DutyQuestion) -> KeptOut? {
        guard !question.slot.post.isStandby else { return nil }
        return question.adversaries.first.map { .apartFrom($0.name) }
    }
}
