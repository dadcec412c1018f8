/// What became of a program.
package enum Outcome: Sendable {
    case solved(Solution)
    /// No values obey all rows.
    case infeasible
    /// The cost can be made less without end.
    case unbounded
    /// The limits were reached before any solution was found, or the solver died; none costs less than the bound.
    case unknown(bound: Double)
}

/// Values for all variables, and how good they are known to be.
package struct Solution: Sendable {
    let values: [Double]
    package let cost: Double
    /// No solution costs less than this.
    package let bound: Double
    package let isProvenLeast: Bool

    package subscript(variable: Program.Variable) -> Double { values[variable.index] }

    /// An integer variable's value, without what floating point leaves behind.
    package func whole(_ variable: Program.Variable) -> Int { Int(values[variable.index].rounded()) }
}
