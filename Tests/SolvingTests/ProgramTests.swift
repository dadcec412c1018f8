import Solving
import TestSupport
import Testing

struct ProgramTests {
    /// Small covering programs, each against trying everything.
    @Test(arguments: 0..<60 as Range<UInt64>)
    func findsWhatExhaustiveSearchFinds(seed: UInt64) {
        var seeded = Seeded(seed)
        let count = Int.random(in: 3...9, using: &seeded)
        let rows = Int.random(in: 1...3, using: &seeded)
        let costs = (0..<count).map { _ in Int.random(in: 1...20, using: &seeded) }
        let cuts = (0..<rows).map { _ in (0..<count).map { _ in Int.random(in: 0...9, using: &seeded) } }
        let needs = cuts.map { Int.random(in: 0...($0.reduce(0, +) + 3), using: &seeded) }

        var program = Program()
        let variables = costs.map { program.add(0...1, cost: Double($0)) }
        for (cut, need) in zip(cuts, needs) {
            program.require(
                zip(cut, variables).map { Program.Term(Double($0), $1) }, within: Double(need)...(.infinity))
        }
        var best: Int?
        for choice in 0..<(1 << count) {
            let chosen = (0..<count).filter { choice & (1 << $0) != 0 }
            let isEnough = zip(cuts, needs).allSatisfy { cut, need in
                chosen.reduce(0) { $0 + cut[$1] } >= need
            }
            if isEnough { best = min(best ?? .max, chosen.reduce(0) { $0 + costs[$1] }) }
        }
        switch (program.solve(), best) {
        case (.solved(let solution), let best?):
            #expect(Int(solution.cost.rounded()) == best)
            #expect(solution.isProvenLeast && solution.bound <= solution.cost + 1e-6)
            let chosen = variables.indices.filter { solution.whole(variables[$0]) == 1 }
            #expect(chosen.reduce(0) { $0 + costs[$1] } == best)
            for (cut, need) in zip(cuts, needs) { #expect(chosen.reduce(0) { $0 + cut[$1] } >= need) }
        case (.infeasible, nil): break
        default: Issue.record("solver and search disagree on seed \(seed)")
        }
    }

    @Test func rangesHaveTwoEndsAndContinuousVariablesStayContinuous() {
        var program = Program()
        let x = program.add(0...10, cost: -1, isInteger: false)
        program.require([Program.Term(2, x)], within: 1...5)
        guard case .solved(let solution) = program.solve() else {
            Issue.record("not solved")
            return
        }
        #expect(abs(solution[x] - 2.5) < 1e-6)
    }
}
