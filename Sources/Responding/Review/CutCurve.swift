import PlanModel

/// What one emitter cuts of one pollutant over time: even stretches, and between them straight lines where a stop takes
/// time. Everything is rounded down, so that no more is claimed than was avoided.
struct CutCurve {
    private var pieces: [Piece] = []

    /// From a rate to another between two minutes; they follow each other without a gap.
    private struct Piece {
        let start: Int
        /// Exclusive; nothing ends the last one but what comes after.
        var end: Int
        let from: Int64
        let to: Int64

        /// The rate at a minute within the piece, in grams a day.
        func rate(at minute: Int) -> Int64 {
            guard from != to else { return from }
            let part = Int128(to - from) * Int128(minute - start)
            return from + Int64(part / Int128(end - start))
        }

        /// Grams a day times minutes, up to a minute.
        func sum(to minute: Int) -> Int128 {
            let (done, length) = (Int128(min(minute, end) - start), Int128(end - start))
            guard done > 0 else { return 0 }
            guard from != to else { return Int128(from) * done }
            return (2 * Int128(from) * done * length + Int128(to - from) * done * done) / (2 * length)
        }
    }

    /// What an order asks of the emitter.
    struct Step {
        /// From when the order counts.
        let from: Int
        /// When the emitter begins to come down to `cut` and when it is down; both `from` for what takes no time.
        let begin: Int
        let done: Int
        /// Grams a day.
        let cut: Int64
    }

    /// - Parameters:
    ///   - steps: By the time from which they count.
    ///   - end: When nothing is cut any more.
    init(_ steps: [Step], until end: Int) {
        var goal: Int64 = 0
        var due = Int.min
        for step in steps {
            // Going on again takes no time; coming down begins when it must, but not before what was ordered earlier.
            let isMore = goal < step.cut
            let start = min(end, isMore ? max(step.begin, pieces.last?.start ?? step.begin) : step.from)
            let now = isMore ? rate(at: start) : min(rate(at: start), step.cut)
            if isMore { due = step.done }
            goal = step.cut
            cut(at: start)
            if now < goal, start < due {
                pieces.append(Piece(start: start, end: due, from: now, to: goal))
                pieces.append(Piece(start: due, end: max(due, end), from: goal, to: goal))
            } else {
                pieces.append(Piece(start: start, end: end, from: goal, to: goal))
            }
        }
        cut(at: end)
    }

    private mutating func cut(at minute: Int) {
        while let last = pieces.last, minute <= last.start { pieces.removeLast() }
        guard let last = pieces.last, minute < last.end else { return }
        pieces[pieces.count - 1] = Piece(
            start: last.start, end: minute, from: last.from, to: last.rate(at: minute))
    }

    /// The rate at a minute, in grams a day.
    func rate(at minute: Int) -> Int64 {
        guard let piece = pieces.last(where: { $0.start <= minute }),
            minute < piece.end || piece.start == minute
        else { return 0 }
        return piece.rate(at: minute)
    }

    /// What was avoided up to a minute, in grams a day times minutes.
    func sum(to minute: Int) -> Int128 { pieces.reduce(0) { $0 + $1.sum(to: minute) } }
}
