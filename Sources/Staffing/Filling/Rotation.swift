import Diagnostics
import PlanModel

/// The plain way: a queue for every post, and who has just served goes to its end.
///
/// It is quick and never breaks a rule; the search for the fairest roster begins with it, and falls back on it.
struct Rotation {
    private(set) var seating: Seating
    private var problem: StaffingProblem { seating.problem }
    private let given: Set<StaffingProblem.Seat>
    /// Where a post's queue goes on, as an index into the staff.
    private var next: [Identifier<Post>: Int] = [:]

    /// Keeps what was published where the rules let it, fills the other seats in turn, then tries the open ones
    /// again for as long as that fills another: a swap may have freed somebody.
    init(_ problem: StaffingProblem) {
        seating = Seating(problem)
        given = Set(problem.given)
        for seat in problem.published {
            if canTake(seat.person, seat.crew) {
                seating.put(seat.person, in: seat.crew)
            } else if isPaired(seat.person), !seating.members[seat.crew].contains(seat.person) {
                _ = seatPair(in: seat.crew, with: seat.person)
            }
        }
        var hasProgressed = true
        while hasProgressed {
            hasProgressed = false
            for crew in problem.crews.indices where seating.open(crew) > 0 {
                while seating.open(crew) > 0, fill(crew) { hasProgressed = true }
            }
        }
    }

    private func canTake(_ person: Int, _ crew: Int) -> Bool {
        seating.open(crew) > 0 && problem.candidates[crew].contains(person)
            && seating.canTake(person, crew)
    }

    private mutating func fill(_ crew: Int) -> Bool {
        let post = problem.crews[crew].slot.post.id.value
        let start = next[post] ?? 0
        let candidates = problem.candidates[crew]
        let queue = candidates.drop { $0 < start } + candidates.prefix { $0 < start }
        let ordered =
            queue.filter { !problem.isAway($0, in: crew) } + queue.filter { problem.isAway($0, in: crew) }
        if let person = ordered.first(where: { seating.canTake($0, crew) }) {
            seating.put(person, in: crew)
            next[post] = person + 1
            return true
        }
        return seatPair(in: crew) || swapIn(crew)
    }

    /// Seats two who serve only together.
    private mutating func seatPair(in crew: Int, with person: Int? = nil) -> Bool {
        guard seating.open(crew) > 1 else { return false }
        for pair in problem.pairs where pair.kind == .together {
            guard person == nil || person == pair.first || person == pair.second,
                problem.candidates[crew].contains(pair.first),
                problem.candidates[crew].contains(pair.second)
            else { continue }
            var trial = seating
            trial.put(pair.second, in: crew)
            guard trial.keptOut(pair.first, of: crew) == nil else { continue }
            trial.put(pair.first, in: crew)
            trial.take(pair.second, from: crew)
            guard trial.keptOut(pair.second, of: crew) == nil else { continue }
            trial.put(pair.second, in: crew)
            seating = trial
            return true
        }
        return false
    }

    /// Lets somebody leave another seat for this one, and a third person take that seat.
    private mutating func swapIn(_ crew: Int) -> Bool {
        for mover in problem.candidates[crew] where !isPaired(mover) {
            for left in seating.held[mover]
            where left != crew && !given.contains(StaffingProblem.Seat(person: mover, crew: left)) {
                seating.take(mover, from: left)
                if seating.canTake(mover, crew) {
                    seating.put(mover, in: crew)
                    let substitute = problem.candidates[left].first {
                        $0 != mover && !isPaired($0) && seating.canTake($0, left)
                    }
                    if let substitute {
                        seating.put(substitute, in: left)
                        return true
                    }
                    seating.take(mover, from: crew)
                }
                seating.put(mover, in: left)
            }
        }
        return false
    }

    private func isPaired(_ person: Int) -> Bool {
        problem.pairs.contains { $0.kind == .together && ($0.first == person || $0.second == person) }
    }
}
