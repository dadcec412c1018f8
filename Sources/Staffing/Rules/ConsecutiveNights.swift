import PlanModel

/// No more nights on days that follow each other than are set.
enum ConsecutiveNights: WindowRule {
    static func windows(over shifts: [ShiftOccurrence], under rules: DutyRules.RestRules) -> [DutyWindow] {
        let nights = shifts.indices.filter { shifts[$0].shift.isNight }
        return Set(nights.map { shifts[$0].date }).sorted().map { first in
            DutyWindow(
                members: nights.filter {
                    (first...first + rules.consecutiveNights).contains(shifts[$0].date)
                },
                most: rules.consecutiveNights)
        }
    }

    static func keepsOut(_ question: DutyQuestion) -> KeptOut? {
        guard question.slot.occurrence.shift.isNight, question.isFull(by: Self.self) else { return nil }
        return .enoughNights(most: question.rules.consecutiveNights)
    }
}
