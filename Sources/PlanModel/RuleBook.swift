/// The rule sets that a district goes by, as it names them: each is data with its source written in it.
package struct RuleBook: Sendable {
    /// What the district does not say of its targets itself comes from here.
    package let targets: TargetSet?

    package init(targets: TargetSet?) {
        self.targets = targets
    }
}
