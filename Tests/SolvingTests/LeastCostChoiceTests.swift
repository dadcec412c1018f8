import Solving
import TestSupport
import Testing

/// The least-cost choice against an evaluator and a search of their own, which know only what was asked.
struct LeastCostChoiceTests {
    /// An instance as it was made up, apart from how the solver keeps it.
    struct Instance {
        struct Block {
            var parts: [[CoveringProblem.Option]]
            var wholes: [CoveringProblem.Option]
        }
        var blocks: [Block] = []
        var required: [Int128]

        var problem: CoveringProblem {
            var problem = CoveringProblem(required: required)
            for block in blocks { problem.add(parts: block.parts, wholes: block.wholes) }
            return problem
        }

        /// Every option with its number, block and part; nil for the whole.
        var numbered: [(option: CoveringProblem.Option, block: Int, part: Int?)] {
            blocks.enumerated().flatMap { index, block in
                block.parts.enumerated().flatMap { part, options in options.map { ($0, index, part) } }
                    + block.wholes.map { ($0, index, nil) }
            }
        }

        /// What an allowed choice reaches and costs; nil when it takes two things where one is allowed.
        func evaluate(_ chosen: [Int]) -> (cost: Int128, reached: [Int128])? {
            var places: Set<String> = []
            var blocks: [Int: Bool] = [:]
            var cost: Int128 = 0
            var reached = [Int128](repeating: 0, count: required.count)
            for number in chosen {
                let (option, block, part) = numbered[number]
                guard places.insert("\(block) \(part ?? -1)").inserted,
                    blocks[block] ?? (part == nil) == (part == nil)
                else { return nil }
                blocks[block] = part == nil
                cost += Int128(option.cost)
                for amount in option.amounts { reached[amount.row] += amount.amount }
            }
            return (cost, reached)
        }

        /// The least cost of all choices that are enough; nil when none is.
        var leastBySearch: Int128? {
            // Everything one block can add, then block by block.
            var states: [[Int128]: Int128] = [required.map { _ in 0 }: 0]
            for block in blocks {
                var ways: [(Int128, [Int128])] = [(0, required.map { _ in 0 })]
                for part in block.parts {
                    ways += part.flatMap { option in ways.map { add(option, to: $0) } }
                }
                ways += block.wholes.map { add($0, to: (0, required.map { _ in 0 })) }
                var next: [[Int128]: Int128] = [:]
                for (reached, cost) in states {
                    for way in ways {
                        let sum = zip(zip(reached, way.1), required).map { min($0.0 + $0.1, $1) }
                        next[sum] = min(next[sum] ?? .max, cost + way.0)
                    }
                }
                states = next
            }
            return states[required]
        }

        private func add(_ option: CoveringProblem.Option, to way: (Int128, [Int128])) -> (Int128, [Int128]) {
            var reached = way.1
            for amount in option.amounts { reached[amount.row] += amount.amount }
            return (way.0 + Int128(option.cost), reached)
        }
    }

    /// - Parameter scale: What amounts are multiplied with, to come near the largest a plan may say.
    private func instance(
        _ seeded: inout Seeded, blocks: Int, rows: Int, scale: Int128, share: Int128, wholes: Bool
    ) -> Instance {
        func option() -> CoveringProblem.Option {
            CoveringProblem.Option(
                cost: Int64.random(in: 0...30, using: &seeded) * 100,
                (0..<rows).compactMap { row in
                    let amount = Int128(Int.random(in: 0...9, using: &seeded))
                    return amount == 0 ? nil : .init(row: row, amount * scale)
                })
        }
        var instance = Instance(required: Array(repeating: 1, count: rows))
        for _ in 0..<blocks {
            let parts = wholes ? Int.random(in: 0...2, using: &seeded) : 1
            instance.blocks.append(
                .init(
                    parts: (0..<parts).map { _ in
                        (0..<Int.random(in: 1...3, using: &seeded)).map { _ in option() }
                    },
                    wholes: wholes ? (0..<Int.random(in: 0...2, using: &seeded)).map { _ in option() } : []))
        }
        instance.required = instance.problem.most.map { max(1, $0 * share / 100) }
        return instance
    }

