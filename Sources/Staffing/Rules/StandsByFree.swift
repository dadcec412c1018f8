import PlanModel

/// Who stands by is neither on duty nor standing by elsewhere at that time.
enum StandsByFree: DutyRule {
    static func keepsOut(_ question: DutyQuestion) -> KeptOut? {
        let here = question.slot.occurrence
        if let other = question.standby.first(where: { $0.overlaps(here) }) { return .standsByThen(other) }
        guard question.slot.post.isStandby else { return nil }
        return question.shifts.first { $0.overlaps(here) }.map { .onDutyThatDay($0) }
    }
}
