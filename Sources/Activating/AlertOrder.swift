package import PlanModel

/// The city's order to which the district responds.
package struct AlertOrder: Sendable {
    package let level: AlertLevel
    /// When the order came.
    package let issued: CivilTime
    /// From when its measures are in force; not before `issued`.
    package let effective: CivilTime
    /// When it ends, exclusive; nil while that is not known (解除时间待定).
    package let end: CivilTime?
    /// The order's number as printed on it.
    package let number: String?

    /// - Precondition: `issued ≤ effective < end`.
    package init(level: AlertLevel, issued: CivilTime, effective: CivilTime, end: CivilTime?, number: String?)
    {
        precondition(
            issued <= effective && end.map { effective < $0 } ?? true, "an order runs forward in time")
        self.level = level
        self.issued = issued
        self.effective = effective
        self.end = end
        self.number = number
    }

    /// Until when duty is planned: the end, or so many days from the effective one while it is open. Exclusive.
    package func plannedEnd(openFor days: Int) -> CivilTime {
        end ?? CivilTime(effective.date + days, minuteOfDay: 0)
    }
}

extension AlertOrder {
    /// The same order at another level, to compare them.
    package func at(_ level: AlertLevel) -> AlertOrder {
        AlertOrder(level: level, issued: issued, effective: effective, end: end, number: number)
    }
}
