package import PlanModel

/// Every pollutant's cut against its target, the pooled ones together as well.
package struct ReductionFigures: Sendable {
    package let figures: PerPollutant<ReductionFigure>
    /// nil when no pollutants are pooled.
    package let pool: ReductionPool?

    package init(_ figures: PerPollutant<ReductionFigure>, pooled: [Pollutant]) {
        self.figures = figures
        pool = ReductionPool(of: pooled, figures: figures)
    }

    package subscript(pollutant: Pollutant) -> ReductionFigure { figures[pollutant] }

    /// Whether a pollutant's target is met, by itself or through the pool.
    package func isMet(_ pollutant: Pollutant) -> Bool {
        figures[pollutant].isMet || pool.map { $0.pollutants.contains(pollutant) && $0.isMet } ?? false
    }

    /// Whether every pollutant's target is met.
    package var isMet: Bool { Pollutant.allCases.allSatisfy(isMet) }

    /// The pollutants whose targets are missed.
    package var missed: [Pollutant] { Pollutant.allCases.filter { !isMet($0) } }

    /// Those that miss their targets by themselves, whatever the pool makes up for.
    package var missedAlone: [Pollutant] { Pollutant.allCases.filter { !figures[$0].isMet } }

    /// Those that reach their targets only together with another.
    package var metByPool: [Pollutant] { missedAlone.filter(isMet) }
}

/// One pollutant's cut against its target.
package struct ReductionFigure: Sendable {
    /// The denominator: all of society, or what stands on a list.
    package let base: MassRate
    package let cut: MassRate
    package let target: Share

    package init(base: MassRate, cut: MassRate, target: Share) {
        self.base = base
        self.cut = cut
        self.target = target
    }

    /// A ratio equal to its target reaches it (以上).
    package var isMet: Bool { cut >= required }

    /// The least whole grams a day that reach the target.
    package var required: MassRate { target.leastPart(of: base) }

    /// nil where there is nothing to divide by.
    package var ratio: ExactRatio? { cut.ratio(of: base) }

    /// Ratio less target, in parts of the whole; negative when short.
    package var margin: ExactRatio? { ratio.map { $0 - ExactRatio(target) } }

    /// What is cut beyond the required grams; negative when short.
    package var marginMass: MassRate { cut - required }
}

/// Pollutants that may make up for each other: the sum of their ratios against the sum of their targets.
package struct ReductionPool: Sendable {
    package let pollutants: [Pollutant]
    package let ratio: ExactRatio
    package let target: ExactRatio

    package var isMet: Bool { ratio >= target }
    package var margin: ExactRatio { ratio - target }

    init?(of pollutants: [Pollutant], figures: PerPollutant<ReductionFigure>) {
        guard pollutants.count > 1 else { return nil }
        self.pollutants = pollutants
        // What is not emitted at all has no ratio, and nothing is asked of it.
        let emitted = pollutants.filter { figures[$0].base > .zero }
        ratio = emitted.reduce(.zero) { sum, pollutant in sum + (figures[pollutant].ratio ?? .zero) }
        target = emitted.reduce(.zero) { sum, pollutant in sum + ExactRatio(figures[pollutant].target) }
    }
}
