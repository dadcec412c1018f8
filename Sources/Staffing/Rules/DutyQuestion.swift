import PlanModel

/// Can this person take a seat here? With everything that a rule may want to know.
struct DutyQuestion {
    let person: Person
    let slot: DutySlot
    let rules: DutyRules.RestRules
    /// Of the crew, taken ones included.
    var seats = 1
    /// What the person is on duty for so far, in any order.
    var shifts: [ShiftOccurrence] = []
    /// What the person stands by for so far.
    var standby: [ShiftOccurrence] = []
    /// Who else is in the crew.
    var crew: [Person] = []
    /// Who is on duty at the same time and may not be, when this person is.
    var adversaries: [Person] = []
    /// Who must be in the same crew.
    var partners: [Person] = []
    /// Whether a swap took this person out of the shift.
    var isSwappedOut = false

    /// The first rule that keeps the person out; nil when they can take the seat.
    var keptOut: KeptOut? {
        for rule in DutyRulebook.all {
            if let reason = rule.keepsOut(self) { return reason }
        }
        return nil
    }

    /// Every rule that keeps the person out, one reason each.
    var everyReason: [KeptOut] { DutyRulebook.all.compactMap { $0.keepsOut(self) } }
}
