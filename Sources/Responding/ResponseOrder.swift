package import PlanModel

/// What the city asks of a response, as said on the command line or in an alert message.
package struct ResponseOrder: Sendable {
    package let kind: ResponseEvent.Kind
    /// For those that set a level.
    package let level: AlertLevel?
    package let number: String?
    package let issued: CivilTime
    /// From when it counts; of an extension, when it came.
    package let effective: CivilTime
    /// The end as it is known after the order; nil where the order says nothing of it.
    package let until: CivilTime?

    package init(
        _ kind: ResponseEvent.Kind, level: AlertLevel? = nil, number: String? = nil, issued: CivilTime,
        effective: CivilTime, until: CivilTime? = nil
    ) {
        self.kind = kind
        self.level = level
        self.number = number
        self.issued = issued
        self.effective = effective
        self.until = until
    }
}
