package import Activating
import Diagnostics
import PlanModel

extension Assessment {
    /// The same as data: every day or every hour, with what is known of it.
    package var json: JSONValue {
        .object([
            ("format", .string("emergency-assessment")), ("formatVersion", .integer(1)),
            ("level", .text(due?.level.rawValue)),
            ("from", .text(due.map { series.timeText(series.entries[$0.episode.lowerBound].time) })),
            ("verdict", .string(verdict.english)),
            ("reasons", .array(due?.stretches.map(json) ?? [])),
            ("lift", liftJSON),
            ("step", .string(series.step.rawValue)),
            ("mergedGapHours", .integer(Int64(mergedGap))),
            ("entries", .array(series.entries.map(json))),
            ("notes", .array(notes.map { .string($0.english) })),
            ("grading", json(grading.label)),
            ("scales", .array(series.scales.map(\.label).map(json))),
        ])
    }

    private var liftJSON: JSONValue {
        let (state, from): (String, String?) =
            switch lifting {
            case .nothing: ("nothing-due", nil)
            case .unsaid: ("not-said-by-the-document", nil)
            case .from(let time): ("within-forecast", series.timeText(time))
            case .notWithinForecast: ("not-within-forecast", nil)
            }
        return .object([
            ("state", .string(state)), ("earliest", .text(from)),
            ("source", .text(grading.lift?.source)), ("certainty", .text(grading.lift?.certainty.rawValue)),
        ])
    }

    private func json(_ stretch: Stretch) -> JSONValue {
        let entries = series.entries[stretch.range]
        return .object([
            ("condition", .string(stretch.condition.words.english)),
            ("certainty", .string(stretch.condition.certainty.rawValue)),
            ("first", .text(entries.first.map { series.timeText($0.time) })),
            ("last", .text(entries.last.map { series.timeText($0.time) })),
            ("count", .integer(Int64(entries.count))),
        ])
    }

    private func json(_ entry: AirQualitySeries.Entry) -> JSONValue {
        .object([
            ("time", .string(series.timeText(entry.time))),
            ("aqi", entry.index.map { .integer(Int64($0.value)) } ?? .null),
            ("class", .text(entry.index.map { AirQualityClass($0.value).rawValue })),
            ("primary", json(entry.index?.primary ?? [])),
            ("beyondScale", json(entry.index?.beyond ?? [])),
            ("unknown", json(entry.unknown)),
        ])
    }

    private func json(_ pollutants: [AirPollutant]) -> JSONValue {
        .array(pollutants.map { .string($0.symbol) })
    }

    private func json(_ label: RuleSetLabel) -> JSONValue {
        .object([
            ("id", .text(label.id?.text)), ("source", .string(label.source)),
            ("certainty", .string(label.certainty.rawValue)),
        ])
    }
}
