import PlanModel
import Solving

/// The roster as an integer program: a variable for every seat that a person might take.
struct StaffingProgram {
    private let problem: StaffingProblem
    private let goal: Goal
    private(set) var program = Program()
    /// By crew, then person.
    private var seats: [[(person: Int, variable: Program.Variable)]]
    private var open: [Program.Variable] = []
    /// By person, then occurrence: the variables for being on duty, and for standing by.
    private var duty: [[[Program.Variable]]]
    private var standby: [[[Program.Variable]]]
    private let settled: Seating
    private var newlyOpen: [(crew: Int, before: Int, variable: Program.Variable)] = []
    private var newPeople: [(person: Int, variable: Program.Variable)] = []

    /// What is made least, given what the goals before it have reached.
    enum Goal {
        case open
        case changes(open: Int)
        case cost(open: Int, changes: Int?)
        /// Fewest open, and among those, fewest of crews that had been fuller.
        case remedy(open: [Int])
        /// Fewest of the new people, in groups of equals, so that no crew has more open than here.
        case fewest(of: [Range<Int>], open: [Int])
    }

    init(_ problem: StaffingProblem, _ goal: Goal) {
        self.problem = problem
        self.goal = goal
        settled = Seating(problem)
        seats = Array(repeating: [], count: problem.crews.count)
        let none = Array(
            repeating: Array(repeating: [Program.Variable](), count: problem.occurrences.count),
            count: problem.people.count)
        duty = none
        standby = none
        addSeats()
        addPairs()
        addWindows()
        addCrewNeeds()
        addStaffPairs()
        switch goal {
        case .open: break
        case .remedy(let before): addNewlyOpen(before)
        case .fewest(let groups, let most):
            for crew in problem.crews.indices where most[crew] < settled.open(crew) {
                program.require([Program.Term(1, open[crew])], within: 0...Double(most[crew]))
            }
            addNewPeople(groups)
        case .changes(let open):
            limitOpen(to: open)
        case .cost(let open, let changes):
            limitOpen(to: open)
            if let changes { limitChanges(to: changes) }
            addBurdens()
        }
    }

    // MARK: - Seats

    private mutating func addSeats() {
        for crew in problem.crews.indices {
            let (isStandby, occurrence) = (problem.crews[crew].isStandby, problem.occurrence[crew])
            for person in problem.candidates[crew] where isFree(person, for: crew) {
                let variable = program.add(0...1, cost: Double(cost(of: person, in: crew)))
                seats[crew].append((person, variable))
                if isStandby {
                    standby[person][occurrence].append(variable)
                } else {
                    duty[person][occurrence].append(variable)
                }
            }
            let left = settled.open(crew)
            let cost = problem.openCost(of: crew) * openFactor
            // It takes whole values by itself.
            let variable = program.add(0...Double(left), cost: Double(cost), isInteger: false)
            open.append(variable)
            program.require(
                seats[crew].map { Program.Term(1, $0.variable) } + [Program.Term(1, variable)],
                within: Double(left)...Double(left))
        }
    }

    /// What is settled leaves room for it.
    private func isFree(_ person: Int, for crew: Int) -> Bool {
        let question = settled.question(person, crew)
        let rules: [any DutyRule.Type] = DutyRulebook.pair + [StandsByFree.self, KeptApart.self]
        return rules.allSatisfy { $0.keepsOut(question) == nil }
    }

    private func cost(of person: Int, in crew: Int) -> Int {
        switch goal {
        case .open, .remedy, .fewest: 0
        case .changes: problem.isPublished[crew].contains(person) ? -1 : 0
        case .cost: problem.extraCost(of: person, in: crew)
        }
    }

    // MARK: - Rules

    private mutating func addPairs() {
        let cliques = ShiftCliques(problem.clashes)
        for person in problem.people.indices {
            for clique in cliques.members { requireAtMost(1, of: clique.flatMap { duty[person][$0] }) }
            for stand in problem.occurrences.indices where !standby[person][stand].isEmpty {
                requireAtMost(1, of: standby[person][stand])
                for other in problem.occurrences.indices
                where problem.occurrences[other].overlaps(problem.occurrences[stand]) {
                    requireAtMost(1, of: standby[person][stand] + duty[person][other])
                    if other > stand {
                        requireAtMost(1, of: standby[person][stand] + standby[person][other])
                    }
                }
            }
        }
    }

