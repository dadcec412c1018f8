/// The rule sets that a district goes by, as it names them: each is data with its source written in it.
package struct RuleBook: Sendable {
    /// What the district does not say of its targets itself comes from here.
    package let targets: TargetSet?
    package let grading: GradingSet?
    package let airQuality: AirQualityScale?
    /// nil where every exemption counts as it is written.
    package let exemptions: ExemptionSet?
    /// The tables of its own plans, then the shipped ones that it names.
    package let ratings: [RatingTable]

    package init(
        targets: TargetSet?, grading: GradingSet?, airQuality: AirQualityScale?, exemptions: ExemptionSet?,
        ratings: [RatingTable]
    ) {
        self.targets = targets
        self.grading = grading
        self.airQuality = airQuality
        self.exemptions = exemptions
        self.ratings = ratings
    }

    /// What all of them say of themselves.
    package var labels: [RuleSetLabel] {
        [targets?.label, grading?.label, airQuality?.label, exemptions?.label].compactMap { $0 }
            + ratings.map(\.label)
    }

    /// Whether an exemption holds at a level; one of a kind that no rule knows holds at every level.
    package func lets(_ exemption: EnterpriseExemption, at level: AlertLevel) -> Bool {
        exemptions?.rule(for: exemption)?.levels.contains(level) ?? true
    }
}
