import PlanModel

/// What the rules say of a problem, looked up instead of asked: who can take which seat beside what they have.
///
/// It says the same as `Seating.canTake` of people who are candidates and serve without a partner, some hundred times
/// sooner; a test compares the two.
struct DutyTables {
    private let problem: StaffingProblem
    private let shifts: Int
    /// By crew, then person.
    private let isCandidate: [Bool]
    private let extras: [Int]
    /// By crew: what its seat counts.
    let singles: [DutyTally]
    /// By person, then shift: whether what they bring along forbids being on duty, or standing by.
    private let isBarred: [Bool]
    private let isAway: [Bool]
    /// By two shifts.
    private let overlap: [Bool]
    /// By person: groups of shifts of which they can have only some.
    private let windows: [[Window]]
    /// By person, then shift: which of their windows it lies in.
    private let windowsOf: [[[Int]]]
    /// By crew.
    private let needs: [[Need]]
    /// By person: with whom they never serve at once.
    private let apart: [[Int]]

    private struct Window {
        /// By shift.
        let holds: [Bool]
        /// Of these crews' shifts; below nothing where what they bring along fills it.
        let most: Int
    }

    private struct Need {
        /// By person.
        let isMet: [Bool]
        /// Seats for those who do not meet it.
        let others: Int
    }

    init(_ problem: StaffingProblem) {
        self.problem = problem
        let (people, occurrences) = (problem.people.indices, problem.occurrences)
        shifts = occurrences.count
        var isCandidate = Array(repeating: false, count: problem.crews.count * people.count)
        for crew in problem.crews.indices {
            for person in problem.candidates[crew] { isCandidate[crew * people.count + person] = true }
        }
        self.isCandidate = isCandidate
        extras = problem.crews.indices.flatMap { crew in people.map { problem.extraCost(of: $0, in: crew) } }
        singles = problem.crews.indices.map { crew in
            var tally = DutyTally()
            let occurrence = problem.occurrence[crew]
            tally.count(
                occurrences[occurrence], on: problem.days[occurrence],
                isStandby: problem.crews[crew].isStandby, for: problem.lengths[occurrence])
            return tally
        }
        isBarred = people.flatMap { person in
            occurrences.map { shift in
                problem.prior[person].contains { before in
                    DutyRulebook.pair.contains { $0.forbids(before, shift, under: problem.rules) }
                }
            }
        }
        isAway = people.flatMap { person in
            occurrences.map { shift in problem.prior[person].contains { $0.overlaps(shift) } }
        }
        overlap = occurrences.flatMap { one in occurrences.map { one.overlaps($0) } }
        windows = people.map { Self.windows(of: $0, in: problem) }
        let windows = windows
        windowsOf = people.map { person in
            occurrences.indices.map { shift in
                windows[person].indices.filter { windows[person][$0].holds[shift] }
            }
        }
        needs = problem.crews.map { crew in
            DutyRulebook.crew.flatMap { $0.needs(of: crew.slot) }.map { need in
                Need(isMet: problem.people.map(need.isMet), others: crew.seats - need.count)
            }
        }
        apart = people.map { person in
            problem.pairs.filter { $0.kind == .apart }.compactMap { pair in
                pair.first == person ? pair.second : pair.second == person ? pair.first : nil
            }
        }
    }

    private static func windows(of person: Int, in problem: StaffingProblem) -> [Window] {
        var all: [(shift: ShiftOccurrence, number: Int?)] = problem.occurrences.indices.map {
            (problem.occurrences[$0], $0)
        }
        all += problem.prior[person].map { ($0, nil) }
        all.sort { ($0.shift.start, $0.number ?? -1) < ($1.shift.start, $1.number ?? -1) }
        return DutyRulebook.window.flatMap { rule in
            rule.windows(over: all.map(\.shift), under: problem.rules).map { window in
                var holds = Array(repeating: false, count: problem.occurrences.count)
                var brought = 0
                for member in window.members {
                    if let number = all[member].number { holds[number] = true } else { brought += 1 }
                }
                return Window(holds: holds, most: window.most - brought)
            }
        }
    }

    func isCandidate(_ person: Int, for crew: Int) -> Bool {
        isCandidate[crew * problem.people.count + person]
    }

    /// Wishes and places beside the burdens, and changes where they are weighed.
    func extra(_ person: Int, _ crew: Int) -> Int { extras[crew * problem.people.count + person] }

    /// - Precondition: The person is a candidate, serves without a partner, and is not in the crew.
    func canTake(_ person: Int, _ crew: Int, in seating: Seating) -> Bool {
        let shift = problem.occurrence[crew]
        guard !problem.crews[crew].isStandby else { return canStandBy(person, in: shift, seating) }
        guard !isBarred[person * shifts + shift] else { return false }
        for other in seating.held[person] {
            let theirs = problem.occurrence[other]
            let isForbidden =
                problem.crews[other].isStandby
                ? overlap[shift * shifts + theirs] : theirs == shift || problem.clashes[shift][theirs]
            if isForbidden { return false }
        }
        for number in windowsOf[person][shift] {
            let window = windows[person][number]
            var held = 0
            for other in seating.held[person]
            where window.holds[problem.occurrence[other]] && !problem.crews[other].isStandby { held += 1 }
            if held + 1 > window.most { return false }
        }
        for need in needs[crew] where !need.isMet[person] {
            var others = 0
            for member in seating.members[crew] where !need.isMet[member] { others += 1 }
            if others + 1 > need.others { return false }
        }
        for other in apart[person] {
            for held in seating.held[other]
            where overlap[problem.occurrence[held] * shifts + shift] && !problem.crews[held].isStandby {
                return false
            }
        }
        return true
    }

    private func canStandBy(_ person: Int, in shift: Int, _ seating: Seating) -> Bool {
        guard !isAway[person * shifts + shift] else { return false }
        for other in seating.held[person] where overlap[shift * shifts + problem.occurrence[other]] {
            return false
        }
        return true
    }
}
