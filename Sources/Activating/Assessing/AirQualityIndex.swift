package import PlanModel

/// The air quality index of a day, from the concentrations of as many pollutants as are known (HJ 633).
package struct AirQualityIndex: Sendable, Equatable {
    /// The largest index of a pollutant, 0…500.
    package let value: Int
    /// Those that have it, in the pollutants' order; none where the index is 50 or less (首要污染物).
    package let primary: [AirPollutant]
    /// Those whose concentration lies beyond the end of their scale, and count as its end.
    package let beyond: [AirPollutant]

    package init(value: Int, primary: [AirPollutant], beyond: [AirPollutant]) {
        self.value = value
        self.primary = primary
        self.beyond = beyond
    }

    /// - Returns: nil when no pollutant is known for which the scale has an index.
    package init?(_ concentrations: [AirPollutant: ReportedConcentration], by scale: AirQualityScale) {
        let known = AirPollutant.allCases.compactMap { pollutant in
            concentrations[pollutant].flatMap { scale.index(of: pollutant, at: $0) }.map { (pollutant, $0) }
        }
        guard let largest = known.map(\.1.value).max() else { return nil }
        self.init(
            value: largest,
            primary: largest > 50 ? known.filter { $0.1.value == largest }.map(\.0) : [],
            beyond: known.filter(\.1.isBeyond).map(\.0))
    }
}

/// A concentration as the standard has it reported: whole µg/m³, of CO a decimal of mg/m³.
package struct ReportedConcentration: Sendable, Hashable, Comparable {
    /// Of µg/m³, of CO of mg/m³.
    package let tenths: Int64

    package init(tenths: Int64) {
        self.tenths = tenths
    }

    /// The mean of several values, halves going to the even neighbour (GB/T 8170).
    /// - Parameters:
    ///   - total: The sum of all values, in thousandths.
    ///   - count: How many values; 1 or more.
    package init(_ pollutant: AirPollutant, total: Int64, over count: Int64 = 1) {
        let unit: Int64 = pollutant == .co ? 100 : 1000
        let (whole, rest) = total.quotientAndRemainder(dividingBy: unit * count)
        let isUp = rest * 2 > unit * count || rest * 2 == unit * count && whole % 2 == 1
        tenths = (whole + (isUp ? 1 : 0)) * (unit / 100)
    }

    package static func < (left: Self, right: Self) -> Bool { left.tenths < right.tenths }
}

extension AirQualityScale {
    /// The index of one pollutant (空气质量分指数): linear between breakpoints, rounded up.
    /// - Returns: Beyond the last breakpoint that one's index, and that it is beyond; nil for a pollutant without
    ///   breakpoints.
    package func index(of pollutant: AirPollutant, at concentration: ReportedConcentration)
        -> (value: Int, isBeyond: Bool)?
    {
        let points = breakpoints.compactMap { point in
            point.concentrations[pollutant].map { (index: point.index, tenths: Int64($0) * 10) }
        }
        guard let first = points.first, let last = points.last else { return nil }
        let tenths = concentration.tenths
        if tenths > last.tenths { return (min(last.index, 500), true) }
        if tenths <= first.tenths { return (first.index, false) }
        for (low, high) in zip(points, points.dropFirst()) where tenths <= high.tenths {
            let width = high.tenths - low.tenths
            let rise = Int64(high.index - low.index) * (tenths - low.tenths)
            return (low.index + Int((rise + width - 1) / width), false)
        }
        return nil
    }
}

extension [AirQualityScale] {
    /// The edition in force on a day: the newest that has begun.
    package func inForce(on day: CivilDate) -> AirQualityScale? {
        // Among equals the first: the plans' own sets stand before the shipped ones.
        var newest: AirQualityScale?
        for scale in self where scale.from.map({ $0 <= day }) ?? true {
            guard let known = newest else {
                newest = scale
                continue
            }
            if let from = scale.from, known.from.map({ $0 < from }) ?? true { newest = scale }
        }
        return newest
    }
}
