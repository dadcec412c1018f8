/// The few blocks in which the prices do not decide, given to CBC; everything else stays as the prices say.
struct ChoiceCore {
    /// Places in which something else than the best may still be part of a cheaper choice, the closest first.
    private let places: [Place]
    private let scaled: ScaledProblem
    /// The best of each block at the prices.
    private let base: Selection

    /// A block, with those of its options that may still be part of a cheaper choice.
    private struct Place {
        let block: Int
        let options: [Int]
        /// How much its closest alternative costs more at the prices.
        let margin: Double
    }

    /// - Parameter gap: What the best known choice costs above what the prices prove, in scaled cost: an option that
    ///   is farther than this from being the best of its block is in no cheaper choice.
    init(_ scaled: ScaledProblem, at prices: [Double], base: Selection, gap: Double) {
        self.scaled = scaled
        self.base = base
        places = scaled.problem.blocks.indices.compactMap { block in
            Self.place(block, scaled, at: prices, gap: gap)
        }.sorted { ($0.margin, $0.block) < ($1.margin, $1.block) }
    }

    /// How many blocks the prices leave open.
    var openCount: Int { places.count }

    /// The closest open blocks with those of their options that are open.
    func closestPlaces(_ count: Int) -> [(block: Int, options: [Int])] {
        places.prefix(count).map { ($0.block, $0.options) }
    }

    /// The blocks that have the dearest options for how little the prices prefer their best: what is decided there
    /// weighs most on all others.
    func weightiest(_ count: Int) -> [Int] {
        let weights = places.map { place in
            (place.options.map { scaled.costs[$0] }.max() ?? 0, place.margin, place.block)
        }
        return weights.filter { $0.1 <= $0.0 / 50 }.sorted { ($0.0, $1.2) > ($1.0, $0.2) }.prefix(count).map(
            \.2)
    }

    /// Every other option of one block, and none, where it has no options for the whole.
    func changes(of block: Int) -> [Selection.Change] {
        let problem = scaled.problem
        guard problem.blocks[block].wholes.isEmpty else { return [] }
        return problem.blocks[block].parts.flatMap { part in
            ([-1] + problem.parts[part].map(Int32.init)).filter { $0 != base.ofPart[part] }.map {
                Selection.Change.part(part, block: block, option: $0)
            }
        }
    }

    /// A part of the open blocks, by their places in the order of closeness.
    struct Neighbourhood {
        fileprivate let places: [Int]
    }

    /// The closest of all.
    func closest(_ count: Int) -> Neighbourhood { Neighbourhood(places: Array(places.indices.prefix(count))) }

    /// Overlapping parts among which a choice is made better bit by bit: for each row that only some blocks count
    /// for, the closest of those; and the closest of all in strides.
    func neighbourhoods(of size: Int) -> [Neighbourhood] {
        var found: [Neighbourhood] = []
        var seen: Set<[Int]> = []
        for row in scaled.problem.required.indices {
            let touching = places.indices.filter { touches(places[$0].options, row) }
            guard touching.count * 2 < places.count else { continue }
            let some = Array(touching.prefix(size))
            if seen.insert(some).inserted { found.append(Neighbourhood(places: some)) }
        }
        for start in stride(from: 0, to: min(places.count, 3 * size), by: max(1, size / 2)) {
            found.append(Neighbourhood(places: Array(places.indices.dropFirst(start).prefix(size))))
        }
        return found
    }

    private func touches(_ options: [Int], _ row: Int) -> Bool {
        options.contains { option in
            scaled.problem.entries(of: option).contains { Int(scaled.problem.rows[$0]) == row }
        }
    }

    private static func place(
        _ index: Int, _ scaled: ScaledProblem, at prices: [Double], gap: Double
    ) -> Place? {
        let block = scaled.problem.blocks[index]
        let best = PricedBlocks.best(of: block, scaled, at: prices).value
        let partValues = block.parts.map {
            PricedBlocks.bestOption(of: scaled.problem.parts[$0], scaled, at: prices).value
        }
        let allParts = partValues.reduce(0, +)
        var options: [Int] = []
        var margins: [Double] = []
        func weigh(_ option: Int?, _ value: Double) {
            let margin = value - best
            guard margin <= gap else { return }
            margins.append(margin)
            if let option { options.append(option) }
        }
        for (part, value) in zip(block.parts, partValues) {
            // None of this part's options, the others as they are best.
            weigh(nil, allParts - value)
            for option in scaled.problem.parts[part] {
                weigh(option, allParts - value + scaled.reducedCost(of: option, at: prices))
            }
        }
        for option in block.wholes { weigh(option, scaled.reducedCost(of: option, at: prices)) }
        // Each part's best is among them with no margin; only where there is more than that is anything open.
        let decided = best < allParts ? 1 : block.parts.count
        guard margins.count > decided, !options.isEmpty else { return nil }
        margins.sort()
        return Place(block: index, options: options, margin: margins[decided])
    }

