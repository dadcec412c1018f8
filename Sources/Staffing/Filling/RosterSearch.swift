import PlanModel
package import Solving

/// Finds the roster that leaves the fewest posts open, then changes least, then is the fairest.
package struct RosterSearch: Sendable {
    let seating: Seating
    /// What open seats cost at least, by the problem's count.
    package let leastOpen: Int
    /// What the rest costs at least, among rosters that leave no more open and change no more.
    package let bound: Int
    /// Whether no roster leaves less open, and none that leaves as little open changes less.
    package let isOpenLeast: Bool
    package let isChangesLeast: Bool
    /// Whether a limit ended some step before it was proven.
    package let wasCut: Bool

    /// By crew, those on duty as places in the problem's people.
    package var crewMembers: [[Int]] { seating.members }
    /// Whether changes come before fairness.
    package let changesCome: Bool
    package var cost: Int { seating.cost }
    package var openCost: Int { seating.openCost }
    package var changes: Int { seating.changes }
    /// Whether the roster is proven to be the best there is.
    package var isProven: Bool { isOpenLeast && isChangesLeast && bound >= cost }

    /// - Parameter limits: For each of the three goals.
    package init(_ problem: StaffingProblem, within limits: Program.Limits) {
        var best = Rotation(problem).seating
        var wasCut = false

        // Fewest open.
        var leastOpen = 0
        if best.openCost > 0 {
            let step = Self.solve(StaffingProgram(problem, .open), from: best, within: limits)
            if let found = step.seating, found.openCost < best.openCost { best = found }
            leastOpen = min(max(0, step.bound), best.openCost)
            wasCut = leastOpen < best.openCost
        }
        isOpenLeast = leastOpen == best.openCost
        self.leastOpen = leastOpen

        // Fewest changes, where they come before fairness.
        changesCome = problem.weights.changes == nil && !problem.published.isEmpty
        var isChangesLeast = true
        if changesCome, best.changes > 0 {
            let program = StaffingProgram(problem, .changes(open: best.openCost))
            let step = Self.solve(program, from: best, within: limits)
            if let found = step.seating, found.changes < best.changes { best = found }
            isChangesLeast = best.changes <= step.bound
            wasCut = wasCut || !isChangesLeast
        }
        self.isChangesLeast = isChangesLeast

        var exchange = SeatExchange(best)
        exchange.run(rounds: 50)
        best = exchange.seating
        let program = StaffingProgram(
            problem, .cost(open: best.openCost, changes: changesCome ? best.changes : nil))
        let step = Self.solve(program, from: best, within: limits)
        if let found = step.seating, found.cost < best.cost { best = found }
        bound = min(step.bound, best.cost)
        self.wasCut = wasCut || bound < best.cost
        seating = best
    }

    private struct Step {
        let seating: Seating?
        /// No seating costs less.
        let bound: Int
    }

    private static func solve(
        _ program: StaffingProgram, from start: Seating, within limits: Program.Limits
    ) -> Step {
        var limits = limits
        // All costs are whole: less than one to the bound is proven.
        limits.gap = 0.999
        switch program.program.solve(within: limits) {
        case .solved(let solution):
            return Step(
                seating: program.seating(of: solution),
                bound: wholeBound(solution.bound) + program.settledCost)
        case .unknown(let bound):
            return Step(seating: nil, bound: wholeBound(bound) + program.settledCost)
        // The start obeys every row, so that only a fault of the solver's says so.
        case .infeasible, .unbounded: return Step(seating: nil, bound: Int.min / 4)
        }
    }

    /// The next whole number, but for what floating point leaves behind.
    private static func wholeBound(_ bound: Double) -> Int {
        guard bound > -1e15, bound < 1e15 else { return Int.min / 4 }
        return Int((bound - 1e-6).rounded(.up))
    }
}
