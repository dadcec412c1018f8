/// Two changes at once, of which one saves and the other makes up for what the first takes away.
struct Exchange {
    /// A change of one block, with what it costs more, scaled.
    private struct Move {
        let block: Int
        let change: Selection.Change
        let cost: Double
    }

    private let scaled: ScaledProblem
    /// The blocks that are looked at, and their options that are.
    private let places: [(block: Int, options: [Int])]

    private static let mostRounds = 60

    init(_ scaled: ScaledProblem, among places: [(block: Int, options: [Int])]) {
        self.scaled = scaled
        self.places = places
    }

    /// Makes the best exchange as long as there is one that saves; every row stays reached.
    func improve(_ selection: inout Selection) {
        let problem = scaled.problem
        for _ in 0..<Self.mostRounds {
            let (moves, amounts) = moves(from: selection)
            guard let pair = best(of: moves, amounts, from: selection) else { return }
            var next = selection
            for index in pair { next.apply(moves[index].change, in: problem) }
            // Found in floating point, decided on the exact numbers.
            guard next.isEnough(for: problem), next.cost < selection.cost else { return }
            selection = next
        }
    }

    /// - Parameter amounts: What each move adds to each row, move by move.
    private func best(of moves: [Move], _ amounts: [Double], from selection: Selection) -> [Int]? {
        let count = scaled.problem.required.count
        let spare = (0..<count).map { row in
            Double(selection.reached[row] - scaled.problem.required[row])
                / Double(scaled.problem.required[row])
        }
        var left = spare
        var best: (saving: Double, pair: [Int]) = (1e-12, [])
        // By cost, so that the first that fits is the best, and the rest need not be looked at.
        let dearer = moves.indices.filter { moves[$0].cost >= 0 }.sorted { moves[$0].cost < moves[$1].cost }
        for one in moves.indices where moves[one].cost < -best.saving {
            var fits = true
            for row in 0..<count {
                left[row] = spare[row] + amounts[one * count + row]
                if left[row] < -1e-13 { fits = false }
            }
            if fits {
                best = (-moves[one].cost, [one])
                continue
            }
            next: for other in dearer {
                let saving = -(moves[one].cost + moves[other].cost)
                guard saving > best.saving else { break }
                for row in 0..<count where left[row] + amounts[other * count + row] < -1e-13 { continue next }
                guard moves[other].block != moves[one].block else { continue }
                best = (saving, [one, other])
                break
            }
        }
        return best.pair.isEmpty ? nil : best.pair
    }

    /// Every change of one part of the blocks; those with options for the whole are left to CBC.
    private func moves(from selection: Selection) -> (moves: [Move], amounts: [Double]) {
        let problem = scaled.problem
        let count = problem.required.count
        var moves: [Move] = []
        var amounts: [Double] = []
        for place in places where problem.blocks[place.block].wholes.isEmpty {
            for part in problem.blocks[place.block].parts {
                let present = Int(selection.ofPart[part])
                let others = place.options.filter { problem.parts[part].contains($0) } + [-1]
                for option in others where option != present {
                    var cost = 0.0
                    let start = amounts.count
                    amounts += repeatElement(0, count: count)
                    for (taken, sign) in [(present, -1.0), (option, 1.0)] where taken >= 0 {
                        cost += sign * scaled.costs[taken]
                        for entry in problem.entries(of: taken) {
                            amounts[start + Int(problem.rows[entry])] += sign * scaled.amounts[entry]
                        }
                    }
                    moves.append(
                        Move(
                            block: place.block,
                            change: .part(part, block: place.block, option: Int32(option)), cost: cost))
                }
            }
        }
        return (moves, amounts)
    }
}
