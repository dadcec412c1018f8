import PlanModel
import Solving

/// Asks of a changed problem how few seats it can leave open.
struct RemedySearch {
    let seating: Seating
    let limits: Program.Limits
    /// By crew.
    private let before: [Int]

    /// - Parameter limits: For each change.
    init(_ seating: Seating, within limits: Program.Limits) {
        self.seating = seating
        self.limits = limits
        before = seating.problem.crews.indices.map { seating.open($0) }
    }

    /// The change, when fewer seats stay open with it.
    func remedy(_ change: RosterRemedy.Change, _ problem: StaffingProblem) -> RosterRemedy? {
        var best = start(of: problem)
        var isProven = best.openCost == 0
        if !isProven {
            let program = StaffingProgram(problem, .remedy(open: before))
            let step = SearchStep(program, from: best, within: limits)
            if let found = step.seating, found.openCost <= best.openCost { best = found }
            isProven = program.cost(ofOpen: best) <= step.bound
        }
        return remedy(change, best, isProven)
    }

    /// The fewest people, in groups of equals at the end of the problem's, by whom no crew has more open than `most`.
    func fewest(
        of groups: [Range<Int>], _ posts: [RosterRemedy.MorePeople], _ problem: StaffingProblem,
        open most: [Int]
    ) -> RosterRemedy? {
        let step = SearchStep(
            StaffingProgram(problem, .fewest(of: groups, open: most)), from: start(of: problem),
            within: limits)
        guard let found = step.seating else { return nil }
        let needed = groups.map { group in group.count { !found.held[$0].isEmpty } }
        let people = zip(posts, needed).filter { $0.1 > 0 }.map {
            RosterRemedy.MorePeople(post: $0.0.post, count: $0.1, communities: $0.0.communities)
        }
        return remedy(
            .morePeople(people), found, needed.reduce(0, +) <= step.bound)
    }

    /// How the roster stands, with whoever can join it as things are.
    private func start(of problem: StaffingProblem) -> Seating {
        var start = Seating(problem, like: seating.members)
        start.fillOpenSeats()
        return start
    }

    private func remedy(
        _ change: RosterRemedy.Change, _ found: Seating, _ isProven: Bool
    ) -> RosterRemedy? {
        let gain = seating.openCost - found.openCost
        guard gain > 0 else { return nil }
        func seats(_ count: (Int) -> Int) -> [RosterRemedy.Seats] {
            found.problem.crews.indices.filter { count($0) > 0 }.map {
                RosterRemedy.Seats(slot: found.problem.crews[$0].slot, count: count($0))
            }
        }
        return RosterRemedy(
            change: change, closes: seats { before[$0] - found.open($0) },
            opens: seats { found.open($0) - before[$0] }, isProven: isProven, gain: gain,
            closesAll: found.openCost == 0)
    }
}
