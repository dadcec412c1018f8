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
    /// When the response began that this order goes on with at another level; `effective` where it begins one.
    package let began: CivilTime
    /// As far as duty has been planned already while the end is open. Exclusive.
    package let planned: CivilTime?

    /// Whether it is an exercise and no real alert.
    package let isDrill: Bool

    /// - Precondition: `issued ≤ effective < end`, and `began ≤ effective`.
    package init(
        level: AlertLevel, issued: CivilTime, effective: CivilTime, end: CivilTime?, number: String?,
        began: CivilTime? = nil, planned: CivilTime? = nil, isDrill: Bool = false
    ) {
        precondition(
            issued <= effective && end.map { effective < $0 } ?? true
                && began.map { $0 <= effective } ?? true,
            "an order runs forward in time")
        self.began = began ?? effective
        self.planned = planned
        self.isDrill = isDrill
        self.level = level
        self.issued = issued
        self.effective = effective
        self.end = end
        self.number = number
    }

    /// Until when duty is planned: the end, or while it is open so many days from the effective one, and never less
    /// than what was planned. Exclusive.
    package func plannedEnd(openFor days: Int) -> CivilTime {
        let open = CivilTime(effective.date + days, minuteOfDay: 0)
        return end ?? planned.map { max($0, open) } ?? open
    }
}

extension AlertOrder {
    /// The same order at another level, to compare them.
    package func at(_ level: AlertLevel) -> AlertOrder {
        AlertOrder(
            level: level, issued: issued, effective: effective, end: end, number: number, began: began,
            planned: planned,
            isDrill: isDrill)
    }
}
