internal import CCbc
import Synchronization

/// A mixed-integer program: the least of a linear cost over variables that obey linear rows.
package struct Program: Sendable {
    /// A variable, as an index into the program and into its solution.
    package struct Variable: Sendable, Hashable {
        let index: Int
    }

    /// A variable times a number.
    package struct Term: Sendable {
        package let factor: Double
        package let variable: Variable

        package init(_ factor: Double, _ variable: Variable) {
            self.factor = factor
            self.variable = variable
        }
    }

    private struct Column: Sendable {
        let range: ClosedRange<Double>
        let cost: Double
        let isInteger: Bool
    }

    private struct Row: Sendable {
        let terms: [Term]
        let range: ClosedRange<Double>
    }

    private var columns: [Column] = []
    private var rows: [Row] = []

    package init() {}

    /// Adds a variable.
    /// - Parameters:
    ///   - range: The values it may take, both ends included; `.infinity` for no end.
    ///   - cost: What one unit of it adds to the sum that is made least.
    package mutating func add(_ range: ClosedRange<Double>, cost: Double, isInteger: Bool = true) -> Variable
    {
        columns.append(Column(range: range, cost: cost, isInteger: isInteger))
        return Variable(index: columns.count - 1)
    }

    /// Adds a row: the sum of the terms lies within the range, both ends included.
    package mutating func require(_ terms: [Term], within range: ClosedRange<Double>) {
        rows.append(Row(terms: terms, range: range))
    }

    /// CBC 2.10 keeps part of its state in globals: two solves at once disturb each other.
    private static let turn = Mutex(())

    /// When a search ends before it has tried everything.
    package struct Limits: Sendable {
        /// After so long the best solution so far is given, with its bound.
        package var seconds = 60.0
        /// After so many nodes of the search tree, likewise; the same on every machine.
        package var nodes: Int?
        /// Only solutions that cost less than this are looked for.
        package var cutoff: Double?
        /// A solution that costs at most this much more than the least is good enough.
        package var gap: Double?

        package init(
            seconds: Double = 60, nodes: Int? = nil, cutoff: Double? = nil, gap: Double? = nil
        ) {
            self.seconds = seconds
            self.nodes = nodes
            self.cutoff = cutoff
            self.gap = gap
        }
    }

    /// Solves the program with CBC on this thread, after those that other threads have begun.
    package func solve(within limits: Limits = Limits()) -> Outcome {
        Self.turn.withLock { _ in solveAlone(within: limits) }
    }

    private func solveAlone(within limits: Limits) -> Outcome {
        guard let model = Cbc_newModel() else { preconditionFailure("CBC has no memory for a model") }
        defer { Cbc_deleteModel(model) }
        Cbc_setLogLevel(model, 0)
        for (index, column) in columns.enumerated() {
            Cbc_addCol(
                model, "x\(index)", column.range.lowerBound, column.range.upperBound, column.cost,
                column.isInteger ? 1 : 0, 0, nil, nil)
        }
        for (index, row) in rows.enumerated() { add(row, number: index, to: model) }
        Cbc_setMaximumSeconds(model, limits.seconds)
        if let nodes = limits.nodes { Cbc_setMaximumNodes(model, Int32(clamping: nodes)) }
        if let cutoff = limits.cutoff { Cbc_setCutoff(model, cutoff) }
        if let gap = limits.gap {
            Cbc_setAllowableGap(model, gap)
            Cbc_setAllowableFractionGap(model, 0)
        }
        Cbc_solve(model)
        if Cbc_isProvenInfeasible(model) != 0 { return .infeasible }
        if Cbc_isContinuousUnbounded(model) != 0 { return .unbounded }
        guard let values = Cbc_getColSolution(model), Cbc_getObjValue(model) < 1e49 else {
            return .unknown(bound: Cbc_getBestPossibleObjValue(model))
        }
        return .solved(
            Solution(
                values: Array(UnsafeBufferPointer(start: values, count: columns.count)),
                cost: Cbc_getObjValue(model), bound: Cbc_getBestPossibleObjValue(model),
                isProvenLeast: Cbc_isProvenOptimal(model) != 0))
    }

    private func add(_ row: Row, number: Int, to model: UnsafeMutableRawPointer) {
        // CBC knows a row by one sense and one number, so that a range of two ends is two rows.
        let indices = row.terms.map { Int32($0.variable.index) }
        let factors = row.terms.map(\.factor)
        func add(_ sense: Character, _ number: Double, _ name: String) {
            Cbc_addRow(
                model, name, Int32(indices.count), indices, factors,
                CChar(bitPattern: sense.asciiValue ?? 0), number)
        }
        if row.range.lowerBound == row.range.upperBound {
            add("E", row.range.lowerBound, "r\(number)")
            return
        }
        if row.range.lowerBound > -.infinity { add("G", row.range.lowerBound, "r\(number)least") }
        if row.range.upperBound < .infinity { add("L", row.range.upperBound, "r\(number)most") }
    }
}
