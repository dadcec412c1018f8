package import PlanModel

/// Which alert level a forecast means under a grading set. It decides nothing: the city issues alerts.
package struct Assessment: Sendable {
    package let forecast: Forecast
    package let grading: GradingSet
    package let series: AirQualitySeries
    /// Gaps below a condition that are passed over, in hours; 0 for none.
    package let mergedGap: Int
    /// The highest level of which an alternative is met; nil for none.
    package let due: Due?
    package let lifting: Lifting

    /// A level, and what makes it due.
    package struct Due: Sendable {
        package let level: AlertLevel
        package let alternative: GradingSet.Alternative
        /// One stretch for every condition of the alternative, in its order.
        package let stretches: [Stretch]
        /// The longest of them, in which the others lie.
        package let episode: Range<Int>
    }

    /// Where a condition is met for as long as it asks.
    package struct Stretch: Sendable {
        package let condition: GradingSet.Condition
        /// Among the entries of the series.
        package let range: Range<Int>
    }

    /// - Parameters:
    ///   - scales: All editions of the index.
    ///   - mergedGap: In hours; counts for hourly forecasts only.
    package init(
        _ forecast: Forecast, under grading: GradingSet, scales: [AirQualityScale], mergedGap: Int = 0
    ) {
        let series = AirQualitySeries(forecast, by: scales)
        let search = EpisodeSearch(
            values: series.entries.map { $0.index?.value }, step: series.step.span,
            mergedSteps: series.step == .hour ? mergedGap : 0)
        self.forecast = forecast
        self.grading = grading
        self.series = series
        self.mergedGap = mergedGap
        due =
            AlertLevel.allCases.reversed().lazy.compactMap { level in
                grading.levels[level].lazy.flatMap { alternative in
                    search.episodes(of: alternative).map { stretches, episode in
                        Due(
                            level: level, alternative: alternative, stretches: stretches, episode: episode)
                    }
                }.min { $0.episode.lowerBound < $1.episode.lowerBound }
            }.first
        lifting = Lifting(after: due?.episode, in: series, of: grading, by: search)
    }

    /// What the set also counts and no index tells, level by level.
    package var events: [(level: AlertLevel, words: String)] {
        AlertLevel.allCases.flatMap { level in
            grading.levels[level].flatMap(\.conditions).compactMap { condition in
                if case .event(let words) = condition.what { (level, words) } else { nil }
            }
        }
    }

    /// Days or hours of which too little is known to say an index.
    package var unknown: [AirQualitySeries.Entry] { series.entries.filter { $0.index == nil } }
}
