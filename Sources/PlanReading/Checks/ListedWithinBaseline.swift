import Diagnostics
import PlanModel

/// What the lists add up to cannot be more than society emits in all.
enum ListedWithinBaseline: Check {
    static func findings(in draft: PlanDraft, _ basis: CheckBasis) -> [Diagnostic] {
        guard let baseline = draft.districts.first?.baseline else { return [] }
        let listed = listed(in: draft, with: draft.summaries.map(\.emissions))
        return Pollutant.allCases.compactMap { pollutant in
            let most = Int128(baseline.emissions[pollutant].gramsPerDay)
            guard listed[pollutant] > most else { return nil }
            return Diagnostic(
                .listedExceedsBaseline,
                Phrase(
                    zh: "清单内 \(pollutant.symbol) 合计 \(listed[pollutant]) 克/日，大于全社会基线 \(most) 克/日",
                    en:
                        "the lists add up to \(listed[pollutant]) g/d of \(pollutant.symbol), more than the baseline's \(most) g/d"
                ),
                at: baseline.place,
                help: Phrase(
                    zh: "改正基线，或查出算重的源", en: "correct the baseline, or find what is counted twice"))
        }
    }

    /// Whether it holds when all enterprises together emit this much, whatever enterprises the draft has.
    static func holds(in draft: PlanDraft, enterprisesEmitting emissions: Emissions) -> Bool {
        guard let baseline = draft.districts.first?.baseline else { return true }
        let listed = listed(in: draft, with: [emissions])
        return Pollutant.allCases.allSatisfy {
            listed[$0] <= Int128(baseline.emissions[$0].gramsPerDay)
        }
    }

    /// What the sources and these emit.
    private static func listed(in draft: PlanDraft, with others: [Emissions]) -> PerPollutant<Int128> {
        var listed = PerPollutant<Int128> { _ in 0 }
        func add(_ emissions: Emissions) {
            for pollutant in Pollutant.allCases {
                listed[pollutant] += Int128(emissions[pollutant].gramsPerDay)
            }
        }
        for source in draft.sources {
            add(source.emissions)
            if let machines = source.machines { add(machines.emissions) }
        }
        for emissions in others { add(emissions) }
        return listed
    }
}
