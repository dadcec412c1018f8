import PlanModel

/// A rule that may keep a person out of a seat; each stands in a file of its own.
protocol DutyRule: Sendable {
    static func keepsOut(_ question: DutyQuestion) -> KeptOut?
}

/// A rule about a person and a slot alone, whatever else is planned.
protocol PersonRule: DutyRule {}

/// A rule about two shifts of one person that cannot both be.
protocol PairRule: DutyRule {
    static func forbids(_ one: ShiftOccurrence, _ other: ShiftOccurrence, under rules: DutyRules.RestRules)
        -> Bool
}

/// A rule about how many of some shifts one person can have.
protocol WindowRule: DutyRule {
    /// The groups among shifts in the order of their starts, each with the most of them that may be served.
    static func windows(over shifts: [ShiftOccurrence], under rules: DutyRules.RestRules) -> [DutyWindow]
}

/// A rule about who a crew must have among its people.
protocol CrewRule: DutyRule {
    static func needs(of slot: DutySlot) -> [CrewQuality]
}

/// Shifts of which one person can have no more than so many.
struct DutyWindow {
    /// Indices, rising.
    let members: [Int]
    let most: Int
}

/// What at least some of a crew must be.
struct CrewQuality {
    let count: Int
    let isMet: (Person) -> Bool

    /// Whether one more who does not meet it leaves too few seats for those who do.
    func keepsOut(_ question: DutyQuestion) -> Bool {
        guard !isMet(question.person) else { return false }
        let others = question.crew.count { !isMet($0) }
        return others + 1 > question.seats - count
    }
}

enum DutyRulebook {
    static let person: [any PersonRule.Type] = [HoldsPost.self, InService.self, OnLeave.self]
    static let pair: [any PairRule.Type] = [OncePerDay.self, RestBetween.self, NoDayAfterNight.self]
    static let window: [any WindowRule.Type] = [MostShifts.self, ConsecutiveNights.self]
    static let crew: [any CrewRule.Type] = [KnowsPlace.self, HasSkill.self]

    /// In the order in which a person is told why not: what cannot change first.
    static let all: [any DutyRule.Type] =
        person + [SwappedOut.self] + pair + [StandsByFree.self] + window + crew
        + [KeptApart.self, OnlyTogether.self]
}
