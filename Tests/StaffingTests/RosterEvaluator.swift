import Diagnostics
import PlanModel
import Staffing

/// Judges a roster from who stands where, by going through each person's shifts: it knows nothing of how rosters
/// are found, and shares no rule with the program.
struct RosterEvaluator {
    let problem: StaffingProblem
    /// By crew.
    let members: [[Int]]

    /// What is broken, in words; empty for a good roster.
    func faults() -> [String] {
        var faults: [String] = []
        for crew in problem.crews.indices { faults += crewFaults(crew) }
        for person in problem.people.indices { faults += personFaults(person) }
        for pair in problem.pairs { faults += pairFaults(pair) }
        return faults
    }

    private func isGiven(_ person: Int, _ crew: Int) -> Bool {
        problem.given.contains { $0.person == person && $0.crew == crew }
    }

    private func crewFaults(_ crew: Int) -> [String] {
        let (need, here) = (problem.crews[crew], members[crew])
        var faults: [String] = []
        if here.count > need.seats { faults.append("crew \(crew) has \(here.count) of \(need.seats)") }
        if Set(here).count != here.count { faults.append("crew \(crew) has somebody twice") }
        let slot = need.slot
        for person in here where !isGiven(person, crew) {
            let who = problem.people[person]
            let days = [
                slot.occurrence.date, CivilTime(minuteNumber: slot.occurrence.end.minuteNumber - 1).date,
            ]
            if !who.posts.contains(where: { $0.value == slot.post.id.value }) {
                faults.append("\(person) holds not the post of \(crew)")
            }
            for day in days {
                if who.leave.contains(where: { $0.first <= day && day <= $0.last }) {
                    faults.append("\(person) is on leave in \(crew)")
                }
                if let joined = who.joined, day < joined {
                    faults.append("\(person) is not yet there in \(crew)")
                }
                if let left = who.left, left < day { faults.append("\(person) is gone in \(crew)") }
            }
            if problem.swappedOut.contains(where: { $0.person == person && $0.shift == slot.occurrence }) {
                faults.append("\(person) is swapped out in \(crew)")
            }
        }
        // Who knows the place and who has a skill: the seats left after the others must be enough for them.
        let free = here.filter { !isGiven($0, crew) }
        let settled = here.filter { isGiven($0, crew) }
        func lacks(_ count: Int, _ isOne: (Person) -> Bool) -> Bool {
            let others = free.count { !isOne(problem.people[$0]) }
            let before = settled.count { !isOne(problem.people[$0]) }
            return others > max(0, need.seats - count - before)
        }
        if slot.post.local > 0, case .community(let name) = slot.place,
            lacks(slot.post.local, { $0.community?.value == name || $0.knows.contains { $0.value == name } })
        {
            faults.append("crew \(crew) lacks somebody local")
        }
        for skill in slot.post.skills
        where lacks(skill.count, { $0.skills.contains { $0.value == skill.skill.value } }) {
            faults.append("crew \(crew) lacks \(skill.skill.value.text)")
        }
        return faults
    }

    /// One shift of a person, and whether it is the roster's own choice.
    private struct Turn {
        let start: Int
        let end: Int
        let day: Int
        let isNight: Bool
        let isChosen: Bool
    }

    private func turns(_ person: Int, standby: Bool) -> [Turn] {
        let own = problem.crews.indices.filter {
            problem.crews[$0].isStandby == standby && members[$0].contains(person)
        }.map { crew in
            turn(problem.crews[crew].slot.occurrence, isChosen: !isGiven(person, crew))
        }
        return (own + (standby ? [] : problem.prior[person].map { turn($0, isChosen: false) })).sorted {
            $0.start < $1.start
        }
    }

    private func turn(_ shift: ShiftOccurrence, isChosen: Bool) -> Turn {
        let start = shift.date.dayNumber * 1440 + shift.shift.from
        return Turn(
            start: start, end: start + shift.shift.length.minutes, day: shift.date.dayNumber,
            isNight: shift.shift.isNight, isChosen: isChosen)
    }

