package import PlanModel

/// What a response has avoided, hour by hour, by sector and at each level.
package struct AvoidedEmissions: Sendable {
    /// In order, from the first stop that began to the end.
    package let hours: [Hour]
    /// They add up to the total.
    package let bySector: [(sector: Sector, avoided: PerPollutant<Mass>)]
    /// What orderly stops avoided before the response took effect.
    package let before: PerPollutant<Mass>
    /// As long as each level was in force, in the order of the stretches.
    package let byStretch: [PerPollutant<Mass>]
    /// Of the whole response and of the stops before it.
    package let total: PerPollutant<Mass>

    /// An hour of the clock, or the part of it that belongs to the response.
    package struct Hour: Sendable {
        /// Inclusive.
        package let start: CivilTime
        /// Exclusive; the hour's end, or that of the response within it.
        package let end: CivilTime
        /// At its beginning; nil before the response took effect.
        package let level: AlertLevel?
        /// Within the hour.
        package let avoided: PerPollutant<Mass>
        /// What is cut at its beginning, and in its last minute.
        package let rate: Emissions
        package let lastRate: Emissions
    }

    private struct Curves {
        let sector: Sector
        let curves: PerPollutant<CutCurve>
    }

    /// - Parameters:
    ///   - orders: The events that were in force one after another, with the time from which each counts, and what each
    ///     cuts. Those that were taken back are none.
    ///   - stretches: The levels that were in force, all closed.
    package init(
        _ orders: [(from: CivilTime, cuts: [ScheduledCut])], stretches: [ResponseState.Stretch],
        until end: CivilTime
    ) {
        let curves = Self.curves(orders, until: end)
        let began = stretches.first?.start ?? end
        let first = orders.flatMap(\.cuts).map(\.begin).min() ?? began
        var bounds = [min(first, began)]
        while let last = bounds.last, last < end {
            bounds.append(min(end, CivilTime(minuteNumber: (last.minuteNumber / 60 + 1) * 60)))
        }
        func avoided(to time: CivilTime, _ some: [Curves]) -> PerPollutant<Mass> {
            PerPollutant { pollutant in
                let sum = some.reduce(Int128(0)) { $0 + $1.curves[pollutant].sum(to: time.minuteNumber) }
                return Mass(grams: Int64(sum / 1440))
            }
        }
        // Differences of what was avoided so far, so that hours, levels and all of it close to the gram.
        func steps(_ times: [CivilTime]) -> [PerPollutant<Mass>] {
            let sums = times.map { avoided(to: $0, curves) }
            return zip(sums, sums.dropFirst()).map { one, next in PerPollutant { next[$0] - one[$0] } }
        }
        func rate(at minute: Int) -> Emissions {
            Emissions { pollutant in
                MassRate(gramsPerDay: curves.reduce(0) { $0 + $1.curves[pollutant].rate(at: minute) })
            }
        }
        hours = zip(zip(bounds, bounds.dropFirst()), steps(bounds)).map { bound, mass in
            Hour(
                start: bound.0, end: bound.1,
                level: stretches.last { $0.start <= bound.0 }?.level, avoided: mass,
                rate: rate(at: bound.0.minuteNumber), lastRate: rate(at: bound.1.minuteNumber - 1))
        }
        total = avoided(to: end, curves)
        before = avoided(to: began, curves)
        byStretch = steps(stretches.map(\.start) + [end])
        bySector = Self.closed(
            Sector.allCases.map { sector in
                (sector, avoided(to: end, curves.filter { $0.sector == sector }))
            }, to: total)
    }

    /// Each sector is rounded down by itself; what that leaves over goes to the largest, so that all of them add up.
    private static func closed(
        _ sectors: [(sector: Sector, avoided: PerPollutant<Mass>)], to total: PerPollutant<Mass>
    ) -> [(sector: Sector, avoided: PerPollutant<Mass>)] {
        let rest = PerPollutant { pollutant in
            sectors.reduce(total[pollutant]) { $0 - $1.avoided[pollutant] }
        }
        let largest = PerPollutant { pollutant in
            sectors.indices.max { sectors[$0].avoided[pollutant] < sectors[$1].avoided[pollutant] }
        }
        return sectors.indices.map { index in
            (
                sectors[index].sector,
                PerPollutant {
                    sectors[index].avoided[$0] + (largest[$0] == index ? rest[$0] : .zero)
                }
            )
        }
    }

    private struct Key: Hashable {
        let owner: String
        let part: String
        let sector: Sector
    }

    private static func curves(_ orders: [(from: CivilTime, cuts: [ScheduledCut])], until end: CivilTime)
        -> [Curves]
    {
        var keys: [Key] = []
        var cuts: [Key: [Int: ScheduledCut]] = [:]
        for (index, order) in orders.enumerated() {
            for cut in order.cuts {
                let key = Key(owner: cut.owner, part: cut.part, sector: cut.sector)
                if cuts[key] == nil { keys.append(key) }
                cuts[key, default: [:]][index] = cut
            }
        }
        return keys.map { key in
            Curves(
                sector: key.sector,
                curves: PerPollutant { pollutant in
                    let steps = orders.indices.map { index -> CutCurve.Step in
                        let from = orders[index].from.minuteNumber
                        guard let cut = cuts[key]?[index] else {
                            return CutCurve.Step(from: from, begin: from, done: from, cut: 0)
                        }
                        return CutCurve.Step(
                            from: from, begin: cut.begin.minuteNumber, done: cut.done.minuteNumber,
                            cut: cut.cut[pollutant].gramsPerDay)
                    }
                    return CutCurve(steps, until: end.minuteNumber)
                })
        }
    }
}
