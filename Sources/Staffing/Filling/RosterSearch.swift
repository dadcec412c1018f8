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

    /// The plain rotation, with nothing searched for or proven: what the search is measured against.
    package init(rotationOf problem: StaffingProblem) {
        seating = Rotation(problem).seating
        changesCome = problem.weights.changes == nil && !problem.published.isEmpty
        (leastOpen, bound) = (0, 0)
        isOpenLeast = seating.openCost == 0
        isChangesLeast = !changesCome || seating.changes == 0
        wasCut = true
    }

    /// What was found, told of a problem that has fewer open seats and the same people in them.
    init(_ other: RosterSearch, in problem: StaffingProblem, like members: [[Int]]) {
        seating = Seating(problem, like: members)
        changesCome = other.changesCome
        (leastOpen, bound) = (min(other.leastOpen, seating.openCost), other.bound)
        isOpenLeast = other.isOpenLeast
        isChangesLeast = other.isChangesLeast
        wasCut = other.wasCut
    }

    /// - Parameter limits: For each of the three goals.
    package init(_ problem: StaffingProblem, within limits: Program.Limits) {
        var best = Rotation(problem).seating
        var wasCut = false

        // Fewest open.
        var leastOpen = 0
        if best.openCost > 0 {
            let step = SearchStep(StaffingProgram(problem, .open), from: best, within: limits)
            if let found = step.seating, found.openCost < best.openCost { best = found }
            best.fillOpenSeats()
            leastOpen = min(max(0, step.bound), best.openCost)
            wasCut = leastOpen < best.openCost
        }
        self.leastOpen = leastOpen

        // Fewest changes, where they come before fairness.
        changesCome = problem.weights.changes == nil && !problem.published.isEmpty
        var leastChanges = 0
        if changesCome, best.changes > 0 {
            let step = SearchStep(
                StaffingProgram(problem, .changes(open: best.openCost)), from: best, within: limits)
            if let found = step.seating, found.changes < best.changes { best = found }
            leastChanges = min(step.bound, best.changes)
            wasCut = wasCut || leastChanges < best.changes
        }

        // Fairest: a bound first, and a good roster; the solver is asked for what lies between, if anything does.
        let program = StaffingProgram(
            problem, .cost(open: best.openCost, changes: changesCome ? best.changes : nil))
        var bound = program.relaxedBound(within: limits)
        if limits.seconds > 0 {
            var exchange = SeatExchange(best)
            exchange.run(until: bound)
            best = exchange.seating
        }
        if bound < best.cost {
            let step = SearchStep(program, from: best, within: limits)
            if let found = step.seating, found.cost < best.cost { best = found }
            bound = min(max(bound, step.bound), best.cost)
        }
        best.fillOpenSeats()
        seating = best
        self.bound = min(bound, best.cost)
        isOpenLeast = leastOpen == best.openCost
        isChangesLeast = !changesCome || leastChanges == best.changes
        self.wasCut = wasCut || self.bound < best.cost
    }
}

/// One goal, searched for from a seating that obeys all rules.
struct SearchStep {
    let seating: Seating?
    /// No seating costs less.
    let bound: Int

    init(_ program: StaffingProgram, from start: Seating, within limits: Program.Limits) {
        var limits = limits
        // All costs are whole: less than one to the bound is proven.
        limits.gap = 0.999
        guard limits.seconds > 0 else {
            (seating, bound) = (nil, program.leastThinkable)
            return
        }
        switch program.program.solveApart(within: limits, from: program.start(from: start)) {
        case .solved(let solution):
            seating = program.seating(of: solution)
            bound = program.wholeBound(solution.bound)
        case .unknown(let bound):
            seating = nil
            self.bound = program.wholeBound(bound)
        // The start obeys every row, so that only a fault of the solver's says so.
        case .infeasible, .unbounded:
            (seating, bound) = (nil, program.leastThinkable)
        }
    }
}

extension StaffingProgram {
    /// What no seating costs less than, by the program without its integers.
    fileprivate func relaxedBound(within limits: Program.Limits) -> Int {
        guard limits.seconds > 0, case .solved(let solution) = program.relaxed.solveApart(within: limits)
        else {
            return leastThinkable
        }
        return wholeBound(solution.bound)
    }

    /// A bound of the program's as one of its goal: the next whole number, but for what floating point leaves behind.
    fileprivate func wholeBound(_ bound: Double) -> Int {
        guard bound > -1e15, bound < 1e15 else { return leastThinkable }
        return max(leastThinkable, Int((bound - 1e-6).rounded(.up)) + settledCost)
    }
}
