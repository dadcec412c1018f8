import CApart

extension Program {
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
    ///
    /// Right for the many small ones: a process of its own costs more than such a solve.
    package func solve(within limits: Limits = Limits()) -> Outcome {
        outcome(apart: false, within: limits, from: [:])
    }

    /// Solves the program with CBC in a process of its own while this thread waits, beside those of other threads.
    ///
    /// The same program within the same nodes has the same answer, whatever runs beside it. The answer comes at the
    /// latest after half as much again as the limit's seconds and 2 s, whatever CBC is at by then; a solver that
    /// takes longer, crashes or is killed leaves the outcome unknown, with no bound.
    /// - Parameter start: Values to begin from, of all variables or only some integer ones; what is found costs at
    ///   most as much. A start that breaks a row is passed over.
    package func solveApart(
        within limits: Limits = Limits(), from start: [Variable: Double] = [:]
    ) -> Outcome {
        outcome(apart: true, within: limits, from: start)
    }

    private func outcome(
        apart isApart: Bool, within limits: Limits, from start: [Variable: Double]
    ) -> Outcome {
        // In the order of the variables, since a dictionary's own is another in every run.
        let started = start.keys.map(\.index).sorted()
        var values = [Double](repeating: 0, count: columns.count)
        let answer = emergency_solve(
            isApart, Int32(columns.count), columns.least, columns.most, costs, areInteger,
            Int32(rows.count), rowStarts, rowColumns, rowFactors, rows.least, rows.most,
            Int32(started.count), started.map(Int32.init),
            started.map { start[Variable(index: $0)] ?? 0 }, emergency_limits(limits), &values)
        switch answer.outcome {
        case emergency_solved:
            return .solved(
                Solution(
                    values: values, cost: answer.cost, bound: answer.bound,
                    isProvenLeast: answer.is_proven_least))
        case emergency_infeasible: return .infeasible
        case emergency_unbounded: return .unbounded
        default: return .unknown(bound: answer.bound)
        }
    }
}

extension emergency_limits {
    fileprivate init(_ limits: Program.Limits) {
        self.init(
            seconds: limits.seconds, nodes: limits.nodes.map { Int32(clamping: max(0, $0)) } ?? -1,
            cutoff: limits.cutoff ?? .infinity, gap: limits.gap ?? -1)
    }
}
