/// The best price of each row, found by cutting planes: the one at which the relaxation proves most.
struct RowPrices {
    private(set) var prices: [Double]
    /// What the relaxation proves at these prices, in scaled cost, up to rounding.
    private(set) var value: Double
    /// How often all blocks were priced.
    private(set) var rounds = 0

    private let scaled: ScaledProblem
    private let clusters: [Range<Int>]
    /// The prices are looked for up to here; widened where the best stands at the edge.
    private var edge: [Double]
    private let closeness: Double
    private var cuts: [Cut] = []
    private var inVain = 0

    /// What a cluster's value is at most, at any prices: `cost − Σ price × amount`.
    private struct Cut {
        let cluster: Int
        let cost: Double
        let amounts: [Double]
    }

    private static let mostRounds = 300
    /// So many rounds without proving more are in vain: what is left is rounding.
    private static let mostInVain = 25
    /// How far from the best prices so far towards those that the cuts suggest the next ones lie: going all the way
    /// swings to and fro.
    private static let stride = 0.6

    /// - Parameter closeness: Prices are good enough when no others can prove this part more.
    init(_ scaled: ScaledProblem, closeness: Double) {
        self.scaled = scaled
        self.closeness = closeness
        let (blocks, rows) = (scaled.problem.blocks.count, scaled.problem.required.count)
        let count = max(1, min(blocks, 8 + rows / 4))
        clusters = (0..<count).map { blocks * $0 / count..<blocks * ($0 + 1) / count }
        prices = Array(repeating: 0, count: rows)
        edge = Array(repeating: 4, count: rows)
        value = 0
        improve()
    }

    private mutating func improve() {
        look(at: prices)
        while rounds < Self.mostRounds, inVain < Self.mostInVain {
            guard let (suggested, most) = suggestion() else { return }
            if most - value <= closeness * max(abs(value), 1e-3) {
                guard widen(suggested) else { return }
                continue
            }
            let before = cuts.count
            let next = zip(prices, suggested).map { $0 + Self.stride * ($1 - $0) }
            look(at: next)
            // Where the way towards the suggestion teaches nothing, the suggestion itself does.
            if !cuts[before...].contains(where: { isNews($0, at: suggested) }) { look(at: suggested) }
        }
    }

    /// Prices all blocks and keeps what that teaches; keeps the prices where they prove more.
    private mutating func look(at candidate: [Double]) {
        rounds += 1
        let priced = PricedBlocks(scaled, at: candidate, clusters: clusters)
        for (index, cluster) in priced.clusters.enumerated() {
            cuts.append(Cut(cluster: index, cost: cluster.cost, amounts: cluster.amounts))
        }
        inVain = priced.value > value + 1e-9 * abs(value) ? 0 : inVain + 1
        if rounds == 1 || priced.value > value {
            value = priced.value
            prices = candidate
        }
    }

    /// Lets the prices at the edge rise further.
    private mutating func widen(_ suggested: [Double]) -> Bool {
        var widened = false
        for row in edge.indices where suggested[row] > 0.99 * edge[row] && edge[row] < 1e9 {
            edge[row] *= 8
            widened = true
        }
        return widened
    }

    private var suggestedValues: [Double] = []

    /// Where the cuts so far allow the most, and how much.
    private mutating func suggestion() -> (prices: [Double], most: Double)? {
        var program = Program()
        let variables = edge.map { program.add(0...$0, cost: -1, isInteger: false) }
        let values = clusters.map { _ in program.add(-1e6...0, cost: -1, isInteger: false) }
        for cut in cuts {
            let terms = zip(cut.amounts, variables).filter { $0.0 != 0 }.map { Program.Term($0, $1) }
            program.require(terms + [Program.Term(1, values[cut.cluster])], within: -.infinity...cut.cost)
        }
        guard case .solved(let solution) = program.solve() else { return nil }
        suggestedValues = values.map { solution[$0] }
        return (variables.map { max(0, solution[$0]) }, -solution.cost)
    }

    private func isNews(_ cut: Cut, at prices: [Double]) -> Bool {
        let value = zip(cut.amounts, prices).reduce(cut.cost) { $0 - $1.0 * $1.1 }
        return value < suggestedValues[cut.cluster] - 1e-9
    }

    // MARK: - What is proven

    /// What no choice that reaches every row costs less than, whatever rounding did; in the caller's unit.
    var certifiedBound: Int128 {
        let problem = scaled.problem
        var value = prices.reduce(0, +)
        // Every product and sum below is off by at most a part of 2⁻⁵³ of the numbers in it.
        var magnitude = value
        var count = Double(prices.count)
        for block in problem.blocks {
            value += PricedBlocks.best(of: block, scaled, at: prices).value
            for part in block.parts { magnitude += largest(problem.parts[part]) }
            magnitude += largest(block.wholes)
            count += 1
        }
        let roundings = count + 2 * Double(prices.count) + 32
        let safe = (value - magnitude * roundings * 0x1p-52) * scaled.unit
        guard safe > 0, safe < 1e30 else { return 0 }
        // All costs are multiples of the step, so a sum of them that is not below the bound is not below this.
        let (step, least) = (Int128(problem.costStep), Int128(safe.rounded(.up)))
        return (least + step - 1) / step * step
    }

    private func largest(_ options: Range<Int>) -> Double {
        var largest = 0.0
        for option in options {
            var sum = scaled.costs[option]
            for entry in scaled.problem.entries(of: option) {
                sum += prices[Int(scaled.problem.rows[entry])] * scaled.amounts[entry]
            }
            largest = max(largest, sum)
        }
        return largest
    }
}
