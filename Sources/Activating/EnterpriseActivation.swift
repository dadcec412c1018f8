package import Diagnostics
package import PlanModel

/// What an enterprise has to do at a level, line by line, and what that cuts.
package struct EnterpriseActivation: Sendable {
    package let enterprise: Enterprise
    /// In the plan's order; every line, also those with nothing to do.
    package let lines: [LineActivation]
    package let transport: TransportActivation?
    /// The exemption that holds on the order's effective day at its level.
    package let exemption: EnterpriseExemption?
    package let isGuarded: Bool

    package struct LineActivation: Sendable {
        package let line: ProductionLine
        package let measures: [EnterpriseMeasure]
        package let entry: LedgerEntry
        /// When stopping begins at the latest, and when it is done.
        package let beginBy: CivilTime
        package let doneBy: CivilTime
    }

    package struct TransportActivation: Sendable {
        package let transport: Transport
        package let measures: [EnterpriseMeasure]
        package let entry: LedgerEntry
    }

    package var entries: [LedgerEntry] {
        lines.map(\.entry) + (transport.map { [$0.entry] } ?? [])
    }

    init(_ enterprise: Enterprise, order: AlertOrder, rules: RuleBook) {
        let day = order.effective.date
        let exemption = enterprise.exemption(on: day, at: order.level, under: rules)
        let measures = enterprise.measures[order.level]
        self.enterprise = enterprise
        self.exemption = exemption
        isGuarded = enterprise.guarded.contains(order.level)
        lines = enterprise.lines.map { line in
            let own = enterprise.measures(of: line, at: order.level)
            let notCounted: LedgerEntry.NotCounted? =
                line.status == .running ? exemption.map { .exempt($0.kind) } : .notRunning(line.status)
            let needs = line.stopNeeds ?? Span(minutes: 0)
            return LineActivation(
                line: line, measures: own,
                entry: LedgerEntry(
                    .init(
                        .line, owner: enterprise.id.value.text, name: enterprise.name, part: line.id.text,
                        named: line.name, at: line.stated.place(in: line.place.file),
                        annual: line.stated.annual),
                    sector: .industry, subDistrict: enterprise.subDistrict.value, base: line.emissions,
                    notCounted: notCounted, measures: Self.steps(own, of: line.name)),
                beginBy: max(order.issued, order.effective - needs),
                doneBy: max(order.effective, order.issued + needs))
        }
        transport = enterprise.transport.map { transport in
            let own = measures.filter { $0.target == .transport }
            return TransportActivation(
                transport: transport, measures: own,
                entry: LedgerEntry(
                    .init(
                        .transport, owner: enterprise.id.value.text, name: enterprise.name,
                        part: "transport", named: "运输",
                        at: transport.stated.place(in: transport.place.file), annual: transport.stated.annual),
                    sector: .mobile, subDistrict: enterprise.subDistrict.value, base: transport.emissions,
                    notCounted: exemption.map { .exempt($0.kind) }, measures: Self.steps(own, of: "运输")))
        }
    }

    private static func steps(
        _ measures: [EnterpriseMeasure], of name: String
    ) -> [LedgerEntry.Ordered] {
        measures.map {
            .init(
                title: "\(name)：\($0.action.title.chinese)", origin: .ownPlan($0.action),
                remaining: $0.remaining, place: $0.place)
        }
    }
}

extension EnterpriseMeasure.Action {
    /// 停, 限, 维持.
    package var title: Phrase {
        switch self {
        case .stop: Phrase(zh: "停", en: "stop")
        case .limit, .limitAmount: Phrase(zh: "限", en: "limit")
        case .keep: Phrase(zh: "维持", en: "keep")
        }
    }
}
