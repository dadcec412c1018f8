import Diagnostics
import PlanModel

/// Only who holds a post stands in it.
enum HoldsPost: PersonRule {
    static func keepsOut(_ question: DutyQuestion) -> KeptOut? {
        question.person.holds(question.slot.post.id.value) ? nil : .holdsNotPost
    }
}