    /// What became of solving the core.
    struct Result {
        /// A cheaper choice than the best known, exact in every row.
        let selection: Selection?
        /// Whether no choice of the core is cheaper than what is known now, as CBC has proven.
        let isExhausted: Bool
        /// What no choice of the core costs less than, as far as CBC got; in the caller's unit.
        let bound: Int128
    }

    /// - Parameters:
    ///   - open: The blocks in which something else may be chosen.
    ///   - around: What is chosen in all others; the best of each block at the prices when left out.
    ///   - cutoff: Only choices that cost less are of use, in the caller's unit.
    ///   - gap: A choice within this of the core's least is good enough, in the caller's unit.
    func solve(
        _ open: Neighbourhood, around: Selection? = nil, below cutoff: Int128, gap: Double,
        limits: Program.Limits
    ) -> Result {
        let problem = scaled.problem
        let open = open.places.map { places[$0] }
        var fixed = around ?? base
        for place in open { fixed.clear(place.block, in: problem) }
        // Rows where the rest must reach a little more than required, after CBC fell short by its tolerance.
        var extra = [Double](repeating: 0, count: problem.required.count)
        for _ in 0..<6 {
            let (program, variables) = program(open, fixed, extra)
            var limits = limits
            limits.cutoff = (Double(cutoff - fixed.cost) - 0.5) / scaled.unit
            limits.gap = max(gap, 0.5) / scaled.unit
            switch program.solve(within: limits) {
            case .infeasible:
                return Result(selection: nil, isExhausted: true, bound: cutoff - Int128(gap.rounded(.up)))
            case .unbounded: return Result(selection: nil, isExhausted: false, bound: 0)
            case .unknown(let bound):
                return Result(selection: nil, isExhausted: false, bound: self.bound(bound, fixed, gap))
            case .solved(let solution):
                var found = fixed
                for (variable, change) in variables where solution.whole(variable) == 1 {
                    found.apply(change, in: problem)
                }
                if found.isEnough(for: problem) {
                    return Result(
                        selection: found.cost < cutoff ? found : nil, isExhausted: solution.isProvenLeast,
                        bound: bound(solution.bound, fixed, gap))
                }
                for row in extra.indices where found.reached[row] < problem.required[row] {
                    let short = Double(problem.required[row] - found.reached[row])
                    extra[row] += 2 * short / Double(problem.required[row])
                }
            }
        }
        return Result(selection: nil, isExhausted: false, bound: 0)
    }

    /// A bound of the core as one of the whole, a little lower than CBC says, and up to what costs can add up to.
    /// - Parameter gap: What CBC was allowed to leave unsearched below its best, in the caller's unit.
    private func bound(_ core: Double, _ fixed: Selection, _ gap: Double) -> Int128 {
        let safe = (core - abs(core) * 1e-7) * scaled.unit - gap
        guard safe > 0, safe < 1e30 else { return 0 }
        let (step, least) = (Int128(scaled.problem.costStep), Int128(safe.rounded(.up)) + fixed.cost)
        return (least + step - 1) / step * step
    }

    private typealias Choosing = (variable: Program.Variable, change: Selection.Change)

    private func program(_ open: [Place], _ fixed: Selection, _ extra: [Double]) -> (
        Program, [Choosing]
    ) {
        let problem = scaled.problem
        var program = Program()
        var choosing: [Choosing] = []
        var terms = [[Program.Term]](repeating: [], count: problem.required.count)
        for place in open {
            let block = problem.blocks[place.block]
            var ofPart: [Int: [Program.Term]] = [:]
            var wholes: [Program.Term] = []
            for option in place.options {
                let variable = program.add(0...1, cost: scaled.costs[option])
                for entry in problem.entries(of: option) {
                    terms[Int(problem.rows[entry])].append(
                        Program.Term(scaled.amounts[entry] * Self.rowScale, variable))
                }
                if block.wholes.contains(option) {
                    wholes.append(Program.Term(1, variable))
                    choosing.append((variable, .whole(block: place.block, option: Int32(option))))
                } else if let part = block.parts.first(where: { problem.parts[$0].contains(option) }) {
                    ofPart[part, default: []].append(Program.Term(1, variable))
                    choosing.append(
                        (variable, .part(part, block: place.block, option: Int32(option))))
                }
            }
            for part in block.parts {
                let together = (ofPart[part] ?? []) + wholes
                if together.count > 1 { program.require(together, within: 0...1) }
            }
            if block.parts.isEmpty, wholes.count > 1 { program.require(wholes, within: 0...1) }
        }
        for row in problem.required.indices {
            let left = Double(problem.required[row] - fixed.reached[row]) / Double(problem.required[row])
            let need = left + extra[row]
            if need > 0 {
                program.require(terms[row], within: need * Self.rowScale...(.infinity))
            }
        }
        return (program, choosing)
    }

    /// A row's requirement is this much to CBC, whose tolerance is about 10⁻⁷.
    private static let rowScale = 1000.0
}
