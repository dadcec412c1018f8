/// Better and better choices, until one is good enough or nothing is left open.
struct ChoiceSearch {
    private let scaled: ScaledProblem
    private let prices: RowPrices
    private let aim: ChoiceAim
    /// The best of each block at the prices.
    private let base: Selection
    /// What the best choice was completed from: the base, or it with some blocks turned.
    private var ground: Selection
    private(set) var best: Selection
    private(set) var bound: Int128
    private(set) var proof = LeastCostChoice.Proof.prices
    private(set) var open = 0
    private(set) var core = 0

    /// So many blocks are given to CBC one time after the other.
    private static let sizes = [60, 120, 240, 480, 960]
    /// So few are given to it all at once, and searched to the end.
    private static let few = 120
    /// Up to so many are given to it all at once, as far as its limits let it search.
    private static let some = 300
    /// The nodes spent on a core that is only a part of what is open: it can improve the choice, not prove it.
    private static let partNodes = 1000
    /// So many of the weightiest open blocks are turned.
    private static let turned = 4
    /// So many of the closest blocks exchange.
    private static let exchanged = 400
    /// How many entries of a program stand for one step of the effort that a node takes.
    private static let entriesANode = 2000
    /// The blocks of a neighbourhood, and how often all neighbourhoods are gone through.
    private static let neighbours = 60
    private static let mostPasses = 4
    /// Above so many rows prices leave too much open for a core of the closest blocks alone.
    private static let fewRows = 8

    init(_ scaled: ScaledProblem, _ prices: RowPrices, best: Selection, aim: ChoiceAim) {
        self.scaled = scaled
        self.prices = prices
        self.best = best
        self.aim = aim
        base = Selection(bestOf: scaled, at: prices.prices)
        ground = base
        bound = prices.certifiedBound
    }

    private var hasManyRows: Bool { scaled.problem.required.count > Self.fewRows }

    private var isGoodEnough: Bool {
        best.cost <= bound || Double(best.cost - bound) <= aim.gap * Double(best.cost)
    }

    mutating func run() {
        complete(base)
        if hasManyRows { improveByParts() } else { turn() }
        searchCores()
    }

    /// What may still be part of a cheaper choice than the best. A little more than the gap, for rounding.
    private func openCore() -> ChoiceCore {
        ChoiceCore(
            scaled, at: prices.prices, base: base,
            gap: Double(best.cost) / scaled.unit - prices.value + 1e-9)
    }

    /// Makes a choice enough, as cheap as can be had quickly, and keeps it when it is the best.
    private mutating func complete(_ start: Selection) {
        var choice = start
        guard choice.fill(scaled) else { return }
        choice.prune(scaled, at: prices.prices)
        if !hasManyRows {
            let core = openCore()
            if core.openCount > Self.few {
                Exchange(scaled, among: core.closestPlaces(Self.exchanged)).improve(&choice)
            }
        }
        if choice.cost < best.cost {
            best = choice
            ground = start
        }
    }

    /// Turns the blocks over which the prices are undecided, one or two at a time: where a large one is among them,
    /// all others settle otherwise with it than without.
    private mutating func turn() {
        guard !isGoodEnough else { return }
        let core = openCore()
        guard core.openCount > Self.few else { return }
        let undecided = core.weightiest(Self.turned) + core.closestPlaces(Self.turned).map(\.block)
        let turns = undecided.indices.filter { !undecided[..<$0].contains(undecided[$0]) }
            .flatMap { core.changes(of: undecided[$0]) }
        for (index, first) in turns.enumerated() {
            var start = base
            start.apply(first, in: scaled.problem)
            complete(start)
            if isGoodEnough { return }
            for second in turns[(index + 1)...] where second.block != first.block {
                var both = start
                both.apply(second, in: scaled.problem)
                complete(both)
                if isGoodEnough { return }
            }
        }
    }

    /// Improves the best choice part by part, the rest of it left as it is.
    private mutating func improveByParts() {
        for _ in 0..<Self.mostPasses where !isGoodEnough {
            let core = openCore()
            open = core.openCount
            guard open > Self.few else { return }
            let before = best.cost
            for neighbourhood in core.neighbourhoods(of: Self.neighbours) where !isGoodEnough {
                self.core = max(self.core, min(Self.neighbours, open))
                let result = core.solve(
                    neighbourhood, around: best, below: best.cost, gap: aim.gap * Double(best.cost) / 8,
                    limits: limits(for: Self.neighbours, most: Self.partNodes))
                take(result.selection)
            }
            if Double(before - best.cost) <= 1e-4 * Double(before) { return }
        }
    }

    private mutating func searchCores() {
        var size = 0
        while best.cost > bound, size < Self.sizes.count {
            let core = openCore()
            open = core.openCount
            if isGoodEnough, open > Self.few { return }
            let count = open <= Self.some ? open : Self.sizes[size]
            let isAll = open <= count
            self.core = max(self.core, min(count, open))
            let result = core.solve(
                // With many rows the best known choice is the better ground; all at once needs no ground.
                core.closest(count), around: isAll ? nil : hasManyRows ? best : ground, below: best.cost,
                gap: open <= Self.few ? 0 : aim.gap * Double(best.cost) / 4,
                limits: limits(for: count, most: isAll ? aim.nodes : Self.partNodes))
            take(result.selection)
            if isAll {
                prove(min(result.bound, best.cost))
                if isGoodEnough || result.isExhausted { return }
            }
            // A cheaper choice leaves less open: the same size is tried again, unless it was all there is.
            if result.selection == nil || result.isExhausted || isAll { size += 1 }
            if isAll { return }
        }
    }

    /// Fewer nodes where each takes longer, so that the effort stays about the same; no clock decides.
    private func limits(for blocks: Int, most: Int) -> Program.Limits {
        let problem = scaled.problem
        let entries = blocks * problem.amounts.count / max(1, problem.blocks.count)
        let nodes = min(most, aim.nodes) * Self.entriesANode / max(Self.entriesANode, entries)
        return Program.Limits(seconds: 600, nodes: max(20, nodes))
    }

    private mutating func take(_ found: Selection?) {
        guard var found else { return }
        found.prune(scaled)
        if found.cost < best.cost { best = found }
    }

    private mutating func prove(_ bound: Int128) {
        guard bound > self.bound else { return }
        self.bound = bound
        proof = .search
    }
}
