import PlanModel

/// Finds where the conditions of a grading set are met.
struct EpisodeSearch {
    /// The index step by step; nil where it is not known.
    let values: [Int?]
    let step: Span
    /// So many steps below a condition between two stretches above it are passed over.
    let mergedSteps: Int

    /// Where an alternative is met: all its conditions within the stretch of the longest, in the order of time.
    func episodes(of alternative: GradingSet.Alternative) -> [(
        stretches: [Assessment.Stretch], episode: Range<Int>
    )] {
        let conditions = alternative.conditions
        guard let longest = conditions.max(by: { steps(of: $0) < steps(of: $1) }) else { return [] }
        return runs(of: longest).compactMap { episode in
            var stretches: [Assessment.Stretch] = []
            for condition in conditions {
                let within = runs(of: condition).map { $0.clamped(to: episode) }
                guard let range = within.first(where: { $0.count >= steps(of: condition) }) else {
                    return nil
                }
                stretches.append(Assessment.Stretch(condition: condition, range: range))
            }
            return (stretches, episode)
        }
    }

    /// How many steps in a row a condition asks for.
    func steps(of condition: GradingSet.Condition) -> Int {
        condition.lasting.map { max(1, steps(in: $0)) } ?? 1
    }

    /// Steps that a span fills or begins.
    func steps(in span: Span) -> Int { (span.minutes + step.minutes - 1) / step.minutes }

    /// Every stretch that is long enough. What is not known breaks one.
    private func runs(of condition: GradingSet.Condition) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start: Int?
        for index in 0...values.count {
            let isMet = index < values.count && values[index].map(condition.what.holds) ?? false
            if isMet, start == nil { start = index }
            if !isMet, let from = start {
                runs.append(from..<index)
                start = nil
            }
        }
        return merged(runs).filter { $0.count >= steps(of: condition) }
    }

    private func merged(_ runs: [Range<Int>]) -> [Range<Int>] {
        guard mergedSteps > 0 else { return runs }
        return runs.reduce(into: []) { merged, run in
            if let last = merged.last, run.lowerBound - last.upperBound <= mergedSteps,
                values[last.upperBound..<run.lowerBound].allSatisfy({ $0 != nil })
            {
                merged[merged.count - 1] = last.lowerBound..<run.upperBound
            } else {
                merged.append(run)
            }
        }
    }
}

extension GradingSet.Condition.What {
    /// Whether an index is one that counts; what no index tells is never met.
    fileprivate func holds(at index: Int) -> Bool {
        switch self {
        case .above(let limit): index > limit
        case .reaching(let limit): index >= limit
        case .event: false
        }
    }
}
