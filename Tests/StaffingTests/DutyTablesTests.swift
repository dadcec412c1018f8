import PlanModel
import RosterCases
@testable import Staffing
import TestSupport
import Testing

/// The quick tables say of every seat what the rules say, in half-made rosters at random.
struct DutyTablesTests {
    @Test(arguments: 0..<60 as Range<UInt64>)
    func tablesAndRulesAgree(seed: UInt64) {
        let problem = RosterCase(seed % 6 == 0 ? .middle : .small, seed: seed).problem
        let tables = DutyTables(problem)
        let paired = Set(problem.pairs.filter { $0.kind == .together }.flatMap { [$0.first, $0.second] })
        var seeded = Seeded(seed)
        var seating = Seating(problem)
        var (asked, allowed) = (0, 0)
        for _ in 0..<60 {
            for crew in problem.crews.indices {
                #expect(
                    problem.people.indices.allSatisfy { person in
                        tables.isCandidate(person, for: crew) == problem.candidates[crew].contains(person)
                    })
                for person in problem.candidates[crew]
                where !paired.contains(person) && !seating.members[crew].contains(person) {
                    let byRules = seating.keptOut(person, of: crew) == nil
                    #expect(tables.canTake(person, crew, in: seating) == byRules, "\(person) in \(crew)")
                    asked += 1
                    allowed += byRules ? 1 : 0
                }
            }
            // Rules are obeyed as a rule, and broken now and then, as what is settled may.
            guard let crew = problem.crews.indices.randomElement(using: &seeded),
                let person = problem.candidates[crew].filter({
                    !seating.members[crew].contains($0)
                        && (seating.canTake($0, crew) || Int.random(in: 0..<6, using: &seeded) == 0)
                }).randomElement(using: &seeded), seating.open(crew) > 0
            else { continue }
            seating.put(person, in: crew)
        }
        #expect(asked > allowed && allowed > 0)
    }
}
