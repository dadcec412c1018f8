import Activating
import Diagnostics
import PlanModel
import PlanReading
import TestSupport
import Testing

/// Levels of series made by hand: every alternative of every shipped set just met and just missed, gaps, hours.
struct AssessmentTests {
    private static let rules = AssessmentRules.shipped
    private static let start = CivilTime(CivilDate(dayNumber: 20_780), minuteOfDay: 0)

    private static func forecast(
        _ contents: [Forecast.Content?], step: Forecast.Step, pollutants: [AirPollutant]? = nil
    ) -> Forecast {
        let rows = contents.enumerated().compactMap { index, content in
            content.map {
                Forecast.Row(
                    time: start + Span(minutes: index * step.span.minutes), content: $0)
            }
        }
        return Forecast(
            file: SourceFile(path: "forecast.csv", bytes: []), step: step, pollutants: pollutants, rows: rows)
    }

    private static func grading(_ name: String) throws -> GradingSet {
        try #require(rules.gradings.first { $0.label.id?.text == name })
    }

    private static func assessed(
        _ values: [Int?], _ set: String, step: Forecast.Step = .day, mergedGap: Int = 0
    ) throws -> Assessment {
        Assessment(
            forecast(values.map { .index($0) }, step: step), under: try grading(set), scales: rules.scales,
            mergedGap: mergedGap)
    }

    @Test(arguments: [
        ("beijing-2018", [201, 201], AlertLevel?.some(.yellow)), ("beijing-2018", [201, 200, 201], nil),
        ("beijing-2018", [201, 201, 201], .orange), ("beijing-2018", [201, 201, 200, 201], .yellow),
        ("beijing-2018", [201, 301, 301, 201], .red), ("beijing-2018", [201, 301, 201, 301], .orange),
        ("beijing-2018", [301, 301, 201], .orange), ("beijing-2018", [10, 500, 10], .red),
        ("beijing-2018", [10, 499, 10], nil),
        ("beijing-2023", [201], .yellow), ("beijing-2023", [200], nil),
        ("beijing-2023", [151, 151], .yellow),
        ("beijing-2023", [151, 150, 151], nil), ("beijing-2023", [201, 201], .orange),
        ("beijing-2023", [201, 150, 201], .yellow), ("beijing-2023", [151, 151, 151], .orange),
        ("beijing-2023", [151, 151, 150, 151], .yellow), ("beijing-2023", [201, 301, 201], .red),
        ("beijing-2023", [201, 300, 201], .orange), ("beijing-2023", [301, 301, 200, 301], .orange),
        ("beijing-2023", [201, 201, 201, 10, 301], .orange),
        ("national-2024", [201], .yellow), ("national-2024", [200], nil),
        ("national-2024", [151, 151], .yellow),
        ("national-2024", [151, 150, 151], nil), ("national-2024", [201, 201], .orange),
        ("national-2024", [201, 151, 201], .orange), ("national-2024", [201, 150, 201], .yellow),
        ("national-2024", [151, 151, 151], .orange), ("national-2024", [201, 201, 301], .red),
        ("national-2024", [201, 201, 300], .orange), ("national-2024", [301, 301], .orange),
    ])
    func days(set: String, values: [Int], level: AlertLevel?) throws {
        let assessment = try Self.assessed([10] + values + [10], set)
        #expect(assessment.due?.level == level)
        // What comes before and after a series changes nothing.
        #expect(try Self.assessed(values, set).due?.level == level)
    }

    /// The shorter stretch lies within the longer, and the episode is the longer.
    @Test func oneEpisodeMeetsAllConditions() throws {
        let assessment = try Self.assessed([10, 201, 301, 201, 10, 301], "beijing-2023")
        let due = try #require(assessment.due)
        #expect(due.level == .red)
        #expect(due.episode == 1..<4)
        #expect(due.stretches.map(\.range) == [1..<4, 2..<3])
    }

    @Test func whatIsNotKnownBreaksAStretch() throws {
        let empty = try Self.assessed([201, nil, 201], "beijing-2023")
        #expect(empty.due?.level == .yellow)
        #expect(empty.unknown.count == 1)
        let contents: [Forecast.Content?] = [.index(201), nil, .index(201)]
        let absent = Assessment(
            Self.forecast(contents, step: .day), under: try Self.grading("beijing-2023"),
            scales: Self.rules.scales)
        #expect(absent.due?.level == .yellow)
        #expect(absent.series.entries.count == 3)
        #expect(absent.unknown.count == 1)
        let nothing = try Self.assessed([nil, nil], "beijing-2023")
        #expect(nothing.due == nil)
        #expect(nothing.unknown.count == 2)
    }

