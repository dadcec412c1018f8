import Diagnostics
package import PlanModel

/// The 24-hour index of every day, or of the 24 hours that end with every hour, without a step left out.
package struct AirQualitySeries: Sendable {
    /// One day or one hour.
    package struct Entry: Sendable {
        package let time: CivilTime
        /// nil where too little is known.
        package let index: AirQualityIndex?
        /// Those that have a column, and of which too little is known here.
        package let unknown: [AirPollutant]
    }

    package let step: Forecast.Step
    /// Never none.
    package let entries: [Entry]
    /// The editions of the index that were used, in the order of their use.
    package let scales: [AirQualityScale]

    /// Of 24 hours so many must be known (GB 3095-2012, table 4: for a daily mean).
    package static let leastHours = 20
    /// Of the 8 hours of a running mean of O3 (there too).
    package static let leastOzoneHours = 6
    /// Of the 17 running means within 24 hours (HJ 663-2013: for a day's largest).
    package static let leastOzoneMeans = 14

    /// - Parameter scales: All editions.
    package init(_ forecast: Forecast, by scales: [AirQualityScale]) {
        let slots = Slots(forecast)
        var used: [AirQualityScale] = []
        step = forecast.step
        entries = slots.rows.indices.map { slot in
            let time = slots.time(of: slot)
            guard let pollutants = forecast.pollutants else {
                let value = forecast.step == .day ? slots.index(at: slot) : slots.meanIndex(endingAt: slot)
                return Entry(
                    time: time,
                    index: value.map { AirQualityIndex(value: $0, primary: [], beyond: []) }, unknown: [])
            }
            var known: [AirPollutant: ReportedConcentration] = [:]
            for pollutant in pollutants {
                known[pollutant] =
                    switch (forecast.step, pollutant) {
                    case (.day, _): slots.mean(of: pollutant, in: slot...slot, least: 1)
                    case (.hour, .o3): slots.largestOzoneMean(endingAt: slot)
                    case (.hour, _):
                        slots.mean(of: pollutant, in: (slot - 23)...slot, least: Self.leastHours)
                    }
            }
            guard let scale = scales.inForce(on: time.date) else {
                return Entry(time: time, index: nil, unknown: pollutants)
            }
            if !known.isEmpty, !used.contains(where: { $0.label.place.file === scale.label.place.file }) {
                used.append(scale)
            }
            return Entry(
                time: time, index: AirQualityIndex(known, by: scale),
                unknown: pollutants.filter { known[$0] == nil })
        }
        self.scales = used
    }

    /// When the step after an entry begins; for the last one, too.
    package func end(of index: Int) -> CivilTime { entries[index].time + step.span }
}

/// A forecast's rows with a place for every step, also for those that it leaves out.
private struct Slots {
    let rows: [Forecast.Content?]
    private let start: CivilTime
    private let step: Span

    init(_ forecast: Forecast) {
        step = forecast.step.span
        guard let first = forecast.rows.first, let last = forecast.rows.last else {
            preconditionFailure("a forecast has rows")
        }
        start = first.time
        var rows = [Forecast.Content?](
            repeating: nil, count: (last.time - first.time).minutes / step.minutes + 1)
        for row in forecast.rows { rows[(row.time - first.time).minutes / step.minutes] = row.content }
        self.rows = rows
    }

    func time(of slot: Int) -> CivilTime {
        start + Span(minutes: slot * step.minutes)
    }

    func index(at slot: Int) -> Int? {
        if slot >= 0, case .index(let value) = rows[slot] { value } else { nil }
    }

    /// The mean of 24 hours, rounded up like every index.
    func meanIndex(endingAt slot: Int) -> Int? {
        let known = ((slot - 23)...slot).compactMap(index)
        guard known.count >= AirQualitySeries.leastHours else { return nil }
        return (known.reduce(0, +) + known.count - 1) / known.count
    }

    /// - Parameter least: How many values must be known.
    func mean(of pollutant: AirPollutant, in slots: ClosedRange<Int>, least: Int) -> ReportedConcentration? {
        let known = slots.compactMap { slot -> Int64? in
            guard slot >= 0, case .concentrations(let values) = rows[slot] else { return nil }
            return values[pollutant]
        }
        guard known.count >= least else { return nil }
        return ReportedConcentration(pollutant, total: known.reduce(0, +), over: Int64(known.count))
    }

    /// Over the running means of 8 hours that lie wholly within the 24.
    func largestOzoneMean(endingAt slot: Int) -> ReportedConcentration? {
        let means = ((slot - 16)...slot).compactMap { end in
            mean(of: .o3, in: (end - 7)...end, least: AirQualitySeries.leastOzoneHours)
        }
        return means.count >= AirQualitySeries.leastOzoneMeans ? means.max() : nil
    }
}
