import Diagnostics
package import PlanModel
import Solving

/// The cheapest reserve options that reach every goal, or what is short even with all of them.
package struct Proposal: Sendable {
    package let request: ProposalRequest
    package let before: Activation
    /// With the chosen options adopted; as before when nothing was chosen.
    package let after: Activation
    /// The district's goals, then those of the sub-districts asked for.
    package let goals: [Goal]
    package let pool: ReservePool
    package let outcome: Outcome

    /// A goal, what its account cuts, and what it could.
    package struct Goal: Sendable {
        package let goal: ReductionGoal
        package let before: Emissions
        package let after: Emissions
        /// The most of this goal that the options could reach, were nothing else asked.
        package let most: Int128

        package var isReached: Bool { goal.isReached(by: after) }
    }

    package enum Outcome: Sendable {
        /// Every goal is reached as the plans are.
        case enough
        case chosen(Choice)
        case impossible(Impossible)
    }

    /// What to adopt, and what it costs.
    package struct Choice: Sendable {
        /// In the district's order.
        package let options: [ReserveSuggestion]
        /// In millionths of 元/d.
        package let cost: Int128
        /// No choice costs less, likewise.
        package let bound: Int128
        package let proof: Proof
        package var isLeast: Bool { cost == bound }

        /// How the bound was proven.
        package enum Proof: String, Sendable {
            /// By prices of the goals, whatever rounding did.
            case prices
            /// By CBC, which searched what the prices left open, within its tolerance of about 10⁻⁷.
            case search
        }
    }

    /// Goals that no choice of the options reaches.
    package struct Impossible: Sendable {
        /// Beside `goals`: what is missing with the options that come closest; nothing for those that are reached.
        package let short: [Int128]
        /// Whether nothing comes closer, all goals weighed in parts of what they require.
        package let isProven: Bool
        /// Reasons whose options, let in, would make every goal reachable.
        package let remedies: [ReservePool.Reason]
    }

    package init(_ book: PlanBook, order: AlertOrder, _ request: ProposalRequest) {
        let before = Activation(book, order: order)
        let pool = ReservePool(before, request)
        let accounts = Self.accounts(before, request)
        let goals = accounts.flatMap { scope, figures in
            ReductionGoal.all(figures, scope, margin: request.margin).map { ($0, figures) }
        }
        let covering = CoveringReserve(
            pool.open, goals: goals.map { ($0.0, Emissions { [figures = $0.1] in figures[$0].cut }) })
        let outcome: Outcome
        var after = before
        if covering.isEnough {
            outcome = .enough
        } else if let choice = covering.problem.leastCostChoice(request.aim) {
            let options = choice.options.map { covering.suggestions[$0] }.sorted { $0.number < $1.number }
            outcome = .chosen(
                Choice(
                    options: options, cost: choice.cost, bound: choice.bound,
                    proof: choice.proof == .prices ? .prices : .search))
            after = Activation(book.adopting(options, at: order.level), order: order)
        } else {
            outcome = .impossible(Self.impossible(covering, pool, goals.map(\.0), before))
        }
        let afterAccounts = Dictionary(
            uniqueKeysWithValues: Self.accounts(after, request).map { ($0.0, $0.1) })
        self.request = request
        self.before = before
        self.after = after
        self.pool = pool
        self.outcome = outcome
        self.goals = zip(goals, covering.most).map { goal, most in
            let figures = afterAccounts[goal.0.scope] ?? goal.1
            return Goal(
                goal: goal.0, before: Emissions { goal.1[$0].cut }, after: Emissions { figures[$0].cut },
                most: most)
        }
        if case .chosen = outcome {
            precondition(self.goals.allSatisfy(\.isReached), "a choice reaches every goal")
        }
    }

    private static func accounts(_ activation: Activation, _ request: ProposalRequest) -> [(
        ReductionGoal.Scope, ReductionFigures
    )] {
        let balance = activation.balance
        let asked = balance.subDistricts.filter { request.subDistricts.contains($0.name) }
        return [(.district, balance.whole)]
            + asked.map { (.subDistrict($0.name), balance.figures(of: $0.account)) }
    }

    private static func impossible(
        _ covering: CoveringReserve, _ pool: ReservePool, _ goals: [ReductionGoal], _ before: Activation
    ) -> Impossible {
        let shortfall = LeastShortfall(of: covering.problem)
        let remedies = ReservePool.Reason.allCases.filter { reason in
            guard reason.canBeLifted else { return false }
            let more = pool.leftOut.filter { $0.reason == reason }.map(\.suggestion)
            guard !more.isEmpty else { return false }
            let wider = covering.adding(more)
            return zip(wider.problem.most, wider.problem.required).allSatisfy { $0 >= $1 }
                && LeastShortfall(of: wider.problem).short.allSatisfy { $0 == 0 }
        }
        return Impossible(
            short: covering.spread(shortfall.short), isProven: shortfall.isProven, remedies: remedies)
    }
}

extension PlanBook {
    /// The plans as they are once options have been adopted.
    package func adopting(_ options: [ReserveSuggestion], at level: AlertLevel) -> PlanBook {
        var enterprises = enterprises
        for option in options {
            let enterprise = enterprises[option.number.enterprise]
            enterprises[option.number.enterprise] = enterprise.with(
                enterprise.measures[level].adopting(option.option.measure), at: level)
        }
        return with(enterprises)
    }
}
