package import PlanModel
import Solving

/// What a proposal is to reach, and what it must leave alone.
package struct ProposalRequest: Sendable {
    /// Added to every target, in parts of the whole.
    package var margin: Share
    /// Sub-districts whose own lists are to reach the targets too, beside the district.
    package var subDistricts: [Identifier<SubDistrict>]
    /// Enterprises, or single lines of them, that stay as they are.
    package var kept: [Kept]
    /// Options that cut less than this of every pollutant are not worth the disturbance.
    package var leastCut: MassRate
    /// Whether those may be asked too who reduce of their own will.
    package var asksVoluntary: Bool
    /// Good enough is a choice that is known to cost at most so many millionths above the least. Where little is
    /// left open, the least itself is found all the same.
    package var gap: Int

    var aim: ChoiceAim { ChoiceAim(gap: Double(gap) / 1e6) }

    package struct Kept: Sendable, Hashable {
        package let enterprise: String
        /// A line's id, or `transport`; nil for everything of it.
        package let part: String?

        package init(enterprise: String, part: String?) {
            self.enterprise = enterprise
            self.part = part
        }
    }

    package init(
        margin: Share = .none, subDistricts: [Identifier<SubDistrict>] = [], kept: [Kept] = [],
        leastCut: MassRate = .zero, asksVoluntary: Bool = false, gap: Int = 100
    ) {
        self.margin = margin
        self.subDistricts = subDistricts
        self.kept = kept
        self.leastCut = leastCut
        self.asksVoluntary = asksVoluntary
        self.gap = gap
    }
}
