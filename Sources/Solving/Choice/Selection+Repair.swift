extension Selection {
    /// The best of each block at these prices; most often a row or two falls a little short.
    init(bestOf scaled: ScaledProblem, at prices: [Double]) {
        let problem = scaled.problem
        self.init(of: problem)
        for index in problem.blocks.indices {
            let block = problem.blocks[index]
            let best = PricedBlocks.best(of: block, scaled, at: prices)
            if best.whole >= 0 {
                apply(.whole(block: index, option: Int32(best.whole)), in: problem)
                continue
            }
            for part in block.parts {
                let option = PricedBlocks.bestOption(of: problem.parts[part], scaled, at: prices).option
                if option >= 0 {
                    apply(.part(part, block: index, option: Int32(option)), in: problem)
                }
            }
        }
    }

    /// A change that was thought of, and what it was worth then.
    private struct Move {
        let change: Change
        let worth: Double
    }

    /// Takes more until every row is reached, what brings most for its cost first.
    /// - Returns: Whether that succeeded.
    mutating func fill(_ scaled: ScaledProblem) -> Bool {
        let problem = scaled.problem
        // Each pass orders all changes by what they are worth at its beginning. One that has become much worse on
        // the way waits for the next pass, up to the last ones.
        for patience in [1.2, 1.5, 2, 2, 4, 4, 16, .infinity, .infinity, .infinity] {
            var tally = Tally(of: self, scaled)
            var moves: [Move] = []
            for block in problem.blocks.indices {
                var best: Move?
                forEachChange(of: block, in: problem) { change in
                    let effect = tally.effect(of: change, on: self)
                    guard effect.missing < -1e-15 else { return }
                    let worth = max(effect.cost, 1e-12) / -effect.missing
                    if worth < best?.worth ?? .infinity { best = Move(change: change, worth: worth) }
                }
                if let best { moves.append(best) }
            }
            moves.sort { $0.worth < $1.worth }
            for move in moves {
                if isEnough(for: problem) { return true }
                let effect = tally.effect(of: move.change, on: self)
                guard effect.missing < -1e-15, effect.cost / -effect.missing <= move.worth * patience else {
                    continue
                }
                apply(move.change, in: problem)
                tally.renew(from: self)
            }
        }
        return isEnough(for: problem)
    }

    /// Gives back what is not needed; every row stays reached.
    /// - Parameter prices: What saves most for what it takes away at these prices goes first, so that what there is
    ///   too much of goes where it saves most; without prices the dearest goes first.
    mutating func prune(_ scaled: ScaledProblem, at prices: [Double]? = nil) {
        let problem = scaled.problem
        var tally = Tally(of: self, scaled)
        var moves: [Move] = []
        for block in problem.blocks.indices where !taken(of: block, in: problem).isEmpty {
            forEachChange(of: block, in: problem) { change in
                let effect = tally.effect(of: change, on: self)
                if effect.cost < 0, effect.missing < 1e-9 {
                    let loss = prices.map { tally.loss(of: change, on: self, at: $0) } ?? 1
                    moves.append(Move(change: change, worth: effect.cost / max(loss, 1e-12)))
                }
            }
        }
        moves.sort { $0.worth < $1.worth }
        for move in moves {
            let effect = tally.effect(of: move.change, on: self)
            guard effect.cost < 0, effect.missing < 1e-9 else { continue }
            let before = self[move.change, in: problem]
            apply(move.change, in: problem)
            // Decided on the exact numbers, whatever the floating ones say.
            if !isEnough(for: problem) {
                for change in before { apply(change, in: problem) }
            }
            tally.renew(from: self)
        }
    }

    /// What would bring back the place that a change touches.
    private subscript(change: Change, in problem: CoveringProblem) -> [Change] {
        switch change {
        case .part(let part, let block, _): [.part(part, block: block, option: ofPart[part])]
        case .whole(let block, _):
            [.whole(block: block, option: ofBlock[block])]
                + problem.blocks[block].parts.filter { ofPart[$0] >= 0 }.map {
                    .part($0, block: block, option: ofPart[$0])
                }
        }
    }

    /// Every other option of each part, none as well; every other one for the whole. A block that has one for the
    /// whole changes as a whole only.
    private func forEachChange(of index: Int, in problem: CoveringProblem, _ body: (Change) -> Void) {
        let block = problem.blocks[index]
        let whole = ofBlock[index]
        if whole < 0 {
            for part in block.parts {
                let present = ofPart[part]
                if present >= 0 { body(.part(part, block: index, option: -1)) }
                for option in problem.parts[part] where option != present {
                    body(.part(part, block: index, option: Int32(option)))
                }
            }
        } else {
            body(.whole(block: index, option: -1))
        }
        for option in block.wholes where option != whole {
            body(.whole(block: index, option: Int32(option)))
        }
    }
}

/// How far the rows are filled, in floating point, to weigh many changes quickly.
private struct Tally {
    private let scaled: ScaledProblem
    private let required: [Double]
    private var reached: [Double]
    /// Sums of one change, back at nothing after each.
    private var net: [Double]

    init(of selection: Selection, _ scaled: ScaledProblem) {
        self.scaled = scaled
        required = scaled.problem.required.map { Double($0) }
        reached = required
        net = Array(repeating: 0, count: required.count)
        renew(from: selection)
    }

    mutating func renew(from selection: Selection) {
        for row in reached.indices { reached[row] = Double(selection.reached[row]) / required[row] }
    }

    /// What a change takes away from the rows, less what it adds, at these prices.
    func loss(of change: Selection.Change, on selection: Selection, at prices: [Double]) -> Double {
        func value(_ option: Int32) -> Double {
            guard option >= 0 else { return 0 }
            return scaled.problem.entries(of: Int(option)).reduce(0) {
                $0 + prices[Int(scaled.problem.rows[$1])] * scaled.amounts[$1]
            }
        }
        switch change {
        case .part(let part, _, let option): return value(selection.ofPart[part]) - value(option)
        case .whole(let block, let option):
            return value(selection.ofBlock[block]) - value(option)
                + scaled.problem.blocks[block].parts.reduce(0) { $0 + value(selection.ofPart[$1]) }
        }
    }

    /// What a change costs more, and how much more of the rows is missing after it.
    mutating func effect(of change: Selection.Change, on selection: Selection) -> (
        cost: Double, missing: Double
    ) {
        var cost = 0.0
        var missing = 0.0
        func each(_ body: (Int32, Double) -> Void) {
            switch change {
            case .part(let part, _, let option):
                body(selection.ofPart[part], -1)
                body(option, 1)
            case .whole(let block, let option):
                body(selection.ofBlock[block], -1)
                for part in scaled.problem.blocks[block].parts { body(selection.ofPart[part], -1) }
                body(option, 1)
            }
        }
        each { option, sign in
            guard option >= 0 else { return }
            cost += sign * scaled.costs[Int(option)]
            for entry in scaled.problem.entries(of: Int(option)) {
                net[Int(scaled.problem.rows[entry])] += sign * scaled.amounts[entry]
            }
        }
        each { option, _ in
            guard option >= 0 else { return }
            for entry in scaled.problem.entries(of: Int(option)) {
                let row = Int(scaled.problem.rows[entry])
                guard net[row] != 0 else { continue }
                missing += max(0, 1 - reached[row] - net[row]) - max(0, 1 - reached[row])
                net[row] = 0
            }
        }
        return (cost, missing)
    }
}
