package import PlanModel

/// What became of a level's balance from one state of the plans to another.
package struct BalanceChange: Sendable {
    package let level: AlertLevel
    package let before: ReductionFigures
    package let after: ReductionFigures

    package init(at level: AlertLevel, from before: ReductionFigures, to after: ReductionFigures) {
        self.level = level
        self.before = before
        self.after = after
    }

    /// How a pollutant stands to its target.
    package enum Standing: Sendable {
        case reached, reachedByPool, short
    }

    /// The pollutants of which anything differs: those that miss their targets now, those that reach them now, the
    /// others.
    package var pollutants: [Pollutant] {
        let some = Pollutant.allCases.filter(differs)
        return some.filter(isWorse) + some.filter(isBetter) + some.filter { !isWorse($0) && !isBetter($0) }
    }

    /// Whether some verdict is another one.
    package var changesVerdict: Bool { Pollutant.allCases.contains { isWorse($0) || isBetter($0) } }

    /// Whether the pooled pollutants' sum, or what it is held against, differs.
    package var changesPool: Bool {
        guard let old = before.pool, let new = after.pool else {
            return before.pool != nil || after.pool != nil
        }
        return old.pollutants != new.pollutants || old.ratio != new.ratio || old.target != new.target
    }

    /// Whether nothing at all differs.
    package var isEmpty: Bool { pollutants.isEmpty && !changesPool }

    /// Whether a target that was reached is missed now.
    package func isWorse(_ pollutant: Pollutant) -> Bool {
        before.isMet(pollutant) && !after.isMet(pollutant)
    }

    /// Whether a target that was missed is reached now.
    package func isBetter(_ pollutant: Pollutant) -> Bool {
        !before.isMet(pollutant) && after.isMet(pollutant)
    }

    private func differs(_ pollutant: Pollutant) -> Bool {
        let (old, new) = (before.figures[pollutant], after.figures[pollutant])
        return old.cut != new.cut || old.base != new.base || old.target != new.target
            || before.standing(of: pollutant) != after.standing(of: pollutant)
    }
}

extension ReductionFigures {
    /// How a pollutant stands to its target, by itself or through the pool.
    package func standing(of pollutant: Pollutant) -> BalanceChange.Standing {
        figures[pollutant].isMet ? .reached : isMet(pollutant) ? .reachedByPool : .short
    }
}