    private mutating func addWindows() {
        for person in problem.people.indices {
            var shifts: [(shift: ShiftOccurrence, planned: Int?)] = problem.occurrences.indices.map {
                (problem.occurrences[$0], $0)
            }
            let set =
                problem.prior[person]
                + settled.held[person].filter { !problem.crews[$0].isStandby }
                .map { problem.crews[$0].slot.occurrence }
            shifts += set.map { ($0, nil) }
            shifts.sort { ($0.shift.start, $0.planned ?? -1) < ($1.shift.start, $1.planned ?? -1) }
            for rule in DutyRulebook.window {
                for window in rule.windows(over: shifts.map(\.shift), under: problem.rules) {
                    let taken = window.members.count { shifts[$0].planned == nil }
                    requireAtMost(
                        max(0, window.most - taken),
                        of: window.members.flatMap { index in
                            shifts[index].planned.map { duty[person][$0] } ?? []
                        })
                }
            }
        }
    }

    private mutating func addCrewNeeds() {
        for crew in problem.crews.indices {
            for rule in DutyRulebook.crew {
                for need in rule.needs(of: problem.crews[crew].slot) {
                    let others =
                        settled.members[crew].count { !need.isMet(problem.people[$0]) }
                        + problem.crews[crew].present.count { !need.isMet($0) }
                    requireAtMost(
                        max(0, problem.crews[crew].seats - need.count - others),
                        of: seats[crew].filter { !need.isMet(problem.people[$0.person]) }.map(\.variable))
                }
            }
        }
    }

    private mutating func addStaffPairs() {
        for pair in problem.pairs {
            switch pair.kind {
            case .apart:
                for one in problem.occurrences.indices {
                    for other in problem.occurrences.indices
                    where problem.occurrences[one].overlaps(problem.occurrences[other]) {
                        requireAtMost(1, of: duty[pair.first][one] + duty[pair.second][other])
                    }
                }
            case .together:
                for crew in problem.crews.indices where !problem.crews[crew].isStandby {
                    guard !settled.members[crew].contains(where: { $0 == pair.first || $0 == pair.second })
                    else { continue }
                    let both = seats[crew].filter { $0.person == pair.first || $0.person == pair.second }
                    if both.count == 2 {
                        program.require(
                            [Program.Term(1, both[0].variable), Program.Term(-1, both[1].variable)],
                            within: 0...0)
                    } else if let alone = both.first {
                        program.require([Program.Term(1, alone.variable)], within: 0...0)
                    }
                }
            }
        }
    }

    private mutating func requireAtMost(_ most: Int, of variables: [Program.Variable]) {
        guard variables.count > most else { return }
        program.require(variables.map { Program.Term(1, $0) }, within: -.infinity...Double(most))
    }

    // MARK: - Goals

    /// What the goal counts for an open seat, as a multiple of what the problem counts.
    private var openFactor: Int {
        switch goal {
        case .open: 1
        case .remedy: Self.seats(of: problem) + 1
        case .changes, .cost, .fewest: 0
        }
    }

    private static func seats(of problem: StaffingProblem) -> Int {
        problem.crews.reduce(0) { $0 + $1.freeSeats }
    }

    private mutating func addNewlyOpen(_ before: [Int]) {
        for crew in problem.crews.indices where before[crew] < settled.open(crew) {
            let more = program.add(
                0...Double(settled.open(crew) - before[crew]), cost: 1, isInteger: false)
            newlyOpen.append((crew, before[crew], more))
            program.require(
                [Program.Term(1, open[crew]), Program.Term(-1, more)],
                within: -.infinity...Double(before[crew]))
        }
    }

    private mutating func addNewPeople(_ groups: [Range<Int>]) {
        for group in groups {
            var previous: Program.Variable?
            for person in group {
                let serves = program.add(0...1, cost: 1)
                newPeople.append((person, serves))
                for variable in (duty[person] + standby[person]).flatMap(\.self) {
                    program.require(
                        [Program.Term(1, variable), Program.Term(-1, serves)], within: -.infinity...0)
                }
                // Equals come in one order only, which spares the solver the others.
                if let previous {
                    program.require(
                        [Program.Term(1, serves), Program.Term(-1, previous)], within: -.infinity...0)
                }
                previous = serves
            }
        }
    }

    private mutating func limitOpen(to most: Int) {
        let terms = problem.crews.indices.map {
            Program.Term(Double(problem.openCost(of: $0)), open[$0])
        }
        program.require(terms, within: -.infinity...Double(most))
    }

