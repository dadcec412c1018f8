package import Diagnostics

/// The rule sets that a district names under `rules`.
package struct RuleChoice: Sendable {
    package let targets: Located<RuleSetID>?
    package let grading: Located<RuleSetID>?
    package let airQuality: Located<RuleSetID>?
    package let exemptions: Located<RuleSetID>?
    /// Shipped rating tables apply only when they are named here; those of the plans apply always.
    package let ratings: [Located<RuleSetID>]

    package init(
        targets: Located<RuleSetID>? = nil, grading: Located<RuleSetID>? = nil,
        airQuality: Located<RuleSetID>? = nil, exemptions: Located<RuleSetID>? = nil,
        ratings: [Located<RuleSetID>] = []
    ) {
        self.targets = targets
        self.grading = grading
        self.airQuality = airQuality
        self.exemptions = exemptions
        self.ratings = ratings
    }

    /// Of a district that names none.
    package static let none = RuleChoice()
}
