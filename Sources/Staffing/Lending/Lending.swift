import Diagnostics
package import PlanModel

/// Who lends whom what, over all sub-districts: one borrower after another in the district's order asks its neighbours
/// one after another in the order of its staff's plan. Who is asked plans anew, with all own seats as full as before.
struct Lending {
    /// In the district's order, with the rosters as they are when all have been asked.
    private(set) var homes: [RosterHome]
    private var shares: [Identifier<SubDistrict>: DutyLending] = [:]

    /// - Parameter homes: In the district's order.
    init(_ homes: [RosterHome], _ book: PlanBook, _ basis: RosterBasis) {
        self.homes = homes
        var lent = homes.flatMap(\.draft.guests)
        for place in homes.indices {
            let home = self.homes[place]
            let neighbours = (book.staff(of: home.name)?.borrowsFrom ?? []).map(\.value)
            var share = DutyLending(neighbours: neighbours.filter { $0 != home.name })
            if basis.lends, home.hasOpenSeats {
                let found = ask(share.neighbours, for: home, &share, book, basis)
                self.homes[place].take(found.mapValues { $0.map(\.person) })
                lent += found.sorted { $0.key < $1.key }.flatMap(\.value)
            }
            shares[home.name] = share
        }
        let served = homes.flatMap(\.draft.served).filter { $0.lender != nil }
        for home in homes {
            shares[home.name]?.borrowed = lent.filter { $0.borrower == home.name }
            shares[home.name]?.lent = lent.filter { $0.lender == home.name }
            shares[home.name]?.servedAway = served.filter { $0.lender == home.name }
        }
    }

    subscript(name: Identifier<SubDistrict>) -> DutyLending { shares[name] ?? DutyLending() }

    /// Whom the neighbours spare for a sub-district's open seats, by its crews.
    private mutating func ask(
        _ neighbours: [Identifier<SubDistrict>], for borrower: RosterHome, _ share: inout DutyLending,
        _ book: PlanBook, _ basis: RosterBasis
    ) -> [Int: [LentDuty]] {
        let (draft, problem, seating) = (borrower.draft, borrower.problem, borrower.search.seating)
        var found: [Int: [LentDuty]] = [:]
        var (asked, isProven): ([Identifier<SubDistrict>], Bool) = ([], true)
        for name in neighbours {
            guard let place = homes.firstIndex(where: { $0.name == name }) else { continue }
            let open = borrower.ownCrews.filter { seating.open($0) > (found[$0] ?? []).count }
            guard !open.isEmpty else { break }
            let answer = homes[place].lend(
                to: open.map { crew in
                    let (need, here) = (problem.crews[crew], seating.members[crew])
                    return CrewNeed(
                        slot: need.slot, seats: need.seats,
                        present: need.present + here.map { problem.people[$0] }
                            + (found[crew] ?? []).map(\.person),
                        borrower: borrower.name, isAsked: true)
                },
                published: draft.expected.filter { $0.duty.lender == name }.compactMap { seat in
                    open.firstIndex(of: seat.crew).map { (seat.duty.person, $0) }
                }, book.holidays, within: basis.limits)
            asked.append(name)
            isProven = isProven && answer.isProven
            for (index, crew) in open.enumerated() {
                let slot = problem.crews[crew].slot
                found[crew, default: []] += answer.lent[index].map { person in
                    LentDuty(
                        person: person, lender: name, borrower: borrower.name, slot: slot,
                        hours: draft.hours.of(slot.occurrence, from: draft.start), isRunning: false)
                }
                share.asked[crew, default: []].append(
                    OpenShift.Asked(lender: name, reasons: answer.reasons[index]))
            }
        }
        share.search = asked.isEmpty ? nil : DutyLending.Search(lenders: asked, isProven: isProven)
        return found
    }
}

/// What one sub-district borrows and lends.
package struct DutyLending: Sendable {
    /// People of others in seats here; who is on duty now comes first.
    package fileprivate(set) var borrowed: [LentDuty] = []
    /// Own people in seats of others, from the start of the roster on.
    package fileprivate(set) var lent: [LentDuty] = []
    /// What own people had served elsewhere when the roster was changed.
    package fileprivate(set) var servedAway: [PublishedRoster.Duty] = []
    /// Of whom the sub-district may borrow, in its order.
    package let neighbours: [Identifier<SubDistrict>]
    /// Who was asked for the open seats; nil where nobody was.
    package fileprivate(set) var search: Search?
    /// By crew of the sub-district's problem, why the people of those asked cannot come.
    fileprivate(set) var asked: [Int: [OpenShift.Asked]] = [:]

    package struct Search: Sendable {
        /// In the order in which they were asked.
        package let lenders: [Identifier<SubDistrict>]
        /// Whether each of them, when asked, could spare no more for certain.
        package let isProven: Bool
    }

    init(neighbours: [Identifier<SubDistrict>] = []) { self.neighbours = neighbours }
}