    @Test(arguments: 0..<150 as Range<UInt64>)
    func findsWhatExhaustiveSearchFinds(seed: UInt64) throws {
        var seeded = Seeded(seed)
        let shares: [Int128] = [20, 50, 80, 95, 100, 104]
        let scales: [Int128] = [1, 1000, 123_456_789_012_345]
        let instance = instance(
            &seeded, blocks: Int.random(in: 1...6, using: &seeded),
            rows: Int.random(in: 1...3, using: &seeded),
            scale: scales.randomElement(using: &seeded) ?? 1,
            share: shares.randomElement(using: &seeded) ?? 50,
            wholes: seed % 2 == 0)
        let best = instance.leastBySearch
        let choice = instance.problem.leastCostChoice()
        #expect((choice == nil) == (best == nil))
        guard let choice, let best else {
            let shortfall = LeastShortfall(of: instance.problem)
            #expect(shortfall.short.contains { $0 > 0 })
            return
        }
        let (cost, reached) = try #require(instance.evaluate(choice.options))
        #expect(zip(reached, instance.required).allSatisfy { $0 >= $1 })
        #expect(cost == choice.cost && reached == choice.reached)
        #expect(choice.cost == best)
        #expect(choice.bound == best)
        let rough = try #require(instance.problem.leastCostChoice(ChoiceAim(gap: 0.05, nodes: 50)))
        #expect(rough.bound <= best && best <= rough.cost)
    }

    /// Larger ones: the evaluator agrees, the bound stays below the cost, and below that of any other choice found.
    @Test(arguments: 0..<6 as Range<UInt64>)
    func largeOnesAreEnoughAndNearTheirBound(seed: UInt64) throws {
        var seeded = Seeded(seed)
        let rows = seed % 3 == 0 ? 12 : 4
        var instance = instance(
            &seeded, blocks: 250, rows: 4, scale: 997, share: 55, wholes: seed % 2 == 0)
        if rows > 4 {
            // Rows of sub-districts: each block counts for its own as well.
            for (index, block) in instance.blocks.enumerated() {
                func local(_ option: CoveringProblem.Option) -> CoveringProblem.Option {
                    .init(
                        cost: option.cost,
                        option.amounts
                            + option.amounts.map { .init(row: 4 + index % 2 * 4 + $0.row, $0.amount) })
                }
                instance.blocks[index] = .init(
                    parts: block.parts.map { $0.map(local) }, wholes: block.wholes.map(local))
            }
            instance.required += Array(repeating: 1, count: 8)
            instance.required = instance.problem.most.enumerated().map { row, most in
                most * (row < 4 ? 50 : row % 2 == 0 ? 60 : 40) / 100
            }
        }
        let choice = try #require(instance.problem.leastCostChoice(ChoiceAim(gap: 4e-3, nodes: 500)))
        let (cost, reached) = try #require(instance.evaluate(choice.options))
        #expect(zip(reached, instance.required).allSatisfy { $0 >= $1 })
        #expect(cost == choice.cost && reached == choice.reached)
        #expect(choice.bound <= choice.cost && choice.gap <= 4e-3)
        let closer = try #require(instance.problem.leastCostChoice(ChoiceAim(gap: 1e-3, nodes: 50)))
        #expect(closer.cost >= choice.bound && choice.cost >= closer.bound)
        #expect(instance.problem.leastCostChoice(ChoiceAim(gap: 4e-3, nodes: 500))?.options == choice.options)
    }

    /// A choice that may be off by a gap never calls itself better than it is: the least is found by asking for it.
    @Test(arguments: 0..<8 as Range<UInt64>)
    func gapsAreNotPassedOverInSilence(seed: UInt64) throws {
        var seeded = Seeded(seed)
        let instance = instance(
            &seeded, blocks: 130, rows: 4, scale: 997, share: 55, wholes: seed % 2 == 0)
        let rough = try #require(instance.problem.leastCostChoice(ChoiceAim(gap: 0.02, nodes: 2000)))
        let close = try #require(instance.problem.leastCostChoice(ChoiceAim(gap: 0.0005, nodes: 2000)))
        #expect(rough.bound <= close.cost && close.bound <= rough.cost)
        #expect(rough.bound <= rough.cost && close.bound <= close.cost)
    }

    /// Alike options leave prices nothing to tell apart.
    @Test func manyAlikeOptionsAreNoTrouble() throws {
        var problem = CoveringProblem(required: [1000, 1000])
        for _ in 0..<3000 {
            problem.add(parts: [[.init(cost: 7, [.init(row: 0, 3), .init(row: 1, 3)])]])
        }
        let choice = try #require(problem.leastCostChoice())
        #expect(choice.cost == 7 * 334 && choice.options.count == 334)
    }

    @Test func nothingRequiredCostsNothing() throws {
        var problem = CoveringProblem(required: [])
        problem.add(parts: [[.init(cost: 7, [])]])
        let choice = try #require(problem.leastCostChoice())
        #expect(choice.options.isEmpty && choice.cost == 0 && choice.isLeast)
    }
}
