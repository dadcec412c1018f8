/// What is taken of each block, with its exact cost and what each row has of it.
struct Selection: Sendable {
    /// The option taken of each part; −1 for none. Passed over where the block has one for the whole.
    private(set) var ofPart: [Int32]
    /// The option taken for the whole of each block; −1 for none.
    private(set) var ofBlock: [Int32]
    private(set) var cost: Int128 = 0
    private(set) var reached: [Int128]

    /// Nothing taken yet.
    init(of problem: CoveringProblem) {
        ofPart = Array(repeating: -1, count: problem.parts.count)
        ofBlock = Array(repeating: -1, count: problem.blocks.count)
        reached = Array(repeating: 0, count: problem.required.count)
    }

    /// One thing that may be changed in a block.
    enum Change {
        /// Another option of one part, or none (−1); drops the one for the whole.
        case part(Int, block: Int, option: Int32)
        /// One option for the whole.
        case whole(block: Int, option: Int32)

        var block: Int {
            switch self {
            case .part(_, let block, _), .whole(let block, _): block
            }
        }
    }

    mutating func apply(_ change: Change, in problem: CoveringProblem) {
        switch change {
        case .part(let part, let block, let option):
            if ofBlock[block] >= 0 {
                count(ofBlock[block], -1, problem)
                ofBlock[block] = -1
                for other in problem.blocks[block].parts { ofPart[other] = -1 }
            }
            count(ofPart[part], -1, problem)
            count(option, 1, problem)
            ofPart[part] = option
        case .whole(let block, let option):
            count(ofBlock[block], -1, problem)
            for part in problem.blocks[block].parts {
                count(ofPart[part], -1, problem)
                ofPart[part] = -1
            }
            count(option, 1, problem)
            ofBlock[block] = option
        }
    }

    /// The options that a block has taken.
    func taken(of block: Int, in problem: CoveringProblem) -> [Int32] {
        if ofBlock[block] >= 0 { return [ofBlock[block]] }
        return problem.blocks[block].parts.map { ofPart[$0] }.filter { $0 >= 0 }
    }

    /// All options taken, in their order.
    func options(in problem: CoveringProblem) -> [Int] {
        problem.blocks.indices.flatMap { taken(of: $0, in: problem) }.map(Int.init).sorted()
    }

    func isEnough(for problem: CoveringProblem) -> Bool {
        zip(reached, problem.required).allSatisfy { $0 >= $1 }
    }

    private mutating func count(_ option: Int32, _ sign: Int128, _ problem: CoveringProblem) {
        guard option >= 0 else { return }
        cost += sign * Int128(problem.costs[Int(option)])
        for entry in problem.entries(of: Int(option)) {
            reached[Int(problem.rows[entry])] += sign * problem.amounts[entry]
        }
    }
}

extension Selection {
    /// Takes nothing of a block any more.
    mutating func clear(_ block: Int, in problem: CoveringProblem) {
        apply(.whole(block: block, option: -1), in: problem)
    }
}
