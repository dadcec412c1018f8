import PlanModel

/// No more nights on days that follow each other than are set.
enum ConsecutiveNights: DutyRule {
    static func keepsOut(
        _ person: Person, of slot: DutySlot, having shifts: [ShiftOccurrence],
        under rules: DutyRules.RestRules
    ) -> KeptOut? {
        guard slot.occurrence.shift.isNight else { return nil }
        let nights = Set(shifts.filter(\.shift.isNight).map(\.date))
        var run = 1
        var day = slot.occurrence.date + -1
        while nights.contains(day) { (run, day) = (run + 1, day + -1) }
        day = slot.occurrence.date + 1
        while nights.contains(day) { (run, day) = (run + 1, day + 1) }
        return run > rules.consecutiveNights ? .enoughNights(most: rules.consecutiveNights) : nil
    }
}
