import PlanModel
import RosterCases
import Solving
@testable import Staffing
import Testing

/// Made-up sub-districts, judged by an evaluator of their own.
struct RosterSearchTests {
    private func search(_ one: RosterCase, seconds: Double = 20) -> RosterSearch {
        RosterSearch(one.problem, within: Program.Limits(seconds: seconds))
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func smallRostersBreakNoRule(seed: UInt64) {
        judge(RosterCase(.small, seed: seed))
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func middleRostersBreakNoRule(seed: UInt64) {
        judge(RosterCase(.middle, seed: seed))
    }

    private func judge(_ one: RosterCase) {
        let search = search(one)
        let roster = RosterEvaluator(problem: one.problem, members: search.crewMembers)
        #expect(roster.faults().isEmpty, "\(one.name)")
        #expect(roster.openCost == search.openCost && search.leastOpen <= search.openCost)
        #expect(roster.changes == search.changes)
        #expect(roster.cost == search.cost && search.bound <= search.cost)

        let plain = Rotation(one.problem).seating
        let rotation = RosterEvaluator(problem: one.problem, members: plain.members)
        #expect(rotation.faults().isEmpty, "rotation of \(one.name)")
        #expect(rotation.openCost == plain.openCost && search.openCost <= plain.openCost)
        #expect(rotation.cost == plain.cost)

        var exchange = SeatExchange(plain)
        exchange.run(until: 0)
        let fairer = RosterEvaluator(problem: one.problem, members: exchange.seating.members)
        #expect(fairer.faults().isEmpty, "exchanged \(one.name)")
        #expect(fairer.openCost == rotation.openCost && fairer.cost <= rotation.cost)
    }

    /// Every open seat has a reason for everybody; else it would not be open.
    @Test(arguments: 0..<200 as Range<UInt64>)
    func openSeatsKeepEverybodyOut(seed: UInt64) {
        let one = RosterCase(.small, seed: seed)
        let seating = search(one).seating
        for crew in one.problem.crews.indices where seating.open(crew) > 0 {
            for person in one.problem.people.indices {
                #expect(seating.keptOut(person, of: crew) != nil, "\(one.name): \(person) in \(crew)")
            }
        }
    }

    @Test func theSameProblemGetsTheSameRoster() {
        for seed in 0..<20 as Range<UInt64> {
            let one = RosterCase(.small, seed: seed)
            #expect(search(one).crewMembers == search(one).crewMembers)
        }
    }

    /// With no time at all the rotation's roster stands, made fairer, and it is said that the search was cut.
    @Test func aLimitLeavesTheBestRosterFound() {
        let one = RosterCase(.middle, seed: 3)
        let cut = search(one, seconds: 0)
        #expect(RosterEvaluator(problem: one.problem, members: cut.crewMembers).faults().isEmpty)
        #expect(cut.wasCut && !cut.isProven)
        #expect(cut.bound < cut.cost)
    }
}
