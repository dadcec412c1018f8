import PlanModel

/// Who comes home from a night does not serve by day on the day that it ends.
enum NoDayAfterNight: PairRule {
    static func forbids(
        _ one: ShiftOccurrence, _ other: ShiftOccurrence, under rules: DutyRules.RestRules
    ) -> Bool {
        guard !rules.dayAfterNight else { return false }
        return follows(one, other) || follows(other, one)
    }

    private static func follows(_ day: ShiftOccurrence, _ night: ShiftOccurrence) -> Bool {
        night.shift.isNight && !day.shift.isNight && day.date == night.days.last && day.start >= night.end
    }

    static func keepsOut(_ question: DutyQuestion) -> KeptOut? {
        question.firstForbidden(by: Self.self).map { .comesAfterNight($0) }
    }
}
