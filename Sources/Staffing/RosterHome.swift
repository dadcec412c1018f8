package import Activating
import Diagnostics
package import PlanModel
import Solving

/// A sub-district's roster of its own people, wherever they serve.
package struct RosterHome: Sendable {
    let draft: RosterDraft
    /// Crews of others, for which people have been lent, stand behind the sub-district's own.
    private(set) var search: RosterSearch

    /// Finds the roster: fewest open seats first, then fewest changes, then the fairest. Same plans, order and
    /// basis, same roster.
    package init(
        for subDistrict: Identifier<SubDistrict>, _ book: PlanBook, _ activation: Activation,
        _ basis: RosterBasis
    ) {
        draft = RosterDraft(for: subDistrict, book, activation, basis)
        search = RosterSearch(draft.problem, within: basis.limits)
    }

    var name: Identifier<SubDistrict> { draft.subDistrict }
    var hasOpenSeats: Bool { search.openCost > 0 }
    var problem: StaffingProblem { search.seating.problem }
    /// The sub-district's own crews.
    var ownCrews: [Int] { problem.crews.indices.filter { problem.crews[$0].borrower == nil } }

    /// Takes in those whom others lend, in the order of the own crews: their seats are theirs from then on.
    mutating func take(_ lent: [Int: [Person]]) {
        let crews = problem.crews.indices.map { problem.crews[$0].joined(by: lent[$0] ?? []) }
        search = RosterSearch(
            search, in: StaffingProblem(problem, crews: crews), like: search.crewMembers)
    }

    /// Plans anew with further crews, whose open seats others ask for: no own seat is left open for them that was not.
    /// - Returns: Whom the sub-district spares, and by crew why nobody else; the roster is the new one from then on
    ///   where it spares anybody.
    mutating func lend(
        to crews: [CrewNeed], published: [(person: Identifier<Person>, crew: Int)],
        _ calendar: HolidayCalendar, within limits: Program.Limits
    ) -> LendingAnswer {
        let first = problem.crews.count
        func seats(of places: [Int]) -> [StaffingProblem.Seat] {
            published.compactMap { seat in
                guard let person = problem.people.firstIndex(where: { $0.id.value == seat.person }),
                    let place = places.firstIndex(of: seat.crew)
                else { return nil }
                return StaffingProblem.Seat(person: person, crew: first + place)
            }
        }
        let all = Array(crews.indices)
        let asked = RosterSearch(
            StaffingProblem(problem, asking: crews, published: seats(of: all), calendar), within: limits)
        let members = all.map { asked.crewMembers[first + $0].sorted() }
        let answer = LendingAnswer(
            lent: members.map { $0.map { problem.people[$0] } },
            reasons: all.map { crew in
                problem.people.indices.compactMap { asked.seating.reason(for: $0, in: first + crew) }
            }, isProven: asked.isOpenLeast)
        // What is granted is held like one's own from now on; what is not is asked no more.
        let granted = all.filter { !members[$0].isEmpty }
        if !granted.isEmpty {
            let held = granted.map { crew in
                CrewNeed(
                    slot: crews[crew].slot, seats: members[crew].count + crews[crew].present.count,
                    present: crews[crew].present, borrower: crews[crew].borrower)
            }
            search = RosterSearch(
                asked, in: StaffingProblem(problem, asking: held, published: seats(of: granted), calendar),
                like: Array(asked.crewMembers[..<first]) + granted.map { members[$0] })
        }
        return answer
    }
}

/// What a sub-district answers when it is asked for people.
struct LendingAnswer {
    /// By crew.
    let lent: [[Person]]
    /// By crew, why its others cannot come.
    let reasons: [[OpenShift.Reason]]
    /// Whether it is proven that no more can come.
    let isProven: Bool
}
