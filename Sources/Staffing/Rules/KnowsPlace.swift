import PlanModel

/// Enough of a crew in a community know it.
enum KnowsPlace: CrewRule {
    static func needs(of slot: DutySlot) -> [CrewQuality] {
        guard slot.post.local > 0, case .community(let community) = slot.place else { return [] }
        return [CrewQuality(count: slot.post.local) { $0.knows(community) }]
    }

    static func keepsOut(_ question: DutyQuestion) -> KeptOut? {
        needs(of: question.slot).contains { $0.keepsOut(question) } ? .knowsNotPlace : nil
    }
}
