import Diagnostics
import PlanModel

/// Only who holds a post stands in it.
enum HoldsPost: DutyRule {
    static func keepsOut(
        _ person: Person, of slot: DutySlot, having shifts: [ShiftOccurrence],
        under rules: DutyRules.RestRules
    ) -> KeptOut? {
        person.holds(slot.post.id.value) ? nil : .holdsNotPost
    }
}
