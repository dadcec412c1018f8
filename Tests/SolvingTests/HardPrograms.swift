import Solving
import TestSupport

/// Programs that CBC does not finish in a blink, each with its variables.
enum HardPrograms {
    /// Many items, a few sacks, and each item's cost near what it weighs.
    static func knapsack(items: Int, sacks: Int, seed: UInt64) -> (Program, [Program.Variable]) {
        var seeded = Seeded(seed)
        let weights = (0..<sacks).map { _ in
            (0..<items).map { _ in Double(Int.random(in: 1...1000, using: &seeded)) }
        }
        var program = Program()
        let variables = (0..<items).map { item in
            let weight = weights.reduce(0) { $0 + $1[item] } / Double(sacks)
            return program.add(
                0...1, cost: -(weight + Double(Int.random(in: 0...500, using: &seeded))).rounded())
        }
        for sack in weights {
            program.require(
                zip(sack, variables).map(Program.Term.init),
                within: -.infinity...(sack.reduce(0, +) / 2).rounded(.down))
        }
        return (program, variables)
    }

    /// A market to be split in half, as nearly as can be: nothing but trying helps.
    static func split(customers: Int, products: Int, seed: UInt64) -> (Program, [Program.Variable]) {
        var seeded = Seeded(seed)
        var program = Program()
        let variables = (0..<customers).map { _ in program.add(0...1, cost: 0) }
        for _ in 0..<products {
            let demand = variables.map { _ in Double(Int.random(in: 0...99, using: &seeded)) }
            let over = program.add(0...1e6, cost: 1, isInteger: false)
            let under = program.add(0...1e6, cost: 1, isInteger: false)
            let half = (demand.reduce(0, +) / 2).rounded(.down)
            program.require(
                zip(demand, variables).map(Program.Term.init) + [.init(-1, over), .init(1, under)],
                within: half...half)
        }
        return (program, variables)
    }

    /// A cover so large that its first linear program alone takes CBC many seconds, in which it looks at no clock.
    static func cover(size: Int) -> Program {
        var seeded = Seeded(5)
        var program = Program()
        let variables = (0..<size).map { _ in
            program.add(0...1, cost: Double(Int.random(in: 1...20, using: &seeded)))
        }
        for _ in 0..<size {
            program.require(
                (0..<8).map { part in
                    .init(1, variables[part * size / 8 + Int.random(in: 0..<size / 8, using: &seeded)])
                },
                within: 1...(.infinity))
        }
        return program
    }
}
