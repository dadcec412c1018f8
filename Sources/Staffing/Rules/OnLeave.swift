import PlanModel

/// Nobody on leave stands in a shift that touches a day of it.
enum OnLeave: PersonRule {
    static func keepsOut(_ question: DutyQuestion) -> KeptOut? {
        question.person.leave.first { $0.overlaps(question.slot.occurrence.days) }.map { .onLeave($0) }
    }
}
