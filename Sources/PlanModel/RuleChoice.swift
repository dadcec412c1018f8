package import Diagnostics

/// The rule sets that a district names under `rules`.
package struct RuleChoice: Sendable {
    package let targets: Located<RuleSetID>?

    package init(targets: Located<RuleSetID>?) {
        self.targets = targets
    }

    /// Of a district that names none.
    package static let none = RuleChoice(targets: nil)
}
