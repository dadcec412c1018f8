import PlanModel

/// Who sits where, as far as it is decided.
struct Seating: Sendable {
    let problem: StaffingProblem
    /// By crew, in the order in which they were seated.
    private(set) var members: [[Int]]
    /// By person, crews.
    private(set) var held: [[Int]]

    /// With what is settled, and nothing else.
    init(_ problem: StaffingProblem) {
        self.problem = problem
        members = Array(repeating: [], count: problem.crews.count)
        held = Array(repeating: [], count: problem.people.count)
        for seat in problem.given { put(seat.person, in: seat.crew) }
    }

    /// With those who sit elsewhere in the same crews, what is settled included.
    init(_ problem: StaffingProblem, like members: [[Int]]) {
        self.init(problem)
        for crew in problem.crews.indices {
            for person in members[crew] where !self.members[crew].contains(person) { put(person, in: crew) }
        }
    }

    mutating func put(_ person: Int, in crew: Int) {
        members[crew].append(person)
        held[person].append(crew)
    }

    mutating func take(_ person: Int, from crew: Int) {
        members[crew].removeAll { $0 == person }
        held[person].removeAll { $0 == crew }
    }

    /// Lets everybody in whom no rule keeps out.
    mutating func fillOpenSeats() {
        for crew in problem.crews.indices where open(crew) > 0 {
            for person in problem.candidates[crew]
            where open(crew) > 0 && !members[crew].contains(person) && canTake(person, crew) {
                put(person, in: crew)
            }
        }
    }

    func open(_ crew: Int) -> Int { problem.crews[crew].freeSeats - members[crew].count }

    /// The first rule that keeps somebody out of a crew as things stand; nil when they can join it.
    func keptOut(_ person: Int, of crew: Int) -> KeptOut? { question(person, crew).keptOut }

    /// Whether somebody can join a crew; quicker than asking for the rule that keeps them out.
    func canTake(_ person: Int, _ crew: Int) -> Bool {
        let occurrence = problem.occurrence[crew]
        if !problem.crews[crew].isStandby {
            for other in held[person] where !problem.crews[other].isStandby {
                let theirs = problem.occurrence[other]
                if theirs == occurrence || problem.clashes[occurrence][theirs] { return false }
            }
        }
        return keptOut(person, of: crew) == nil
    }

    func question(_ person: Int, _ crew: Int) -> DutyQuestion {
        let slot = problem.crews[crew].slot
        var question = DutyQuestion(person: problem.people[person], slot: slot, rules: problem.rules)
        question.seats = problem.crews[crew].seats
        question.shifts = problem.prior[person]
        for other in held[person] {
            let occurrence = problem.crews[other].slot.occurrence
            if problem.crews[other].isStandby {
                question.standby.append(occurrence)
            } else {
                question.shifts.append(occurrence)
            }
        }
        question.crew = problem.crews[crew].present + members[crew].map { problem.people[$0] }
        question.isSwappedOut = problem.swappedOut.contains(
            StaffingProblem.Turn(person: person, shift: slot.occurrence))
        for pair in problem.pairs where pair.first == person || pair.second == person {
            let other = pair.first == person ? pair.second : pair.first
            switch pair.kind {
            case .together: question.partners.append(problem.people[other])
            case .apart:
                if isOnDuty(other, at: slot.occurrence) {
                    question.adversaries.append(problem.people[other])
                }
            }
        }
        return question
    }

    private func isOnDuty(_ person: Int, at occurrence: ShiftOccurrence) -> Bool {
        held[person].contains {
            !problem.crews[$0].isStandby && problem.crews[$0].slot.occurrence.overlaps(occurrence)
        }
    }
}

// MARK: - What a seating costs, exactly

extension Seating {
    /// By what the problem counts for an open seat.
    var openCost: Int {
        problem.crews.indices.reduce(0) { $0 + open($1) * problem.openCost(of: $1) }
    }

    /// Published assignments that are not kept.
    var changes: Int {
        problem.published.count { !members[$0.crew].contains($0.person) }
    }

    func tally(of person: Int) -> DutyTally {
        var tally = DutyTally()
        for crew in held[person] {
            let occurrence = problem.occurrence[crew]
            tally.count(
                problem.occurrences[occurrence], on: problem.days[occurrence],
                isStandby: problem.crews[crew].isStandby)
        }
        return tally
    }

    /// Unfairness: every burden of every person by its square, counted on from what they have carried before.
    var burdenCost: Int {
        problem.people.indices.reduce(0) {
            $0 + tally(of: $1).cost(after: problem.carried[$1], problem.weights)
        }
    }

    /// Unfairness, wishes not granted, people away from home and, where they are weighed, changes.
    var cost: Int {
        let given = Set(problem.given)
        var cost = burdenCost + (problem.weights.changes ?? 0) * problem.published.count
        for person in problem.people.indices {
            for crew in held[person] {
                let seat = StaffingProblem.Seat(person: person, crew: crew)
                cost +=
                    given.contains(seat)
                    ? problem.keepingCost(of: person, in: crew) : problem.extraCost(of: person, in: crew)
            }
        }
        return cost
    }
}