    // MARK: - Hours

    /// Twenty of the first 24 hours make a value; so many hours above make a stretch.
    @Test(arguments: [(24, nil), (42, nil), (43, AlertLevel?.some(.yellow)), (66, .yellow), (67, .orange)])
    func hours(count: Int, level: AlertLevel?) throws {
        let assessment = try Self.assessed(Array(repeating: 201, count: count), "beijing-2023", step: .hour)
        #expect(assessment.unknown.count == 19)
        #expect(assessment.due?.level == level)
    }

    /// A mean of 24 hours falls below for so many hours; only gaps as long as asked for are passed over.
    @Test func shortGapsAreMergedWhereAskedFor() throws {
        // One clean hour takes 8 or 9 off the means; dirtier ones make that good after two.
        let values =
            Array(repeating: 204, count: 60) + [0] + Array(repeating: 264, count: 60)
        let plain = try Self.assessed(values, "beijing-2018", step: .hour)
        let series = plain.series.entries.map { $0.index?.value }
        let below = series.indices.filter { (series[$0] ?? 999) <= 200 }
        #expect(below.first == 60)
        #expect(below == [60, 61])
        #expect(plain.due?.level == .yellow)
        #expect(
            try Self.assessed(values, "beijing-2018", step: .hour, mergedGap: below.count - 1).due?.level
                == .yellow)
        let merged = try Self.assessed(values, "beijing-2018", step: .hour, mergedGap: below.count)
        #expect(merged.due?.level == .orange)
        #expect(merged.due?.episode.lowerBound == 19)
    }

    @Test func concentrationsByTheHour() throws {
        func series(_ hours: [[AirPollutant: Int64]?], _ pollutants: [AirPollutant]) -> AirQualitySeries {
            AirQualitySeries(
                Self.forecast(
                    hours.map { $0.map { .concentrations($0) } }, step: .hour, pollutants: pollutants),
                by: Self.rules.scales)
        }
        // Four hours of 24 may be missing, not five.
        let dusty: [AirPollutant: Int64] = [.pm25: 151_000]
        let four = series(Array(repeating: dusty, count: 20) + [nil, nil, nil, nil, dusty], [.pm25])
        #expect(four.entries[23].index?.value == 201)
        #expect(four.entries[19].index?.value == 201)
        #expect(four.entries[24].index?.value == 201)
        let five = series(
            [dusty] + Array(repeating: nil, count: 5) + Array(repeating: dusty, count: 18), [.pm25])
        #expect(five.entries[23].index == nil)
        #expect(five.entries[23].unknown == [.pm25])
        // Eight hours of ozone in a clean day count in full, and for as long as they lie within 24 hours.
        let clean: [AirPollutant: Int64] = [.o3: 0]
        let ozone: [AirPollutant: Int64] = [.o3: 265_000]
        let summer = series(
            Array(repeating: clean, count: 16) + Array(repeating: ozone, count: 8)
                + Array(repeating: clean, count: 20), [.o3])
        #expect(summer.entries[23].index == AirQualityIndex(value: 200, primary: [.o3], beyond: []))
        #expect(summer.entries[39].index?.value == 200)
        #expect(summer.entries[40].index.map { $0.value < 200 } == true)
    }

    // MARK: - Lifting

    @Test func liftingNeedsMoreThanTheSpan() throws {
        func lifting(_ values: [Int?], _ set: String = "national-2024") throws -> String {
            switch try Self.assessed(values, set).lifting {
            case .nothing: "nothing"
            case .unsaid: "unsaid"
            case .from(let time): "day \((time - Self.start).minutes / 1440)"
            case .notWithinForecast: "later"
            }
        }
        // 36 hours are more than one day.
        #expect(try lifting([201, 201, 100, 100]) == "day 2")
        #expect(try lifting([201, 201, 100]) == "later")
        #expect(try lifting([201, 201, 100, nil, 100]) == "later")
        #expect(try lifting([201, 201, 100, 201, 100, 100]) == "day 4")
        // One day above 150 is not yet the yellow condition, two are.
        #expect(try lifting([201, 201, 100, 160, 100]) == "day 2")
        #expect(try lifting([201, 201, 100, 160, 160, 100, 100]) == "day 5")
        #expect(try lifting([100, 100]) == "nothing")
        #expect(try lifting([201, 201, 100, 100], "beijing-2023") == "unsaid")
    }

    @Test func eventsAreNamedNotJudged() throws {
        let assessment = try Self.assessed([10], "beijing-2018")
        #expect(assessment.due == nil)
        #expect(assessment.events.map(\.words) == ["短时重污染"])
    }
}
