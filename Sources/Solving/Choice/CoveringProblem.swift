/// At most one option from each part, so that every row is reached: which costs least?
///
/// Blocks are independent of each other. A block has parts, of each of which at most one option is taken; or instead
/// of all that, one of its options for the whole. (An enterprise's lines, and "all lines".)
package struct CoveringProblem: Sendable {
    /// What an option adds to a row.
    package struct Amount: Sendable {
        package let row: Int
        /// Never negative.
        package let amount: Int128

        package init(row: Int, _ amount: Int128) {
            self.row = row
            self.amount = amount
        }
    }

    /// Something that may be chosen.
    package struct Option: Sendable {
        /// Never negative, in the caller's unit.
        package let cost: Int64
        /// At most one amount a row.
        package let amounts: [Amount]

        package init(cost: Int64, _ amounts: [Amount]) {
            self.cost = cost
            self.amounts = amounts
        }
    }

    /// Where a block's parts and its options for the whole stand.
    struct Block: Sendable {
        let parts: Range<Int>
        let wholes: Range<Int>
    }

    /// What each row must reach; more than nothing.
    package let required: [Int128]
    private(set) var blocks: [Block] = []
    /// The options of each part.
    private(set) var parts: [Range<Int>] = []
    private(set) var costs: [Int64] = []
    /// Where each option's amounts begin; one more at the end.
    private(set) var amountStarts: [Int] = [0]
    private(set) var rows: [Int32] = []
    private(set) var amounts: [Int128] = []

    /// - Parameter required: What each row must reach, more than nothing, below 10³⁰.
    package init(required: [Int128]) {
        precondition(required.allSatisfy { $0 > 0 }, "a row that needs nothing is no row")
        self.required = required
    }

    /// How many options there are; they are numbered in the order of adding.
    package var optionCount: Int { costs.count }

    /// Adds a block; its options are numbered part by part, then those for the whole.
    package mutating func add(parts: [[Option]], wholes: [Option] = []) {
        let firstPart = self.parts.count
        for part in parts {
            let first = costs.count
            for option in part { add(option) }
            self.parts.append(first..<costs.count)
        }
        let first = costs.count
        for option in wholes { add(option) }
        blocks.append(Block(parts: firstPart..<self.parts.count, wholes: first..<costs.count))
    }

    private mutating func add(_ option: Option) {
        precondition(
            option.cost >= 0 && option.amounts.allSatisfy { $0.amount >= 0 }, "an option never takes away")
        costs.append(option.cost)
        for amount in option.amounts where amount.amount > 0 {
            rows.append(Int32(amount.row))
            amounts.append(amount.amount)
        }
        amountStarts.append(amounts.count)
    }

    /// Where an option's rows and amounts stand.
    func entries(of option: Int) -> Range<Int> { amountStarts[option]..<amountStarts[option + 1] }

    /// What all costs are multiples of; 1 where all are nothing.
    var costStep: Int64 {
        var step: Int64 = 0
        for cost in costs {
            var smaller = cost
            while smaller != 0 { (step, smaller) = (smaller, step % smaller) }
        }
        return max(step, 1)
    }

    /// Each row's most, were nothing else asked: an upper end of what can be reached.
    package var most: [Int128] {
        var most = [Int128](repeating: 0, count: required.count)
        for block in blocks {
            var sum = [Int32: Int128]()
            for part in block.parts {
                for (row, amount) in best(parts[part]) { sum[row, default: 0] += amount }
            }
            for (row, amount) in best(block.wholes) { sum[row] = max(sum[row] ?? 0, amount) }
            for (row, amount) in sum { most[Int(row)] += amount }
        }
        return most
    }

    private func best(_ options: Range<Int>) -> [Int32: Int128] {
        var best: [Int32: Int128] = [:]
        for option in options {
            for entry in entries(of: option) {
                best[rows[entry]] = max(best[rows[entry]] ?? 0, amounts[entry])
            }
        }
        return best
    }
}
