import Diagnostics
import PlanModel

/// Enough of a crew have each skill that its post needs.
enum HasSkill: CrewRule {
    static func needs(of slot: DutySlot) -> [CrewQuality] {
        slot.post.skills.map { need in
            CrewQuality(count: need.count) { $0.has(need.skill.value) }
        }
    }

    static func keepsOut(_ question: DutyQuestion) -> KeptOut? {
        let missing = zip(question.slot.post.skills, needs(of: question.slot)).first {
            $0.1.keepsOut(question)
        }
        return missing.map { .lacksSkill($0.0.skill.value) }
    }
}