    private func personFaults(_ person: Int) -> [String] {
        let (duty, standby) = (turns(person, standby: false), turns(person, standby: true))
        var faults: [String] = []
        for (index, one) in duty.enumerated() {
            for other in duty.dropFirst(index + 1) where one.isChosen || other.isChosen {
                let (rest, apart) = (problem.rules.rest.minutes, other.start - one.end)
                if one.day == other.day { faults.append("\(person) twice on day \(one.day)") }
                if apart < rest { faults.append("\(person) rests \(apart) of \(rest) minutes") }
                if !problem.rules.dayAfterNight, one.isNight, !other.isNight, apart >= 0,
                    (one.end - 1) / 1440 == other.day
                {
                    faults.append("\(person) by day \(other.day) after a night")
                }
            }
            let window = duty.filter {
                one.start <= $0.start && $0.start < one.start + problem.rules.within.minutes
            }
            faults += overfull(window, most: problem.rules.mostShifts, person, "shifts")
            let nights = duty.filter {
                $0.isNight && one.day <= $0.day && $0.day <= one.day + problem.rules.consecutiveNights
            }
            faults += overfull(nights, most: problem.rules.consecutiveNights, person, "nights")
        }
        for (index, one) in standby.enumerated() {
            for other in duty + standby.dropFirst(index + 1)
            where (one.isChosen || other.isChosen) && one.start < other.end && other.start < one.end {
                faults.append("\(person) stands by and is elsewhere")
            }
        }
        return faults
    }

    /// What is settled may fill a group beyond its limit, but then nothing is added to it.
    private func overfull(_ turns: [Turn], most: Int, _ person: Int, _ what: String) -> [String] {
        let chosen = turns.count(where: \.isChosen)
        return chosen > max(0, most - (turns.count - chosen)) ? ["\(person) has \(turns.count) \(what)"] : []
    }

    private func pairFaults(_ pair: StaffingProblem.Pair) -> [String] {
        var faults: [String] = []
        let onDuty = problem.crews.indices.filter { !problem.crews[$0].isStandby }
        switch pair.kind {
        case .apart:
            for one in onDuty where members[one].contains(pair.first) {
                for other in onDuty where members[other].contains(pair.second) {
                    guard !isGiven(pair.first, one) || !isGiven(pair.second, other) else { continue }
                    let (a, b) = (problem.crews[one].slot.occurrence, problem.crews[other].slot.occurrence)
                    if a.start < b.end, b.start < a.end { faults.append("\(pair) serve at once") }
                }
            }
        case .together:
            for crew in onDuty where !isGiven(pair.first, crew) && !isGiven(pair.second, crew) {
                if members[crew].contains(pair.first) != members[crew].contains(pair.second) {
                    faults.append("\(pair) are parted in \(crew)")
                }
            }
        }
        return faults
    }

    // MARK: - Objectives

    var openCost: Int {
        let standby = problem.crews.filter(\.isStandby).map(\.seats).reduce(0, +)
        return zip(problem.crews, members).map { crew, members in
            (crew.seats - members.count) * (crew.isStandby ? 1 : standby + 1)
        }.reduce(0, +)
    }

    var changes: Int { problem.published.count { !members[$0.crew].contains($0.person) } }

    var cost: Int {
        let weights = problem.weights
        var cost = (weights.changes ?? 0) * changes
        for person in problem.people.indices {
            var counts = [0, 0, 0, 0, 0]
            for crew in problem.crews.indices where members[crew].contains(person) {
                guard !problem.crews[crew].isStandby else {
                    counts[4] += 1
                    continue
                }
                let day = problem.days[problem.occurrence[crew]]
                counts[0] += 1
                if problem.crews[crew].slot.occurrence.shift.isNight { counts[1] += 1 }
                if day != .workday { counts[2] += 1 }
                if case .holiday = day { counts[3] += 1 }
                guard !isGiven(person, crew) else { continue }
                if problem.isAgainstWish(person, problem.occurrence[crew]) { cost += weights.wishes }
                if problem.isAway(person, in: crew) { cost += weights.away }
            }
            let before = problem.carried[person]
            let all = [
                (weights.shifts, before.shifts), (weights.nights, before.nights),
                (weights.restDays, before.restDays), (weights.holidays, before.holidays),
                (weights.standby, before.standby),
            ]
            for (index, (weight, carried)) in all.enumerated() {
                let sum = carried + counts[index]
                cost += weight * (sum * sum - carried * carried)
            }
        }
        return cost
    }
}