    private mutating func limitChanges(to most: Int) {
        let kept = problem.crews.indices.flatMap { crew in
            seats[crew].filter { problem.isPublished[crew].contains($0.person) }.map(\.variable)
        }
        let settled = problem.published.count { self.settled.members[$0.crew].contains($0.person) }
        program.require(
            kept.map { Program.Term(1, $0) },
            within: Double(problem.published.count - settled - most)...Double.infinity)
    }

    /// Each further unit of a burden costs more than the one before, so that they are used up in order.
    private mutating func addBurdens() {
        for person in problem.people.indices {
            let tally = settled.tally(of: person)
            for burden in Burden.allCases {
                let weight = burden.weight(in: problem.weights)
                let counted = variables(of: burden, for: person)
                guard weight > 0, !counted.isEmpty else { continue }
                let before = problem.carried[person][keyPath: burden.count] + tally[keyPath: burden.count]
                var terms = counted.flatMap(\.self).map { Program.Term(1, $0) }
                for step in 1...counted.count {
                    let unit = program.add(
                        0...1, cost: Double(weight * (2 * (before + step) - 1)), isInteger: false)
                    terms.append(Program.Term(-1, unit))
                }
                program.require(terms, within: 0...0)
            }
        }
    }

    /// By occurrence, those that count; each can hold one at most.
    private func variables(of burden: Burden, for person: Int) -> [[Program.Variable]] {
        problem.occurrences.indices.compactMap { occurrence in
            let counts =
                switch burden {
                case .shifts, .standby: true
                case .nights: problem.occurrences[occurrence].shift.isNight
                case .restDays: problem.days[occurrence].isRest
                case .holidays: if case .holiday = problem.days[occurrence] { true } else { false }
                }
            let some = burden == .standby ? standby[person][occurrence] : duty[person][occurrence]
            return counts && !some.isEmpty ? some : nil
        }
    }

    /// What a seating costs by the goal, where that counts what is open.
    func cost(ofOpen seating: Seating) -> Int {
        newlyOpen.reduce(seating.openCost * openFactor) {
            $0 + max(0, seating.open($1.crew) - $1.before)
        }
    }

    // MARK: - Solutions

    /// What the goal counts beside the program's own cost: what is settled and cannot be otherwise.
    var settledCost: Int {
        let kept = problem.published.count { settled.members[$0.crew].contains($0.person) }
        let changes = problem.published.count - kept
        return switch goal {
        case .open, .remedy, .fewest: 0
        case .changes: changes
        case .cost: settled.burdenCost + (problem.weights.changes ?? 0) * changes
        }
    }

    /// What the goal costs at least with nothing known but its kind: nothing, or all kept that was published.
    var leastThinkable: Int {
        switch goal {
        case .open, .changes, .remedy, .fewest: 0
        case .cost: settledCost - (problem.weights.changes ?? 0) * problem.published.count
        }
    }

    /// A seating's values, to begin the search with.
    func start(from seating: Seating) -> [Program.Variable: Double] {
        var values: [Program.Variable: Double] = [:]
        for crew in problem.crews.indices {
            for seat in seats[crew] {
                values[seat.variable] = seating.members[crew].contains(seat.person) ? 1 : 0
            }
            values[open[crew]] = Double(seating.open(crew))
        }
        for (crew, before, variable) in newlyOpen {
            values[variable] = Double(max(0, seating.open(crew) - before))
        }
        for (person, variable) in newPeople { values[variable] = seating.held[person].isEmpty ? 0 : 1 }
        return values
    }

    func seating(of solution: Solution) -> Seating {
        var seating = settled
        for crew in problem.crews.indices {
            for seat in seats[crew] where solution.whole(seat.variable) == 1 {
                seating.put(seat.person, in: crew)
            }
        }
        return seating
    }
}

/// Groups of shifts of which one person can have one; together they hold every pair that cannot both be.
struct ShiftCliques {
    let members: [[Int]]

    init(_ clashes: [[Bool]]) {
        var members: [[Int]] = []
        var covered: Set<[Int]> = []
        let later = clashes.indices.map { one in clashes.indices.filter { $0 > one && clashes[one][$0] } }
        for one in clashes.indices {
            // Even alone: being on duty in two places in one shift.
            if later[one].isEmpty, !members.contains(where: { $0.contains(one) }) { members.append([one]) }
            for other in later[one] where !covered.contains([one, other]) {
                var clique = [one, other]
                for third in later[one] where third > other {
                    if clique.allSatisfy({ $0 == one || later[$0].contains(third) }) { clique.append(third) }
                }
                for first in clique {
                    for second in clique where first < second { covered.insert([first, second]) }
                }
                members.append(clique)
            }
        }
        self.members = members
    }
}
