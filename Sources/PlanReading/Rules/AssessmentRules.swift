package import PlanModel

/// The rule sets that a forecast can be held against: those of the plans, and of the shipped ones those whose place
/// no file of the plans takes.
package struct AssessmentRules: Sendable {
    package let gradings: [GradingSet]
    /// The one that district.yaml names.
    package let chosen: GradingSet?
    /// Every edition of the index; which holds is the day's to say.
    package let scales: [AirQualityScale]

    init(_ sets: RuleSets, chosen: GradingSet?) {
        gradings = sets.gradings
        scales = sets.airQuality
        self.chosen = chosen
    }

    /// Those that the program brings along, of which none is chosen.
    package static let shipped = AssessmentRules(.shipped, chosen: nil)
}
