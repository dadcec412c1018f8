import Diagnostics
package import PlanModel

/// What is in force on a source, and what that cuts.
package struct SourceActivation: Sendable {
    package let source: EmissionSource
    package let kind: SourceKind
    package let subDistrict: Identifier<SubDistrict>?
    /// Mandatory and other measures in scope, in catalogue order.
    package let measures: [InForce]
    package let site: LedgerEntry
    package let machines: LedgerEntry?
    package let isGuarded: Bool

    /// A measure whose scope takes the source in.
    package struct InForce: Sendable {
        package let measure: Measure
        package let part: Measure.Part
        /// The leave to go on with it, if one holds on the order's effective day.
        package let exemption: SourceExemption?
    }

    package var entries: [LedgerEntry] { [site] + (machines.map { [$0] } ?? []) }

    /// Whether a mandatory measure is in force here: then patrols come by.
    package var isActivated: Bool { measures.contains { $0.measure.group == .mandatory } }

    init(
        _ source: EmissionSource, in subDistrict: Identifier<SubDistrict>?, kind: SourceKind,
        measures active: [Measure], kindOf: (Identifier<SourceKind>) -> SourceKind, order: AlertOrder
    ) {
        let day = order.effective.date
        let inForce = active.compactMap { measure -> InForce? in
            guard let part = measure.reaches(source, kind: kind, kindOf: kindOf) else { return nil }
            let exemption = source.exemptions.first {
                $0.measure.value == measure.id.value && $0.until >= day
            }
            return InForce(measure: measure, part: part, exemption: exemption)
        }
        self.source = source
        self.kind = kind
        self.subDistrict = subDistrict
        self.measures = inForce
        isGuarded = source.guarded.contains(order.level)
        let notCounted: LedgerEntry.NotCounted? = source.status == .running ? nil : .notRunning(source.status)
        func entry(_ part: Measure.Part, sector: Sector, _ stated: StatedEmissions) -> LedgerEntry {
            let steps = inForce.filter { $0.part == part && $0.exemption == nil && !$0.measure.cuts.isEmpty }
            return LedgerEntry(
                .init(
                    part == .site ? .site : .machines, owner: source.id.value.text, name: source.name,
                    part: part.rawValue, named: part.title.chinese,
                    at: stated.place(in: source.id.place.file), annual: stated.annual),
                sector: sector, subDistrict: subDistrict, base: stated.daily, notCounted: notCounted,
                measures: steps.map { step in
                    .init(
                        title: step.measure.title,
                        origin: .catalogue(step.measure.id.value, title: step.measure.title),
                        remaining: PerPollutant { step.measure.cuts[$0]?.complement ?? .all },
                        place: step.measure.id.place
                    )
                })
        }
        site = entry(.site, sector: kind.sector, source.stated)
        machines = source.machines.map { entry(.machines, sector: .mobile, $0.stated) }
    }
}

extension Measure {
    /// Which part of a source this measure's scope takes in; nil when it does not reach it.
    fileprivate func reaches(
        _ source: EmissionSource, kind: SourceKind, kindOf: (Identifier<SourceKind>) -> SourceKind
    ) -> Part? {
        let selection: Selection
        switch scope {
        case .everybody, .enterprises: return nil
        case .kinds(let names, let some):
            guard names.contains(where: { kindOf($0.value).id.value == kind.id.value }) else { return nil }
            selection = some
        case .sources(let ids, let some):
            guard ids.contains(where: { $0.value == source.id.value }) else { return nil }
            selection = some
        }
        guard selection.includes(rating: source.rating) else { return nil }
        return selection.part == .site || source.machines != nil ? selection.part : nil
    }
}
