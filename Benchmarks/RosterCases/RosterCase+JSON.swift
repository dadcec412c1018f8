import Diagnostics
import PlanModel
package import Printing
package import Staffing

/// A roster problem and its answer as plain numbers, for those who solve or judge it on their own.
extension RosterCase {
    package func json(with search: RosterSearch, seconds: Double? = nil) -> JSONValue {
        .object([
            ("name", .string(name)), ("instance", problem.json), ("roster", search.answer),
            ("milliseconds", seconds.map { .integer(Int64($0 * 1000)) } ?? .null),
        ])
    }
}

extension StaffingProblem {
    package var json: JSONValue {
        .object([
            ("people", number(people.count)),
            ("occurrences", .array(occurrences.indices.map(occurrenceJSON))),
            ("crews", .array(crews.indices.map(crewJSON))),
            ("given", .array(given.map(\.json))),
            (
                "prior",
                .array(
                    people.indices.flatMap { person in
                        prior[person].map { .object([("person", number(person))] + $0.members) }
                    })
            ),
            (
                "rules",
                .object([
                    ("rest", number(rules.rest.minutes)), ("most", number(rules.mostShifts)),
                    ("within", number(rules.within.minutes)), ("nights", number(rules.consecutiveNights)),
                    ("dayAfterNight", .flag(rules.dayAfterNight)),
                ])
            ),
            ("together", .array(pairs.filter { $0.kind == .together }.map(\.json))),
            ("apart", .array(pairs.filter { $0.kind == .apart }.map(\.json))),
            (
                "against",
                .array(
                    people.indices.flatMap { person in
                        occurrences.indices.filter { isAgainstWish(person, $0) }.map {
                            .object([("person", number(person)), ("occurrence", number($0))])
                        }
                    })
            ),
            (
                "carried",
                .array(
                    carried.map { tally in
                        .object([
                            ("shifts", number(tally.shifts)), ("nights", number(tally.nights)),
                            ("restDays", number(tally.restDays)), ("holidays", number(tally.holidays)),
                            ("standby", number(tally.standby)),
                        ])
                    })
            ),
            ("published", .array(published.map(\.json))), ("weights", weights.json),
        ])
    }

    private func occurrenceJSON(_ index: Int) -> JSONValue {
        let isHoliday = if case .holiday = days[index] { true } else { false }
        return .object(
            occurrences[index].members + [("rest", .flag(days[index].isRest)), ("holiday", .flag(isHoliday))])
    }

    private func crewJSON(_ index: Int) -> JSONValue {
        let (crew, settled) = (crews[index], given.filter { $0.crew == index }.map(\.person))
        func all(_ isOne: (Person) -> Bool) -> JSONValue {
            .array(people.indices.filter { isOne(people[$0]) }.map(number))
        }
        var needs: [JSONValue] = []
        if crew.slot.post.local > 0, case .community(let community) = crew.slot.place {
            needs.append(
                .object([("count", number(crew.slot.post.local)), ("who", all { $0.knows(community) })]))
        }
        needs += crew.slot.post.skills.map { need in
            .object([("count", number(need.count)), ("who", all { $0.has(need.skill.value) })])
        }
        return .object([
            ("occurrence", number(occurrence[index])), ("seats", number(crew.seats)),
            ("standby", .flag(crew.isStandby)),
            ("eligible", .array((candidates[index] + settled).sorted().map(number))),
            ("away", .array(people.indices.filter { isAway($0, in: index) }.map(number))),
            ("needs", .array(needs)),
        ])
    }
}

private func number(_ value: Int) -> JSONValue { .integer(Int64(value)) }

extension StaffingProblem.Seat {
    fileprivate var json: JSONValue { .object([("person", number(person)), ("crew", number(crew))]) }
}

extension StaffingProblem.Pair {
    fileprivate var json: JSONValue { .array([number(first), number(second)]) }
}

extension ShiftOccurrence {
    fileprivate var members: [(String, JSONValue)] {
        [
            ("start", number(start.minuteNumber)), ("end", number(end.minuteNumber)),
            ("date", number(date.dayNumber)), ("night", .flag(shift.isNight)),
        ]
    }
}

extension RosterWeights {
    fileprivate var json: JSONValue {
        .object([
            ("shifts", number(shifts)), ("nights", number(nights)), ("restDays", number(restDays)),
            ("holidays", number(holidays)), ("standby", number(standby)), ("wishes", number(wishes)),
            ("away", number(away)), ("changes", changes.map(number) ?? .null),
        ])
    }
}

extension RosterSearch {
    fileprivate var answer: JSONValue {
        .object([
            (
                "assignments",
                .array(
                    crewMembers.enumerated().flatMap { crew, members in
                        members.map { StaffingProblem.Seat(person: $0, crew: crew).json }
                    })
            ),
            (
                "objectives",
                .object([
                    ("open", number(openCost)), ("changes", changesCome ? number(changes) : .null),
                    ("cost", number(cost)),
                ])
            ),
            ("bound", number(bound)), ("proven", .flag(isProven)), ("cut", .flag(wasCut)),
        ])
    }
}
