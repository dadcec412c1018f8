package import Diagnostics
package import PlanModel

/// How the account of a line, of transport, of a site or of its machines comes about, each step with the places in
/// the plan that say so.
package struct LineTrace: Sendable {
    package let entry: LedgerEntry
    package let status: OperatingStatus
    /// In the order in which they were applied; none where nothing is counted.
    package let steps: [StepTrace]
    /// The enterprise's exemption, where that is why nothing is counted.
    package let leave: EnterpriseExemption?
    /// What is ordered here although nothing of it can count.
    package let uncounted: [SourceSpan]
    /// Measures that would reach it, were it not for an exemption.
    package let spared: [Spared]
    /// Mandatory measures in force here for which the catalogue gives no cut.
    package let unmeasured: [Measure]

    /// A measure that was applied.
    package struct StepTrace: Sendable {
        package let step: LedgerEntry.Step
        /// Where the plan says what is done, to whom, and how much it cuts.
        package let places: [SourceSpan]
        /// The document it stands on; nil for an enterprise's own plan.
        package let basis: Basis?
    }

    package struct Basis: Sendable {
        package let document: String
        package let certainty: Certainty
    }

    /// A measure of the catalogue that does not hold here, and the leave for that.
    package struct Spared: Sendable {
        package let measure: Measure
        package let exemption: SourceExemption
    }

    /// Every line of an enterprise in the plan's order, then its transport.
    package static func all(of item: EnterpriseActivation) -> [LineTrace] {
        let lines = item.lines.map { line in
            LineTrace(line.entry, status: line.line.status, ordered: line.measures, leave: item.exemption)
        }
        guard let transport = item.transport else { return lines }
        return lines + [
            LineTrace(transport.entry, status: .running, ordered: transport.measures, leave: item.exemption)
        ]
    }

    private init(
        _ entry: LedgerEntry, status: OperatingStatus, ordered: [EnterpriseMeasure],
        leave: EnterpriseExemption?
    ) {
        self.entry = entry
        self.status = status
        steps = entry.steps.map { StepTrace(step: $0, places: [$0.place], basis: nil) }
        uncounted = entry.notCounted == nil ? [] : ordered.map(\.place)
        spared = []
        unmeasured = []
        if case .exempt = entry.notCounted { self.leave = leave } else { self.leave = nil }
    }

    /// A source's site, then its machines.
    package static func all(of item: SourceActivation) -> [LineTrace] {
        [LineTrace(item.site, .site, of: item)]
            + (item.machines.map { [LineTrace($0, .machines, of: item)] } ?? [])
    }

    private init(_ entry: LedgerEntry, _ part: Measure.Part, of item: SourceActivation) {
        let here = item.measures.filter { $0.part == part }
        let measured = here.filter { $0.exemption == nil && !$0.measure.cuts.isEmpty }.map(\.measure)
        self.entry = entry
        status = item.source.status
        steps = zip(entry.steps, measured).map { step, measure in
            StepTrace(
                step: step, places: measure.places(reaching: item),
                basis: Basis(document: measure.basis, certainty: measure.certainty))
        }
        leave = nil
        uncounted = entry.notCounted == nil ? [] : measured.compactMap(\.cutsPlace)
        spared = here.compactMap { inForce in
            inForce.exemption.map { Spared(measure: inForce.measure, exemption: $0) }
        }
        unmeasured = here.map(\.measure).filter { $0.group == .mandatory && $0.cuts.isEmpty }
    }
}

extension Measure {
    /// Where the catalogue names it, where it takes in the source, and where it says what it cuts.
    fileprivate func places(reaching item: SourceActivation) -> [SourceSpan] {
        let reach: SourceSpan? =
            switch scope {
            case .everybody, .enterprises: nil
            case .kinds(let names, _):
                names.first { [item.kind.id.value.text, item.kind.title].contains($0.value.text) }?.place
            case .sources(let ids, _): ids.first { $0.value == item.source.id.value }?.place
            }
        return [id.place] + [reach, cutsPlace].compactMap(\.self)
    }
}
