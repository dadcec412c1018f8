/// What every block would best do, were each row paid for at a price: the Lagrangian relaxation.
struct PricedBlocks {
    /// The relaxation's value of one cluster of blocks is `cost − Σ price × amount`.
    struct Cluster {
        var cost = 0.0
        var amounts: [Double]
    }

    /// For each cluster, of the options that are best at these prices.
    private(set) var clusters: [Cluster]
    /// Σ prices + Σ clusters: no choice that reaches every row costs less, up to rounding.
    let value: Double

    /// - Parameter clusters: Blocks in a row that are summed together.
    init(_ scaled: ScaledProblem, at prices: [Double], clusters ranges: [Range<Int>]) {
        let problem = scaled.problem
        var clusters: [Cluster] = []
        var value = prices.reduce(0, +)
        for range in ranges {
            var cluster = Cluster(amounts: Array(repeating: 0, count: prices.count))
            for block in range {
                let best = Self.best(of: problem.blocks[block], scaled, at: prices)
                value += best.value
                Self.forEachTaken(of: problem.blocks[block], best, scaled, prices) { option in
                    cluster.cost += scaled.costs[option]
                    for entry in problem.entries(of: option) {
                        cluster.amounts[Int(problem.rows[entry])] += scaled.amounts[entry]
                    }
                }
            }
            clusters.append(cluster)
        }
        self.clusters = clusters
        self.value = value
    }

    /// The least reduced cost of a block, and whether it is that of an option for the whole.
    struct Best {
        var value: Double
        /// −1 where the parts are better.
        var whole = -1
    }

    static func best(
        of block: CoveringProblem.Block, _ scaled: ScaledProblem, at prices: [Double]
    ) -> Best {
        var best = Best(value: 0)
        for part in block.parts {
            best.value += bestOption(of: scaled.problem.parts[part], scaled, at: prices).value
        }
        for option in block.wholes {
            let value = scaled.reducedCost(of: option, at: prices)
            if value < best.value { best = Best(value: value, whole: option) }
        }
        return best
    }

    /// −1 where nothing is better than none.
    static func bestOption(
        of options: Range<Int>, _ scaled: ScaledProblem, at prices: [Double]
    ) -> (value: Double, option: Int) {
        var best = (value: 0.0, option: -1)
        for option in options {
            let value = scaled.reducedCost(of: option, at: prices)
            if value < best.value { best = (value, option) }
        }
        return best
    }

    private static func forEachTaken(
        of block: CoveringProblem.Block, _ best: Best, _ scaled: ScaledProblem, _ prices: [Double],
        _ body: (Int) -> Void
    ) {
        if best.whole >= 0 { return body(best.whole) }
        for part in block.parts {
            let option = bestOption(of: scaled.problem.parts[part], scaled, at: prices).option
            if option >= 0 { body(option) }
        }
    }
}
