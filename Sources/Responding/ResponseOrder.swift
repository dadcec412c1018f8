package import PlanModel

/// What the city asks of a response, as said on the command line or in an alert message.
package struct ResponseOrder: Sendable {
    /// What is to be done.
    package let kind: ResponseEvent.Kind
    /// For those that set a level.
    package let level: AlertLevel?
    /// The city's number for the order; nil where it has none.
    package let number: String?
    /// When it came.
    package let issued: CivilTime
    /// From when it counts; of an extension, when it came.
    package let effective: CivilTime
    /// The end as it is known after the order; nil where the order says nothing of it, or that it is open.
    package let until: CivilTime?
    /// Whether the order says that the end is open (解除时间待定).
    package let opensEnd: Bool
    /// Of a revocation, whether it takes back the response as a whole and not the last order alone.
    package let isWhole: Bool

    package init(
        _ kind: ResponseEvent.Kind, level: AlertLevel? = nil, number: String? = nil, issued: CivilTime,
        effective: CivilTime, until: CivilTime? = nil, opensEnd: Bool = false, isWhole: Bool = false
    ) {
        self.opensEnd = opensEnd
        self.isWhole = isWhole
        self.kind = kind
        self.level = level
        self.number = number
        self.issued = issued
        self.effective = effective
        self.until = until
    }
}
