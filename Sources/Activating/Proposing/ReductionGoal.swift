package import PlanModel

/// Something that must be reached, in whole numbers: a pollutant's target, or that of pooled ones together, of the
/// district or of one sub-district.
package struct ReductionGoal: Sendable {
    package let scope: Scope
    /// One pollutant, or those that are pooled.
    package let pollutants: [Pollutant]
    /// A gram of each pollutant counts so much; one where a pollutant stands alone. What it cuts of the whole, over
    /// a common denominator, so that ratios add up as whole numbers.
    package let weights: PerPollutant<Int128>
    package let required: Int128
    /// What the targets ask for as a part of the whole; of pooled pollutants the sum.
    package let target: ExactRatio
    private let bases: Emissions

    package enum Scope: Sendable, Hashable {
        case district
        case subDistrict(Identifier<SubDistrict>)
    }

    /// All goals of an account, such as the district's, whose targets are raised by a margin.
    /// - Parameter margin: In parts of the whole, added to every pollutant's target; at most all of it is asked for.
    static func all(
        _ figures: ReductionFigures, _ scope: Scope, margin: Share
    ) -> [ReductionGoal] {
        let pooled = figures.pool?.pollutants ?? []
        let alone = Pollutant.allCases.filter { !pooled.contains($0) }
        return ((pooled.isEmpty ? [] : [pooled]) + alone.map { [$0] }).map {
            ReductionGoal($0, figures, scope, margin: margin)
        }
    }

    /// This goal with so many thousandths of what it requires, rounded up.
    func scaled(_ thousandths: Int) -> ReductionGoal { ReductionGoal(self, thousandths: Int128(thousandths)) }

    private init(_ goal: ReductionGoal, thousandths: Int128) {
        scope = goal.scope
        pollutants = goal.pollutants
        weights = goal.weights
        target = goal.target
        bases = goal.bases
        required = (goal.required * thousandths + 999) / 1000
    }

    private init(_ pollutants: [Pollutant], _ figures: ReductionFigures, _ scope: Scope, margin: Share) {
        self.scope = scope
        self.pollutants = pollutants
        bases = Emissions { figures[$0].base }
        // A pollutant that is not emitted at all has no ratio, and nothing is asked of it.
        let emitted = pollutants.filter { figures[$0].base > .zero }
        let common = emitted.reduce(Int128(1)) { common, pollutant in
            let base = Int128(figures[pollutant].base.gramsPerDay)
            return common / common.greatestCommonDivisor(with: base) * base
        }
        weights = PerPollutant { emitted.contains($0) ? common / Int128(figures[$0].base.gramsPerDay) : 0 }
        let asked = emitted.map { figures[$0].target.raised(by: margin) }
        target = asked.reduce(.zero) { $0 + ExactRatio($1) }
        // Each target by itself, rounded up together: the sum of fractions over the product of their denominators.
        var (numerator, denominator) = (Int128(0), Int128(1))
        for share in asked {
            numerator = numerator * Int128(share.denominator) + Int128(share.numerator) * denominator
            denominator *= Int128(share.denominator)
        }
        // The product may need more than 128 bits, the quotient never does: it is below twice the denominator.
        let (quotient, rest) = denominator.dividingFullWidth(common.multipliedFullWidth(by: numerator))
        required = rest == 0 ? quotient : quotient + 1
    }

    /// What cuts count for this goal.
    package func value(of cut: Emissions) -> Int128 {
        pollutants.reduce(0) { $0 + weights[$1] * Int128(cut[$1].gramsPerDay) }
    }

    package func isReached(by cut: Emissions) -> Bool { value(of: cut) >= required }

    /// What cuts are of the whole; of pooled pollutants the sum. Nothing where nothing is emitted.
    package func ratio(of cut: Emissions) -> ExactRatio {
        pollutants.reduce(.zero) { sum, pollutant in
            sum + (cut[pollutant].ratio(of: bases[pollutant]) ?? .zero)
        }
    }

    /// What is missing in parts of the whole; nothing where the goal is reached.
    package func missing(_ short: Int128) -> ExactRatio {
        pollutants.first { weights[$0] > 0 }.map { first in
            ExactRatio(short, over: weights[first] * Int128(bases[first].gramsPerDay))
        } ?? .zero
    }
}

extension Share {
    /// This and another part together, at most the whole.
    func raised(by other: Share) -> Share {
        // Both stand over millionths at most, as read from plans and arguments.
        let sum =
            Int128(numerator) * Int128(other.denominator) + Int128(other.numerator) * Int128(denominator)
        let whole = Int128(denominator) * Int128(other.denominator)
        guard sum < whole else { return .all }
        return Share(Int64(sum), of: Int64(whole))
    }
}
