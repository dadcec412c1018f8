import Foundation
import Solving
import TestSupport
import Testing

struct SolveApartTests {
    /// Everything about an outcome, to the last bit.
    private func bits(_ outcome: Outcome, _ variables: [Program.Variable]) -> [UInt64] {
        switch outcome {
        case .solved(let solution):
            ([solution.cost, solution.bound] + variables.map { solution[$0] }).map(\.bitPattern)
                + [solution.isProvenLeast ? 1 : 0]
        case .infeasible: [2]
        case .unbounded: [3]
        case .unknown(let bound): [4, bound.bitPattern]
        }
    }

    private func random(_ seeded: inout Seeded) -> (Program, [Program.Variable]) {
        var program = Program()
        let isLinear = Int.random(in: 0..<4, using: &seeded) == 0
        let variables = (0..<Int.random(in: 1...8, using: &seeded)).map { _ in
            program.add(
                0...(Int.random(in: 0..<4, using: &seeded) == 0 ? .infinity : 9),
                cost: Double(Int.random(in: -9...20, using: &seeded)),
                isInteger: !isLinear && Bool.random(using: &seeded))
        }
        for _ in 0..<Int.random(in: 0...5, using: &seeded) {
            let terms = variables.filter { _ in Bool.random(using: &seeded) }
                .map { Program.Term(Double(Int.random(in: -3...9, using: &seeded)), $0) }
            let middle = Double(Int.random(in: -5...40, using: &seeded))
            let range: ClosedRange<Double> =
                switch Int.random(in: 0..<4, using: &seeded) {
                case 0: middle...middle
                case 1: middle...(middle + 7)
                case 2: middle...(.infinity)
                default: -.infinity...middle
                }
            program.require(terms, within: range)
        }
        return (program, variables)
    }

