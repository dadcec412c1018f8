import Diagnostics
import PlanModel

/// Two who serve only together stand in the same crew.
enum OnlyTogether: DutyRule {
    static func keepsOut(_ question: DutyQuestion) -> KeptOut? {
        guard !question.slot.post.isStandby else { return nil }
        let missing = question.partners.first { partner in
            !question.crew.contains { $0.id.value == partner.id.value }
        }
        return missing.map { .onlyWith($0.name) }
    }
}
