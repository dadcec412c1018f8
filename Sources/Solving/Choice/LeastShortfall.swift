/// The choice that comes closest to reaching every row, whatever it costs.
package struct LeastShortfall: Sendable {
    /// What each row is still short of; all nothing when every row can be reached at once.
    package let short: [Int128]
    /// Whether no choice has a smaller sum of shortfalls, each in parts of what its row requires.
    package let isProven: Bool
    let selection: Selection?

    package init(of problem: CoveringProblem, within limits: Program.Limits = .init(nodes: 20_000)) {
        var program = Program()
        let required = problem.required.map { Double($0) }
        var terms = problem.required.map { _ -> [Program.Term] in [] }
        var choosing: [(Program.Variable, Selection.Change)] = []
        func add(_ option: Int, _ change: Selection.Change) -> Program.Term {
            let variable = program.add(0...1, cost: 0)
            for entry in problem.entries(of: option) {
                let row = Int(problem.rows[entry])
                terms[row].append(Program.Term(Double(problem.amounts[entry]) / required[row], variable))
            }
            choosing.append((variable, change))
            return Program.Term(1, variable)
        }
        for (index, block) in problem.blocks.enumerated() {
            let wholes = block.wholes.map { add($0, .whole(block: index, option: Int32($0))) }
            for part in block.parts {
                let own = problem.parts[part].map {
                    add($0, .part(part, block: index, option: Int32($0)))
                }
                if own.count + wholes.count > 1 { program.require(own + wholes, within: 0...1) }
            }
            if block.parts.isEmpty, wholes.count > 1 { program.require(wholes, within: 0...1) }
        }
        for row in required.indices {
            let short = program.add(0...1, cost: 1, isInteger: false)
            program.require(terms[row] + [Program.Term(1, short)], within: 1...(.infinity))
        }
        guard case .solved(let solution) = program.solve(within: limits) else {
            (short, isProven, selection) = (problem.required, false, nil)
            return
        }
        var found = Selection(of: problem)
        for (variable, change) in choosing where solution.whole(variable) == 1 {
            found.apply(change, in: problem)
        }
        short = zip(problem.required, found.reached).map { max(0, $0 - $1) }
        isProven = solution.isProvenLeast
        selection = found
    }
}
