package import Diagnostics

/// Which kinds of exemption there are, up to which level each holds, and what it asks for.
package struct ExemptionSet: Sendable {
    package let label: RuleSetLabel
    package let kinds: [ExemptionRule]

    package init(label: RuleSetLabel, kinds: [ExemptionRule]) {
        self.label = label
        self.kinds = kinds
    }

    /// What is said of an exemption's kind; nil for a kind that is not known here.
    package func rule(for exemption: EnterpriseExemption) -> ExemptionRule? {
        kinds.first { $0.name == exemption.kind }
    }
}

/// One kind of exemption.
package struct ExemptionRule: Sendable {
    /// As plans name it: 民生保障.
    package let name: String
    /// At which levels it exempts; at others the plan applies in full.
    package let levels: Set<AlertLevel>
    /// Whether the approval has to name a load that is not exceeded (以热定产, 以量定产).
    package let needsMaxLoad: Bool
    package let certainty: Certainty
    package let note: String?
    package let place: SourceSpan

    package init(
        name: String, levels: Set<AlertLevel>, needsMaxLoad: Bool, certainty: Certainty, note: String?,
        place: SourceSpan
    ) {
        self.name = name
        self.levels = levels
        self.needsMaxLoad = needsMaxLoad
        self.certainty = certainty
        self.note = note
        self.place = place
    }
}
