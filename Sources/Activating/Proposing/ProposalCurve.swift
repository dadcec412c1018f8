import PlanModel
import Solving

/// What reaching more and more of the targets would cost a day, up to the most that the options can reach.
package struct ProposalCurve: Sendable {
    /// What the plans reach as they are, in thousandths of every target; the goal that is farthest behind decides.
    package let present: Int
    /// The most that is reachable, likewise.
    package let most: Int
    /// From the present to the most, rising; never empty when anything can be added.
    package let points: [Point]

    package struct Point: Sendable {
        /// Thousandths of every target; 1000 is the targets themselves.
        package let thousandths: Int
        package let cost: Int128
        package let bound: Int128
        package let options: Int
    }

    /// Far above any target, where nothing is asked for or everything is reached many times over.
    private static let end = 10_000

    /// - Parameters:
    ///   - proposal: Whose goals, options and margin are taken.
    ///   - steps: How many points there are at most, apart from the targets themselves.
    ///   - progress: Told of each point that is done.
    package init(_ proposal: Proposal, steps: Int = 20, progress: (Int) -> Void = { _ in }) {
        let goals = proposal.goals.filter { $0.goal.required > 0 }
        func reached(_ value: (Proposal.Goal) -> Int128) -> Int {
            goals.map { goal in
                Int(clamping: value(goal) / max(1, (goal.goal.required + 999) / 1000))
            }.min().map { min($0, Self.end) } ?? Self.end
        }
        let present = reached { $0.goal.value(of: $0.before) }
        let individually = reached(\.most)
        var points: [Point] = []
        var most = present
        if individually > present {
            let wanted = Set((1...steps).map { present + (individually - present) * $0 / steps } + [1000])
                .filter { $0 > present && $0 <= individually }
            for thousandths in wanted.sorted() {
                let scaled = goals.map { ($0.goal.scaled(thousandths), $0.before) }
                let covering = CoveringReserve(proposal.pool.open, goals: scaled)
                // What each goal could reach by itself is not always reached by all at once.
                guard let choice = covering.problem.leastCostChoice(proposal.request.aim) else { break }
                points.append(
                    Point(
                        thousandths: thousandths, cost: choice.cost, bound: choice.bound,
                        options: choice.options.count))
                most = thousandths
                progress(points.count)
            }
        }
        self.present = present
        self.most = most
        self.points = points
    }
}
