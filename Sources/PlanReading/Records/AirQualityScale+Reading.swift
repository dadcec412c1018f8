import Diagnostics
import MarkedYAML
import PlanModel

extension AirQualityScale {
    private static let kind = Field("kind", "类型", .text)
    private static let id = Field("id", "编号", .ruleSet(.airQualityScale, example: "hj633-2026"))
    private static let source = Field("source", "依据", .text)
    private static let certainty = Field("certainty", "把握", .certainty)
    private static let from = Field("from", "起", .date, optional: true)
    private static let breakpoints = Field("breakpoints", "限值", Breakpoint.shape.list())

    static let shape = Shape<AirQualityScale>.record(
        fields(kind, id, source, certainty, from, breakpoints)
    ) { record in
        let (id, source, certainty) = (record(id), record(source), record(certainty))
        let from = record(from)
        let breakpoints = record(breakpoints)
        guard let label = RuleSetLabel(id, source, certainty), let breakpoints,
            isRising(breakpoints, record)
        else { return nil }
        return AirQualityScale(label: label, from: from, breakpoints: breakpoints)
    }

    /// Whether index and concentrations rise from each breakpoint to the next, and no scale begins anew; complains
    /// of the first that does not.
    private static func isRising(_ breakpoints: [Breakpoint], _ record: RecordReader) -> Bool {
        for (before, after) in zip(breakpoints, breakpoints.dropFirst()) {
            let falling = AirPollutant.allCases.first { pollutant in
                guard let higher = after.concentrations[pollutant] else { return false }
                return before.concentrations[pollutant].map { $0 >= higher } ?? true
            }
            guard after.index <= before.index || falling != nil else { continue }
            let name = after.index <= before.index ? "iaqi" : falling?.symbol ?? ""
            record.context.report(
                .numberOutOfRange,
                Phrase(
                    zh: "\(name) 没有比上一行大", en: "\(name) does not rise from the line above"),
                at: after.place)
            return false
        }
        return true
    }
}

extension AirQualityScale.Breakpoint {
    private static let index = Field("iaqi", "分指数", .integer(0...500, example: "100"))
    private static let so2 = concentration("SO2", "二氧化硫")
    private static let no2 = concentration("NO2", "二氧化氮")
    private static let co = concentration("CO", "一氧化碳")
    private static let o3 = concentration("O3", "臭氧")
    private static let pm10 = concentration("PM10", "可吸入颗粒物")
    private static let pm25 = concentration("PM2.5", "细颗粒物")

    private static func concentration(_ english: StaticString, _ chinese: StaticString) -> Field<Int> {
        Field(english, chinese, .integer(0...10_000, example: "75"), optional: true)
    }

    static let shape = Shape<Self>.record(fields(index, so2, no2, co, o3, pm10, pm25)) { record in
        let index = record(index)
        var concentrations: [AirPollutant: Int] = [:]
        for pollutant in AirPollutant.allCases { concentrations[pollutant] = record(field(pollutant)) }
        guard let index else { return nil }
        return Self(index: index, concentrations: concentrations, place: record.place)
    }

    private static func field(_ pollutant: AirPollutant) -> Field<Int> {
        switch pollutant {
        case .so2: so2
        case .no2: no2
        case .co: co
        case .o3: o3
        case .pm10: pm10
        case .pm25: pm25
        }
    }
}
