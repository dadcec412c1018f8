package import PlanModel

/// What of a shift is served: it begins with the response where that begins in it, and ends with it where the end is
/// set. Where the end is open, people serve the shift to its end, however far duty is planned.
package struct DutyHours: Sendable {
    private let first: CivilTime?
    private let last: CivilTime?

    /// nil bounds nothing.
    package init(from first: CivilTime?, to last: CivilTime?) {
        self.first = first
        self.last = last
    }

    /// When duty in a shift begins and ends; the end is never before the start.
    package func of(_ shift: ShiftOccurrence) -> (start: CivilTime, end: CivilTime) {
        let start = max(shift.start, first ?? shift.start)
        return (start, max(start, min(shift.end, last ?? shift.end)))
    }

    package func length(of shift: ShiftOccurrence) -> Span {
        let (start, end) = of(shift)
        return end - start
    }
}
