import PlanModel

/// Makes a seating fairer step by step: somebody takes another's seat, or two change seats, as long as that gains.
///
/// It proves nothing, but the proof is quick to find once the roster is there.
struct SeatExchange {
    private(set) var seating: Seating
    private let problem: StaffingProblem
    /// Seats that do not move: what is settled, and what was published where that comes before fairness.
    private let fixed: Set<StaffingProblem.Seat>
    /// Served together only: they move by the solver.
    private let paired: Set<Int>
    private var tallies: [DutyTally]
    private let candidates: [Set<Int>]

    init(_ seating: Seating) {
        let problem = seating.problem
        self.seating = seating
        self.problem = problem
        let kept = problem.weights.changes == nil ? problem.published : []
        fixed = Set(problem.given + kept)
        paired = Set(
            problem.pairs.filter { $0.kind == .together }.flatMap { [$0.first, $0.second] })
        tallies = problem.people.indices.map { seating.tally(of: $0) }
        candidates = problem.candidates.map { Set($0) }
    }

    /// - Parameter rounds: Through all seats, at most.
    mutating func run(rounds: Int) {
        for _ in 0..<rounds {
            var hasGained = false
            for crew in problem.crews.indices {
                for person in seating.members[crew] where moves(person, crew) {
                    if replace(person, in: crew) || exchange(person, in: crew) { hasGained = true }
                }
            }
            if !hasGained { return }
        }
    }

    private func moves(_ person: Int, _ crew: Int) -> Bool {
        !paired.contains(person) && !fixed.contains(StaffingProblem.Seat(person: person, crew: crew))
    }

    /// Lets the first person whom that suits better take a seat.
    private mutating func replace(_ person: Int, in crew: Int) -> Bool {
        let gain = relief(of: person, from: crew)
        for other in problem.candidates[crew] where other != person && !paired.contains(other) {
            guard burden(of: other, in: crew) < gain, !seating.members[crew].contains(other) else { continue }
            seating.take(person, from: crew)
            if seating.canTake(other, crew) {
                seating.put(other, in: crew)
                settle(person, other)
                return true
            }
            seating.put(person, in: crew)
        }
        return false
    }

    /// Lets two change seats when both together are better off.
    private mutating func exchange(_ person: Int, in crew: Int) -> Bool {
        for theirs in problem.crews.indices where theirs != crew && candidates[theirs].contains(person) {
            for other in seating.members[theirs] where other != person && moves(other, theirs) {
                guard candidates[crew].contains(other), gain(person, crew, other, theirs) > 0 else {
                    continue
                }
                seating.take(person, from: crew)
                seating.take(other, from: theirs)
                if seating.canTake(person, theirs) {
                    seating.put(person, in: theirs)
                    if seating.canTake(other, crew) {
                        seating.put(other, in: crew)
                        settle(person, other)
                        return true
                    }
                    seating.take(person, from: theirs)
                }
                seating.put(person, in: crew)
                seating.put(other, in: theirs)
            }
        }
        return false
    }

    private mutating func settle(_ people: Int...) {
        for person in people { tallies[person] = seating.tally(of: person) }
    }

    // MARK: - What a seat weighs

    /// What it costs more when somebody takes a seat.
    private func burden(of person: Int, in crew: Int) -> Int {
        cost(of: person, tallies[person] + single(crew)) - cost(of: person, tallies[person])
            + extra(person, crew)
    }

    /// What it costs less when somebody leaves a seat.
    private func relief(of person: Int, from crew: Int) -> Int {
        cost(of: person, tallies[person]) - cost(of: person, tallies[person] - single(crew))
            + extra(person, crew)
    }

    private func gain(_ person: Int, _ crew: Int, _ other: Int, _ theirs: Int) -> Int {
        let (mine, hers) = (single(crew), single(theirs))
        let before = cost(of: person, tallies[person]) + cost(of: other, tallies[other])
        let after =
            cost(of: person, tallies[person] - mine + hers) + cost(of: other, tallies[other] - hers + mine)
        return before - after + extra(person, crew) + extra(other, theirs) - extra(person, theirs)
            - extra(other, crew)
    }

    private func single(_ crew: Int) -> DutyTally {
        var tally = DutyTally()
        let occurrence = problem.occurrence[crew]
        tally.count(
            problem.occurrences[occurrence], on: problem.days[occurrence],
            isStandby: problem.crews[crew].isStandby)
        return tally
    }

    private func cost(of person: Int, _ tally: DutyTally) -> Int {
        tally.cost(after: problem.carried[person], problem.weights)
    }

    /// Wishes and places beside the burdens, and changes where they are weighed.
    private func extra(_ person: Int, _ crew: Int) -> Int { problem.extraCost(of: person, in: crew) }
}
