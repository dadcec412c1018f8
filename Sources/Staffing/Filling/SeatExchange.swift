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

    /// Goes on while that gains, then wanders among equals for a while, since they lead to better ones.
    /// - Parameter bound: Nothing costs less, so that there is nothing left to gain.
    mutating func run(until bound: Int) {
        descend()
        var best = seating
        var cost = best.cost
        var dice = Dice(state: UInt64(problem.crews.count))
        for _ in 0..<Self.walks where cost > bound {
            wander(&dice)
            descend()
            let reached = seating.cost
            if reached < cost { (best, cost) = (seating, reached) }
        }
        seating = best
    }

    /// More gains little: what is left then is for the solver.
    private static let walks = 4

    private mutating func descend() {
        var hasGained = true
        while hasGained {
            hasGained = false
            for crew in problem.crews.indices {
                for person in seating.members[crew] where moves(person, crew) {
                    if replace(person, in: crew) || exchange(person, in: crew) { hasGained = true }
                }
            }
        }
    }

    /// Changes among rosters that are as good.
    private mutating func wander(_ dice: inout Dice) {
        let crews = problem.crews.indices.filter { !seating.members[$0].isEmpty }
        guard !crews.isEmpty else { return }
        for _ in 0..<(crews.count * 4) {
            let crew = crews[dice.below(crews.count)]
            let person = seating.members[crew][dice.below(seating.members[crew].count)]
            guard moves(person, crew) else { continue }
            let theirs = crews[dice.below(crews.count)]
            if dice.below(2) == 0 {
                let some = problem.candidates[crew]
                guard !some.isEmpty else { continue }
                let other = some[dice.below(some.count)]
                guard other != person, !paired.contains(other), !seating.members[crew].contains(other),
                    burden(of: other, in: crew) <= relief(of: person, from: crew)
                else { continue }
                _ = replace(person, in: crew, by: other)
            } else if theirs != crew, candidates[theirs].contains(person) {
                let other = seating.members[theirs][dice.below(seating.members[theirs].count)]
                guard other != person, moves(other, theirs), candidates[crew].contains(other),
                    gain(person, crew, other, theirs) >= 0
                else { continue }
                _ = exchange(person, in: crew, with: other, in: theirs)
            }
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
            if replace(person, in: crew, by: other) { return true }
        }
        return false
    }

    private mutating func replace(_ person: Int, in crew: Int, by other: Int) -> Bool {
        seating.take(person, from: crew)
        guard seating.canTake(other, crew) else {
            seating.put(person, in: crew)
            return false
        }
        seating.put(other, in: crew)
        settle(person, other)
        return true
    }

    /// Lets two change seats when both together are better off.
    private mutating func exchange(_ person: Int, in crew: Int) -> Bool {
        for theirs in problem.crews.indices where theirs != crew && candidates[theirs].contains(person) {
            for other in seating.members[theirs] where other != person && moves(other, theirs) {
                guard candidates[crew].contains(other), gain(person, crew, other, theirs) > 0 else {
                    continue
                }
                if exchange(person, in: crew, with: other, in: theirs) { return true }
            }
        }
        return false
    }

    private mutating func exchange(_ person: Int, in crew: Int, with other: Int, in theirs: Int) -> Bool {
        seating.take(person, from: crew)
        seating.take(other, from: theirs)
        if seating.canTake(person, theirs), !seating.members[theirs].contains(person) {
            seating.put(person, in: theirs)
            if seating.canTake(other, crew), !seating.members[crew].contains(other) {
                seating.put(other, in: crew)
                settle(person, other)
                return true
            }
            seating.take(person, from: theirs)
        }
        seating.put(person, in: crew)
        seating.put(other, in: theirs)
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

/// SplitMix64: the same walk on every machine.
private struct Dice {
    var state: UInt64

    /// - Parameter count: At least 1.
    mutating func below(_ count: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(count))
    }
}
