import PlanModel

/// A rule that may keep a person out of a seat; each stands in a file of its own.
protocol DutyRule: Sendable {
    /// - Parameter shifts: What the person has been given so far, in any order.
    static func keepsOut(
        _ person: Person, of slot: DutySlot, having shifts: [ShiftOccurrence],
        under rules: DutyRules.RestRules
    ) -> KeptOut?
}

extension DutySlot {
    /// In the order in which a person is told why not: what cannot change first.
    private static let rules: [any DutyRule.Type] = [
        HoldsPost.self, InService.self, OnLeave.self, OncePerDay.self, RestBetween.self, MostShifts.self,
        ConsecutiveNights.self,
    ]

    /// The first rule that keeps a person out of this seat; nil when they can take it.
    func keepsOut(
        _ person: Person, having shifts: [ShiftOccurrence], under rules: DutyRules.RestRules
    ) -> KeptOut? {
        for rule in Self.rules {
            if let reason = rule.keepsOut(person, of: self, having: shifts, under: rules) { return reason }
        }
        return nil
    }
}
