import PlanModel

/// Nobody serves before they joined or after they left, on any day that the shift touches.
enum InService: PersonRule {
    static func keepsOut(_ question: DutyQuestion) -> KeptOut? {
        let (person, days) = (question.person, question.slot.occurrence.days)
        if let joined = person.joined, days.first < joined { return .notJoined(joined) }
        if let left = person.left, left < days.last { return .hasLeft(left) }
        return nil
    }
}
