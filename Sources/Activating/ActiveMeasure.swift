package import PlanModel

/// A measure of the catalogue that is in force, and how many things it reaches.
package struct ActiveMeasure: Sendable {
    package let measure: Measure
    /// From when; the order's effective time.
    package let from: CivilTime
    /// Enterprises or sources in its scope; nil when it addresses everybody.
    package let reaches: Int?
    /// Of those, the ones that are exempt from it.
    package let exempted: Int

    package init(measure: Measure, from: CivilTime, reaches: Int?, exempted: Int) {
        self.measure = measure
        self.from = from
        self.reaches = reaches
        self.exempted = exempted
    }
}
