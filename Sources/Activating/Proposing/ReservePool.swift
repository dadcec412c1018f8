package import Diagnostics
import PlanModel

/// The reserve options of a level, those that may be chosen and those that may not with the reason.
package struct ReservePool: Sendable {
    /// In the district's order.
    package let open: [ReserveSuggestion]
    package let leftOut: [LeftOut]

    /// An option that is not chosen from.
    package struct LeftOut: Sendable {
        package let suggestion: ReserveSuggestion
        package let reason: Reason
    }

    package enum Reason: Sendable, CaseIterable {
        /// Its line does not run, is exempt, or does as much already.
        case cutsNothing
        /// It would cut less of some pollutant than what it takes the place of.
        case loosens
        /// The plan does not say what it costs.
        case noCost
        /// It was asked to stay as it is.
        case kept
        /// The enterprise's grade reduces of its own will.
        case voluntary
        /// It cuts less than the least that is worth a disturbance.
        case tooSmall

        package var title: Phrase {
            switch self {
            case .cutsNothing: Phrase(zh: "没有可多削减的", en: "would cut nothing more")
            case .loosens: Phrase(zh: "会放松现有措施", en: "would loosen what is in force")
            case .noCost: Phrase(zh: "没有写费用（cost）", en: "states no cost")
            case .kept: Phrase(zh: "按 --keep 不动", en: "kept as it is (--keep)")
            case .voluntary: Phrase(zh: "自主减排", en: "reduces of its own will")
            case .tooSmall: Phrase(zh: "少于 --least-cut", en: "below --least-cut")
            }
        }

        /// Whether another request could take it in.
        package var canBeLifted: Bool {
            switch self {
            case .kept, .voluntary, .tooSmall, .noCost: true
            case .cutsNothing, .loosens: false
            }
        }
    }

    package init(_ activation: Activation, _ request: ProposalRequest) {
        var open: [ReserveSuggestion] = []
        var leftOut: [LeftOut] = []
        let kept = Set(request.kept)
        for suggestion in ReserveSuggestion.all(for: activation) {
            if let reason = Self.reason(suggestion, request, kept, activation.rules) {
                leftOut.append(LeftOut(suggestion: suggestion, reason: reason))
            } else {
                open.append(suggestion)
            }
        }
        self.open = open
        self.leftOut = leftOut
    }

    private static func reason(
        _ suggestion: ReserveSuggestion, _ request: ProposalRequest, _ kept: Set<ProposalRequest.Kept>,
        _ rules: RuleBook
    ) -> Reason? {
        if suggestion.loosens { return .loosens }
        if suggestion.extraCut.isZero { return .cutsNothing }
        if suggestion.option.cost == nil { return .noCost }
        if isKept(suggestion, kept) { return .kept }
        if !request.asksVoluntary,
            rules.ratings.contains(where: { $0.isVoluntary(for: suggestion.enterprise) })
        {
            return .voluntary
        }
        let isWorthIt = Pollutant.allCases.contains { suggestion.extraCut[$0] >= request.leastCut }
        return isWorthIt ? nil : .tooSmall
    }

    /// An option on all lines touches every line that is kept.
    private static func isKept(_ suggestion: ReserveSuggestion, _ kept: Set<ProposalRequest.Kept>) -> Bool {
        let id = suggestion.enterprise.id.value.text
        func holds(_ part: String?) -> Bool { kept.contains(.init(enterprise: id, part: part)) }
        if holds(nil) || holds(suggestion.part) { return true }
        return suggestion.option.measure.target == .allLines
            && suggestion.enterprise.lines.contains { holds($0.id.text) }
    }
}
