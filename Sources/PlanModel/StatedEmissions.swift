package import Diagnostics

/// What a plan says that something emits: the figures of a day, and where and how it says so.
package struct StatedEmissions: Sendable {
    package let daily: Emissions
    /// The amounts that the plan gives by the year, in the order of pollutants; mostly none.
    package let annual: [AnnualAmount]
    // Without the file, which is that of the owner's other places: one reference less to count.
    private let start: SourcePosition
    private let end: SourcePosition

    package init(daily: Emissions, annual: [AnnualAmount], place: SourceSpan) {
        self.daily = daily
        self.annual = annual
        start = place.start
        end = place.end
    }

    /// Where the plan says so.
    /// - Parameter file: The file of the plan that says it.
    package func place(in file: SourceFile) -> SourceSpan {
        SourceSpan(file: file, start: start, end: end)
    }

    /// An amount said by the year; a day's is its part of the operating days, rounded down to a gram.
    package struct AnnualAmount: Sendable {
        package let pollutant: Pollutant
        package let gramsPerYear: Int64
        /// 1…366.
        package let operatingDays: Int

        package init(_ pollutant: Pollutant, gramsPerYear: Int64, operatingDays: Int) {
            self.pollutant = pollutant
            self.gramsPerYear = gramsPerYear
            self.operatingDays = operatingDays
        }

        package var daily: MassRate { MassRate(gramsPerDay: gramsPerYear / Int64(operatingDays)) }
    }
}
