package import PlanModel

extension Activation {
    /// What every emitter cuts, and by when; those that cut nothing are left out. In the ledger's order.
    package var schedule: [ScheduledCut] {
        func scheduled(_ entry: LedgerEntry, from begin: CivilTime, to done: CivilTime) -> ScheduledCut? {
            guard !entry.cut.isZero else { return nil }
            return ScheduledCut(
                owner: entry.emitter.owner, part: entry.emitter.part, subDistrict: entry.subDistrict,
                sector: entry.sector, begin: begin, done: done, cut: entry.cut)
        }
        let effective = order.effective
        return enterprises.flatMap { item in
            item.lines.map { line in
                line.isToStop
                    ? scheduled(line.entry, from: line.beginBy, to: line.doneBy)
                    : scheduled(line.entry, from: effective, to: effective)
            } + [item.transport.flatMap { scheduled($0.entry, from: effective, to: effective) }]
        }.compactMap(\.self)
            + sources.flatMap(\.entries).compactMap { scheduled($0, from: effective, to: effective) }
    }
}

extension EnterpriseActivation.LineActivation {
    /// Whether a stop is ordered, which may take time.
    package var isToStop: Bool {
        measures.contains { if case .stop = $0.action { true } else { false } }
    }
}