    @Test func saysWhatASolveInThisProcessSays() {
        var seeded = Seeded(1)
        var kinds: [String: Int] = [:]
        for number in 0..<400 {
            let (program, _) = random(&seeded)
            switch (program.solveApart(), program.solve()) {
            case (.solved(let apart), .solved(let here)):
                kinds["solved", default: 0] += 1
                #expect(abs(apart.cost - here.cost) < 1e-6 && apart.isProvenLeast && here.isProvenLeast)
            case (.infeasible, .infeasible): kinds["infeasible", default: 0] += 1
            case (.unbounded, .unbounded): kinds["unbounded", default: 0] += 1
            case (let apart, let here): Issue.record("program \(number): \(apart) apart and \(here) here")
            }
        }
        for kind in ["solved", "infeasible", "unbounded"] { #expect(kinds[kind] ?? 0 >= 20) }
    }

    /// A row without terms and a cost without end left CBC with values that break the row.
    @Test func anEmptyRowCanBeBroken() {
        var program = Program()
        _ = program.add(0...(.infinity), cost: -6, isInteger: false)
        program.require([], within: 1...2)
        #expect(bits(program.solve(), []) == [2])
    }

    @Test(arguments: [false, true])
    func whatHasNoEndIsNotWhatHasNoSolution(isInteger: Bool) {
        var program = Program()
        let x = program.add(0...(.infinity), cost: -1, isInteger: isInteger)
        let y = program.add(0...(.infinity), cost: 0, isInteger: isInteger)
        program.require([.init(1, y)], within: 0...5)
        #expect(bits(program.solve(), []) == [3] && bits(program.solveApart(), []) == [3])
        program.require([.init(1, x), .init(1, y)], within: -3...(-2))
        #expect(bits(program.solve(), []) == [2] && bits(program.solveApart(), []) == [2])
    }

    @Test func sideBySideTheAnswersAreThoseInTurn() async {
        let programs = (0..<8).map { HardPrograms.knapsack(items: 60, sacks: 5, seed: $0) }
        let limits = Program.Limits(nodes: 100)
        let inTurn = programs.map { bits($0.0.solveApart(within: limits), $0.1) }
        // What this process solves meanwhile, and has solved, is left behind too.
        _ = programs[0].0.solve(within: limits)
        let together = await withTaskGroup(of: (Int, [UInt64]).self) { group in
            for (index, (program, variables)) in programs.enumerated() {
                group.addTask { (index, bits(program.solveApart(within: limits), variables)) }
            }
            return await group.reduce(into: [Int: [UInt64]]()) { $0[$1.0] = $1.1 }
        }
        for index in programs.indices { #expect(together[index] == inTurn[index]) }
        #expect(Set(inTurn).count == programs.count)
    }

    @Test func whenTimeIsUpTheBestSoFarComesWithItsBound() throws {
        let (program, variables) = HardPrograms.split(customers: 40, products: 4, seed: 2)
        guard case .solved(let solution) = program.solveApart(within: .init(seconds: 0.2)) else {
            Issue.record("nothing was found, though everything is allowed")
            return
        }
        #expect(!solution.isProvenLeast && solution.bound < solution.cost && solution.bound >= 0)
        // From what is known already, no time at all is enough to find as much.
        let start = Dictionary(
            uniqueKeysWithValues: variables.map { ($0, Double(solution.whole($0))) })
        guard case .solved(let again) = program.solveApart(within: .init(seconds: 0), from: start) else {
            Issue.record("the start was not made use of")
            return
        }
        #expect(again.cost <= solution.cost + 1e-6)
        guard case .unknown(let bound) = program.solveApart(within: .init(seconds: 0)) else {
            Issue.record("no time was enough without a start")
            return
        }
        #expect(bound <= again.cost)
    }

    @Test func aStartThatBreaksARowIsPassedOver() throws {
        let (program, variables) = HardPrograms.knapsack(items: 20, sacks: 3, seed: 4)
        let everything = Dictionary(uniqueKeysWithValues: variables.map { ($0, 1.0) })
        guard case .solved(let with) = program.solveApart(from: everything),
            case .solved(let without) = program.solveApart()
        else {
            Issue.record("not solved")
            return
        }
        #expect(with.isProvenLeast && without.isProvenLeast && with.cost == without.cost)
    }

    /// CBC's own limit does not end its first linear program; the parent does.
    @Test func theEndIsHard() {
        let program = HardPrograms.cover(size: 16_000)
        guard case .unknown(let bound) = program.solveApart(within: .init(seconds: 0)) else {
            Issue.record("solved in no time")
            return
        }
        #expect(bound == -.infinity)
    }

    // In a process of their own, where no other test opens files and makes children.

    @Test func nothingIsLeftBehind() async {
        await #expect(processExitsWith: .success) {
            let (program, _) = HardPrograms.knapsack(items: 10, sacks: 1, seed: 0)
            _ = program.solveApart()
            let files = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
            for _ in 0..<50 { _ = program.solveApart() }
            let filesAfter = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
            #expect(filesAfter == files)
            #expect(SolveApartTests.solversOfThisProcess().isEmpty)
        }
    }

    @Test func aKilledSolverLeavesTheOutcomeUnknown() async {
        await #expect(processExitsWith: .success) {
            let (program, _) = HardPrograms.split(customers: 50, products: 5, seed: 3)
            async let outcome = program.solveApart(within: .init(seconds: 300))
            var solvers: [pid_t] = []
            while solvers.isEmpty {
                try await Task.sleep(for: .milliseconds(5))
                solvers = SolveApartTests.solversOfThisProcess()
            }
            for solver in solvers { kill(solver, SIGKILL) }
            guard case .unknown(let bound) = await outcome else {
                Issue.record("the solver went on after its death")
                return
            }
            #expect(bound == -.infinity)
            #expect(SolveApartTests.solversOfThisProcess().isEmpty)
        }
    }

    /// Ended or not, as long as nobody has waited for them.
    fileprivate static func solversOfThisProcess() -> [pid_t] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return all.compactMap { pid_t($0) }.filter { number in
            // Number, (name), state, number of the parent.
            let stat = (try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)) ?? ""
            let fields = stat.split(separator: " ")
            return fields.count > 3 && fields[1] == "(emergency-cbc)" && fields[3] == "\(getpid())"
        }
    }
}
