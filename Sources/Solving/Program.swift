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

    /// The least and the most of each variable or row, in arrays as the solver takes them.
    struct Ranges: Sendable {
        private(set) var least: [Double] = []
        private(set) var most: [Double] = []

        var count: Int { least.count }

        mutating func append(_ range: ClosedRange<Double>) {
            least.append(range.lowerBound)
            most.append(range.upperBound)
        }
    }

    private(set) var columns = Ranges()
    private(set) var costs: [Double] = []
    private(set) var areInteger: [Bool] = []

    private(set) var rows = Ranges()
    /// Where each row's terms start, and last where those of the last end.
    private(set) var rowStarts: [Int32] = [0]
    private(set) var rowColumns: [Int32] = []
    private(set) var rowFactors: [Double] = []

    package init() {}

    /// The same program with its integers let go: its cost is a bound, and it is quickly solved.
    package var relaxed: Program {
        var program = self
        program.areInteger = Array(repeating: false, count: columns.count)
        return program
    }

    /// Adds a variable.
    /// - Parameters:
    ///   - range: The values it may take, both ends included; `.infinity` for no end.
    ///   - cost: What one unit of it adds to the sum that is made least.
    package mutating func add(_ range: ClosedRange<Double>, cost: Double, isInteger: Bool = true) -> Variable
    {
        columns.append(range)
        costs.append(cost)
        areInteger.append(isInteger)
        return Variable(index: columns.count - 1)
    }

    /// Adds a row: the sum of the terms, each of another variable, lies within the range, both ends included.
    package mutating func require(_ terms: [Term], within range: ClosedRange<Double>) {
        rows.append(range)
        for term in terms {
            rowColumns.append(Int32(term.variable.index))
            rowFactors.append(term.factor)
        }
        rowStarts.append(Int32(rowColumns.count))
    }
}
