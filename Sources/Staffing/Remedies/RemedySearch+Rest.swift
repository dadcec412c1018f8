import Diagnostics
import PlanModel

/// Rules of rest that would be looser, each alone and no looser than it must be.
extension RemedySearch {
    /// Less rest than that is no shift to plan for.
    private static let leastRest = 8

    func restRemedies() -> [RosterRemedy] {
        let rules = seating.problem.rules
        let shorter = (rules.rest.minutes - 1) / 60
        var found = [
            smallest((1...2).map { .mostShifts(rules.mostShifts + $0, within: rules.within) }),
            smallest([.consecutiveNights(rules.consecutiveNights + 1)]),
        ]
        if !rules.dayAfterNight { found.append(smallest([.dayAfterNight])) }
        if shorter >= Self.leastRest {
            found.append(
                smallest(
                    (Self.leastRest...shorter).reversed().map { .rest(Span(minutes: $0 * 60)) }))
        }
        return found.compactMap(\.self)
    }

    /// The first of ever larger changes that gains as much as the last.
    private func smallest(_ changes: [RosterRemedy.Change]) -> RosterRemedy? {
        guard let last = changes.last, let most = loosened(last) else { return nil }
        for change in changes.dropLast() {
            if let smaller = loosened(change), smaller.gain >= most.gain { return smaller }
        }
        return most
    }

    private func loosened(_ change: RosterRemedy.Change) -> RosterRemedy? {
        remedy(
            change, StaffingProblem(seating.problem, rules: change.applied(to: seating.problem.rules)))
    }
}

extension RosterRemedy.Change {
    /// The rules of rest with this change; the same for one that leaves them.
    func applied(to rules: DutyRules.RestRules) -> DutyRules.RestRules {
        var (rest, mostShifts, nights) = (rules.rest, rules.mostShifts, rules.consecutiveNights)
        var dayAfterNight = rules.dayAfterNight
        switch self {
        case .rest(let least): rest = least
        case .mostShifts(let most, _): mostShifts = most
        case .consecutiveNights(let most): nights = most
        case .dayAfterNight: dayAfterNight = true
        case .alsoHolds, .pairLifted, .knows, .learns, .leavePaused, .morePeople: break
        }
        return DutyRules.RestRules(
            rest: rest, mostShifts: mostShifts, within: rules.within, consecutiveNights: nights,
            dayAfterNight: dayAfterNight)
    }
}
