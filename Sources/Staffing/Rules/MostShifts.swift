import PlanModel

/// No window of the set length holds more than the most shifts of a person.
enum MostShifts: WindowRule {
    /// Every window that matters begins with a shift.
    static func windows(over shifts: [ShiftOccurrence], under rules: DutyRules.RestRules) -> [DutyWindow] {
        shifts.indices.map { first in
            let end = shifts[first].start + rules.within
            return DutyWindow(
                members: shifts.indices.filter { first <= $0 && shifts[$0].start < end },
                most: rules.mostShifts)
        }
    }

    static func keepsOut(_ question: DutyQuestion) -> KeptOut? {
        question.isFull(by: Self.self)
            ? .enoughShifts(most: question.rules.mostShifts, within: question.rules.within) : nil
    }
}

extension DutyQuestion {
    /// Whether one more shift here makes some window fuller than it may be.
    func isFull(by rule: any WindowRule.Type) -> Bool {
        guard !slot.post.isStandby else { return false }
        let all = (shifts + [slot.occurrence]).sorted { $0.start < $1.start }
        return rule.windows(over: all, under: rules).contains { window in
            window.members.count > window.most && window.members.contains { all[$0] == slot.occurrence }
        }
    }
}
