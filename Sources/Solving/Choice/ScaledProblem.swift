/// The same problem in floating point: amounts in parts of what their row requires, costs in parts of a unit.
struct ScaledProblem: Sendable {
    let problem: CoveringProblem
    /// What one of scaled cost is in the caller's unit; a power of two, so that scaling is exact.
    let unit: Double
    let costs: [Double]
    /// Beside `problem.amounts`.
    let amounts: [Double]

    init(_ problem: CoveringProblem, unit: Double) {
        self.problem = problem
        self.unit = unit
        costs = problem.costs.map { Double($0) / unit }
        let required = problem.required.map { Double($0) }
        amounts = problem.amounts.indices.map {
            Double(problem.amounts[$0]) / required[Int(problem.rows[$0])]
        }
    }

    /// An option's cost less what its amounts are worth at these prices.
    @inline(__always)
    func reducedCost(of option: Int, at prices: [Double]) -> Double {
        var reduced = costs[option]
        for entry in problem.entries(of: option) {
            reduced -= prices[Int(problem.rows[entry])] * amounts[entry]
        }
        return reduced
    }
}
