package import PlanModel

/// When the alert that a forecast means could end at the earliest.
package enum Lifting: Sendable {
    /// No level is due.
    case nothing
    /// The set has no word of it.
    case unsaid
    /// From this time on no level is due, for longer than the set asks.
    case from(CivilTime)
    /// The forecast ends too soon, or too little of it is known.
    case notWithinForecast

    /// - Parameter episode: Which makes the level due.
    init(
        after episode: Range<Int>?, in series: AirQualitySeries, of grading: GradingSet,
        by search: EpisodeSearch
    ) {
        guard let episode else {
            self = .nothing
            return
        }
        guard let lift = grading.lift else {
            self = .unsaid
            return
        }
        // "Below the yellow condition": no part of any stretch that makes a level due.
        let met = AlertLevel.allCases.flatMap { grading.levels[$0] }.flatMap(search.episodes).map(\.episode)
        let isClear = series.entries.indices.map { index in
            series.entries[index].index != nil && !met.contains { $0.contains(index) }
        }
        // Longer than the set's span, not as long.
        let needed = lift.clear.minutes / search.step.minutes + 1
        var count = 0
        for index in episode.upperBound..<max(episode.upperBound, isClear.count) {
            count = isClear[index] ? count + 1 : 0
            if count == needed {
                self = .from(series.entries[index - count + 1].time)
                return
            }
        }
        self = .notWithinForecast
    }
}
