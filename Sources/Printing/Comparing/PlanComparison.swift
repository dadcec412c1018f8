package import Activating
package import Diagnostics
package import PlanModel
package import PlanReading

/// Two states of the same plans: what the difference means for an alert, and what differs in terms of the plan.
package struct PlanComparison: Sendable {
    package let before: Side
    package let after: Side
    /// One a level that was asked for, in the levels' order; nil where one side cannot be reckoned.
    package let balances: [BalanceChange]?
    package let changes: PlanChanges
    package let programVersion: String

    /// The plans at one of the two times.
    package struct Side: Sendable {
        package let origin: Origin
        package let folder: String
        /// nil where there were no plans.
        package let tally: PlanReading.Tally?
        /// In reading order; files with errors count for nothing in the balance.
        package let errors: [Diagnostic]
        /// What its ratios stand on; nil where it cannot be reckoned.
        package let district: District?
        /// The rule sets that it goes by.
        package let rules: RuleBook?

        package enum Origin: Sendable {
            /// As it was asked for, and its full name.
            case commit(revision: String, commit: String)
            /// The files on disk; HEAD's full name, if there is one, and whether they are as in it.
            case workingTree(commit: String?, isClean: Bool)
            /// A folder, whatever git knows of it.
            case folder
        }

        /// - Parameters:
        ///   - tally: nil where there were no plans.
        ///   - errors: In reading order.
        ///   - book: What its balance stands on; nil where it has none.
        package init(
            _ origin: Origin, in folder: String, _ tally: PlanReading.Tally?, errors: [Diagnostic],
            _ book: PlanBook?
        ) {
            self.origin = origin
            self.folder = folder
            self.tally = tally
            self.errors = errors
            district = book?.district
            rules = book?.rules
        }

        /// The files with errors, by path.
        var faultyFiles: [String] {
            Set(errors.map(\.place.file.path)).sorted { $0.precedesInBytes($1) }
        }
    }

    package init(
        from before: Side, to after: Side, balances: [BalanceChange]?, changes: PlanChanges,
        programVersion: String
    ) {
        self.before = before
        self.after = after
        self.balances = balances
        self.changes = changes
        self.programVersion = programVersion
    }

    /// Whether anything differs in terms of the plan, or may, since it could not be compared.
    package var differs: Bool { !changes.isEmpty || balances?.contains { !$0.isEmpty } ?? false }

    /// The levels at which anything differs: those with another verdict first, else in their order.
    var shownBalances: [BalanceChange] {
        let some = (balances ?? []).filter { !$0.isEmpty }
        return some.filter(\.changesVerdict) + some.filter { !$0.changesVerdict }
    }
}
