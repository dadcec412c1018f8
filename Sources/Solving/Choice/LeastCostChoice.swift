/// A choice that reaches every row, what it costs, and how good it is known to be.
package struct LeastCostChoice: Sendable {
    /// The options taken, by number, in their order.
    package let options: [Int]
    /// In the caller's unit, exact.
    package let cost: Int128
    /// No choice costs less than this; never above `cost`.
    package let bound: Int128
    package let proof: Proof
    /// What each row has, exact.
    package let reached: [Int128]
    package let effort: Effort

    /// How the bound was proven.
    package enum Proof: Sendable {
        /// By prices of the rows, whatever rounding did.
        case prices
        /// By CBC, which searched what the prices left open to the end, within its tolerance of about 10⁻⁷.
        case search
    }

    /// What it took.
    package struct Effort: Sendable {
        /// How often all blocks were priced.
        package let pricings: Int
        /// The blocks that the prices left open in the end.
        package let open: Int
        /// The most blocks that were given to CBC at once.
        package let core: Int
    }

    /// Whether nothing cheaper exists.
    package var isLeast: Bool { bound == cost }

    /// What it may cost at most above the least, as a part of its cost; nothing where it costs nothing.
    package var gap: Double { cost == 0 ? 0 : Double(cost - bound) / Double(cost) }
}

/// How good a choice has to be.
package struct ChoiceAim: Sendable {
    /// Enough when it is known to cost at most this part above the least; 0 asks for the least itself.
    package var gap: Double
    /// How much CBC may search for each core, in nodes: the same on every machine, unlike time.
    package var nodes: Int

    package init(gap: Double = 0, nodes: Int = 20_000) {
        self.gap = gap
        self.nodes = nodes
    }
}

extension CoveringProblem {
    /// The cheapest choice that reaches every row; nil when none was found that does.
    ///
    /// Prices of the rows (a Lagrangian relaxation) prove what no choice costs less than, and decide nearly all
    /// blocks; the blocks they leave open go to CBC in growing cores. The same problem gives the same choice.
    package func leastCostChoice(_ aim: ChoiceAim = ChoiceAim()) -> LeastCostChoice? {
        guard !required.isEmpty else {
            return LeastCostChoice(
                options: [], cost: 0, bound: 0, proof: .prices, reached: [],
                effort: .init(pricings: 0, open: 0, core: 0))
        }
        guard zip(most, required).allSatisfy({ $0 >= $1 }), let rough = anyChoice() else { return nil }
        let scaled = ScaledProblem(self, unit: Self.powerOfTwo(near: rough.cost))
        let prices = RowPrices(scaled, closeness: max(1e-7, aim.gap / 50))
        var search = ChoiceSearch(scaled, prices, best: rough, aim: aim)
        search.run()
        let best = search.best
        return LeastCostChoice(
            options: best.options(in: self), cost: best.cost, bound: min(search.bound, best.cost),
            proof: search.proof, reached: best.reached,
            effort: .init(pricings: prices.rounds, open: search.open, core: search.core))
    }

    /// Some choice that reaches every row, however dear.
    private func anyChoice() -> Selection? {
        let total = costs.reduce(Int128(0)) { $0 + Int128($1) }
        let scaled = ScaledProblem(self, unit: Self.powerOfTwo(near: total))
        var selection = Selection(of: self)
        if selection.fill(scaled) {
            selection.prune(scaled)
            return selection
        }
        return LeastShortfall(of: self).selection.flatMap { $0.isEnough(for: self) ? $0 : nil }
    }

    private static func powerOfTwo(near cost: Int128) -> Double {
        var power = 1.0
        while power < Double(cost) { power *= 2 }
        return power
    }
}
