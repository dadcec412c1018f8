import Activating
import Diagnostics
import Foundation
import PlanModel
import PlanReading
import TestSupport
import Testing

/// Indices against a reckoning that goes the other way round (Tests/Judges/air_index.py), and by hand.
struct AirQualityIndexTests {
    private static let scales = AssessmentRules.shipped.scales

    private static func scale(_ day: String) throws -> AirQualityScale {
        let date = try #require(CivilDate(day))
        return try #require(scales.inForce(on: date))
    }

    /// Thousandths as a decimal number.
    private static func text(_ thousandths: Int64) -> String {
        "\(thousandths / 1000).\(String(1000 + thousandths % 1000).dropFirst())"
    }

    @Test func theDaySaysWhichEdition() throws {
        #expect(try Self.scale("2026-02-28").label.id?.text == "hj633-2012")
        #expect(try Self.scale("2026-03-01").label.id?.text == "hj633-2026")
        #expect(try Self.scale("2013-01-12").label.id?.text == "hj633-2012")
    }

    /// At, just below and just above every breakpoint of every pollutant, halfway between units, and seeded others.
    @Test func everyIndexIsTheJudges() throws {
        var cases: [(edition: String, pollutant: AirPollutant, thousandths: Int64)] = []
        for (edition, day) in [("2012", "2026-02-28"), ("2026", "2026-03-01")] {
            for pollutant in AirPollutant.allCases {
                for point in try Self.scale(day).breakpoints {
                    guard let whole = point.concentrations[pollutant] else { continue }
                    for step: Int64 in [
                        -1500, -1000, -500, -100, -50, -1, 0, 1, 49, 50, 51, 500, 501, 1000, 1500,
                    ] {
                        let value = Int64(whole) * 1000 + step
                        if value >= 0 { cases.append((edition, pollutant, value)) }
                    }
                }
                for seed in Int64(1)...60 {
                    cases.append((edition, pollutant, seed * 7_919 * 13 % 1_000_000))
                }
            }
        }
        #expect(cases.count > 1000)
        let input = try JSONSerialization.data(
            withJSONObject: cases.map { [$0.edition, $0.pollutant.symbol, Self.text($0.thousandths)] })
        let result = try python(
            [repository.appending(path: "Tests/Judges/air_index.py").path], input: input)
        let judged = try #require(
            try JSONSerialization.jsonObject(with: result.output) as? [Int], "\(result.errorText)")
        #expect(judged.count == cases.count)
        for (one, expected) in zip(cases, judged) {
            let scale = try Self.scale(one.edition == "2012" ? "2026-02-28" : "2026-03-01")
            let reported = ReportedConcentration(one.pollutant, total: one.thousandths)
            let found = scale.index(of: one.pollutant, at: reported)?.value
            #expect(
                found == expected, "\(one.edition) \(one.pollutant.symbol) \(Self.text(one.thousandths))")
        }
    }

    @Test(arguments: [
        ("2026-02-28", AirPollutant.pm25, 60 as Int64, 82), ("2026-03-01", .pm25, 60, 100),
        ("2026-02-28", .pm25, 75, 100), ("2026-03-01", .pm25, 75, 114),
        ("2026-02-28", .pm10, 150, 100), ("2026-03-01", .pm10, 150, 112),
        ("2026-03-01", .pm25, 150, 200), ("2026-03-01", .pm25, 151, 201), ("2026-03-01", .pm25, 0, 0),
    ])
    func knownByHand(day: String, pollutant: AirPollutant, whole: Int64, index: Int) throws {
        let reported = ReportedConcentration(pollutant, total: whole * 1000)
        #expect(try Self.scale(day).index(of: pollutant, at: reported)?.value == index)
    }

    /// Means are rounded as they are reported, halves to the even neighbour, before they are looked up.
    @Test func meansAreReported() {
        #expect(ReportedConcentration(.pm25, total: 301_000, over: 2).tenths == 1500)
        #expect(ReportedConcentration(.pm25, total: 303_000, over: 2).tenths == 1520)
        #expect(ReportedConcentration(.pm25, total: 151_000, over: 3).tenths == 500)
        #expect(ReportedConcentration(.co, total: 14_050).tenths == 140)
        #expect(ReportedConcentration(.co, total: 14_051).tenths == 141)
        #expect(ReportedConcentration(.co, total: 14_150).tenths == 142)
    }

    @Test func theLargestIsTheIndex() throws {
        func reported(_ pollutant: AirPollutant, _ whole: Int64) -> ReportedConcentration {
            ReportedConcentration(pollutant, total: whole * 1000)
        }
        let scale = try Self.scale("2026-03-01")
        let tie = try #require(
            AirQualityIndex([.pm25: reported(.pm25, 115), .pm10: reported(.pm10, 250)], by: scale))
        #expect(tie == AirQualityIndex(value: 150, primary: [.pm10, .pm25], beyond: []))
        let clean = try #require(AirQualityIndex([.pm25: reported(.pm25, 35)], by: scale))
        #expect(clean == AirQualityIndex(value: 50, primary: [], beyond: []))
        let storm = try #require(
            AirQualityIndex([.pm10: reported(.pm10, 601), .o3: reported(.o3, 801)], by: scale))
        #expect(storm == AirQualityIndex(value: 500, primary: [.pm10], beyond: [.o3, .pm10]))
        #expect(AirQualityIndex([:], by: scale) == nil)
    }
}
