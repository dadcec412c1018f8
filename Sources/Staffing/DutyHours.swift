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

    /// The end is never before the start.
    package struct Stretch: Sendable {
        package let start: CivilTime
        /// Exclusive.
        package let end: CivilTime

        package var length: Span { end - start }
    }

    /// When duty in a shift begins and ends.
    /// - Parameter joined: When somebody comes who was not there before; nothing in a shift that begins later.
    package func of(_ shift: ShiftOccurrence, from joined: CivilTime? = nil) -> Stretch {
        let start = max(shift.start, first ?? shift.start, joined.map { min($0, shift.end) } ?? shift.start)
        return Stretch(start: start, end: max(start, min(shift.end, last ?? shift.end)))
    }
}
