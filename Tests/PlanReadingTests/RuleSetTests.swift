import Diagnostics
import Foundation
import PlanModel
import PlanReading
import TestSupport
import Testing

/// The rule sets that the program brings along, and those of the plans that take their places.
struct RuleSetTests {
    private static let base = repository.appending(path: "Tests/PlanReadingTests/Fixtures/base")

    /// The small sample district with other files.
    private static func read(_ texts: [String: String]) async throws -> PlanReading {
        var files = Dictionary(uniqueKeysWithValues: try planFiles(below: base).map { ($0.path, $0) })
        for (path, text) in texts { files[path] = SourceFile(path: path, bytes: Array(text.utf8)) }
        return await PlanReader.read(
            files.values.sorted { $0.path.precedesInBytes($1.path) }, in: "Plans", on: sampleDay)
    }

    /// The small sample district's own file with something instead of its targets.
    private static func district(_ instead: String) throws -> String {
        let file = try #require(try planFiles(below: base).first { $0.path == "district.yaml" })
        let (start, end) = ("targets:\n", "baseline:\n")
        let from = try #require(file.text.range(of: start)).lowerBound
        let to = try #require(file.text.range(of: end)).lowerBound
        return file.text.replacingCharacters(in: from..<to, with: instead)
    }

    private static func errors(_ reading: PlanReading) -> [String] {
        reading.diagnostics.filter { $0.severity == .error }.map {
            "\($0.place.location) \($0.message.english)"
        }
    }

    @Test func theProgramCarriesEveryFileOfTheFolder() throws {
        let folder = try planFiles(below: repository.appending(path: "rules"))
        #expect(folder.count == ShippedRules.files.count)
        for (file, carried) in zip(folder, ShippedRules.files) {
            #expect("rules/\(file.path)" == carried.path)
            #expect(file.bytes == carried.bytes, "\(file.path)")
        }
    }

    /// As plan files of a district, so that every complaint about them would be heard.
    @Test func theyAreReadWithoutFindings() async throws {
        let files = ShippedRules.files + (try planFiles(below: Self.base))
        let reading = await PlanReader.read(files, in: "Plans", on: sampleDay)
        let findings = reading.diagnostics.filter { $0.place.file.path.hasPrefix("rules/") }
        #expect(findings.isEmpty, "\(findings.map { $0.place.location + " " + $0.message.english })")
    }

    /// The percentages of docs: yellow, orange and red; SO2, NOx, PM and VOCs.
    @Test(arguments: [
        ("national-2018", [[10, 10, 10, 10], [20, 20, 20, 15], [30, 30, 30, 20]]),
        ("national-2019", [[10, 10, 10, 10], [20, 20, 20, 20], [30, 30, 30, 30]]),
    ])
    func leftOutTargetsComeFromTheSet(name: String, percents: [[Int64]]) async throws {
        let reading = try await Self.read(["district.yaml": try Self.district("rules: {targets: \(name)}\n")])
        #expect(Self.errors(reading) == [])
        let targets = try #require(reading.book).district.targets
        for (level, row) in zip(AlertLevel.allCases, percents) {
            for (pollutant, percent) in zip(Pollutant.allCases, row) {
                #expect(targets.ratios[level][pollutant] == Share(percent, of: 100))
            }
        }
        #expect(targets.pooled.isEmpty)
        #expect(targets.certainty == .copy)
        #expect(targets.own == nil)
    }

    /// One level and the pool are the district's own, and the report names both documents.
    @Test func theDistrictMayDifferInOneLevel() async throws {
        let reading = try await Self.read([
            "district.yaml": try Self.district(
                """
                规则: {目标: national-2019}
                目标:
                  依据: 本区规定
                  把握: 示例
                  橙色: {SO2: 25 %, NOx: 20 %, PM: 20 %, VOCs: 20 %}
                  可内部调整: [SO2, NOx]

                """)
        ])
        #expect(Self.errors(reading) == [])
        let targets = try #require(reading.book).district.targets
        #expect(targets.ratios.orange[.so2] == Share(1, of: 4))
        #expect(targets.ratios.red[.so2] == Share(3, of: 10))
        #expect(targets.pooled == [.so2, .nox])
        #expect(
            targets.attribution.english
                == "天津市重污染天气应急预案 (read in a copy); the district's own: 本区规定 (sample)")
    }

    private static let own = """
        kind: targets
        id: national-2019
        source: 本市预案
        certainty: read
        yellow: {SO2: 11 %, NOx: 11 %, PM: 11 %, VOCs: 11 %}
        orange: {SO2: 22 %, NOx: 22 %, PM: 22 %, VOCs: 22 %}
        red: {SO2: 33 %, NOx: 33 %, PM: 33 %, VOCs: 33 %}

        """

    @Test func aFileOfThePlansTakesTheShippedOnesPlace() async throws {
        let district = try Self.district("rules: {targets: national-2019}\n")
        let reading = try await Self.read(["district.yaml": district, "any/where.yaml": Self.own])
        #expect(Self.errors(reading) == [])
        let targets = try #require(reading.book).district.targets
        #expect(targets.ratios.red[.vocs] == Share(33, of: 100))
        #expect(targets.source == "本市预案" && targets.certainty == .read)
        // With a fault in it, the shipped numbers are no substitute for those that were meant.
        let faulty = try await Self.read([
            "district.yaml": district, "any/where.yaml": Self.own.replacing("33 %", with: "333 %"),
        ])
        #expect(Self.errors(faulty).count == 4)
        #expect(faulty.book == nil)
    }

    // MARK: - Grading and the air quality index

    private static func book(_ rules: String) async throws -> RuleBook {
        let district = try Self.district("rules: {targets: national-2019, \(rules)}\n")
        let reading = try await Self.read(["district.yaml": district])
        #expect(Self.errors(reading) == [])
        return try #require(reading.book).rules
    }

    /// HJ 633, table 1, typed a second time: the index, then what each pollutant has there.
    @Test(arguments: [("hj633-2012", 150, 75), ("hj633-2026", 120, 60)])
    func theBreakpointsAreThoseOfTheStandard(name: String, pm10: Int, pm25: Int) async throws {
        let scale = try #require(try await Self.book("aqi: \(name)").airQuality)
        let index = [0, 50, 100, 150, 200, 300, 400, 500]
        let columns: [AirPollutant: [Int]] = [
            .so2: [0, 50, 150, 475, 800, 1600, 2100, 2620], .no2: [0, 40, 80, 180, 280, 565, 750, 940],
            .co: [0, 2, 4, 14, 24, 36, 48, 60], .o3: [0, 100, 160, 215, 265, 800],
            .pm10: [0, 50, pm10, 250, 350, 420, 500, 600], .pm25: [0, 35, pm25, 115, 150, 250, 350, 500],
        ]
        #expect(scale.breakpoints.map(\.index) == index)
        for (pollutant, column) in columns {
            #expect(scale.breakpoints.compactMap { $0.concentrations[pollutant] } == column)
        }
        #expect(scale.label.certainty == .read)
        #expect(scale.from?.isoText == (name == "hj633-2026" ? "2026-03-01" : nil))
    }

    /// Each level's alternatives as a line: above a value for so many hours.
    private static func lines(_ grading: GradingSet) -> [String] {
        AlertLevel.allCases.map { level in
            grading.levels[level].map { alternative in
                alternative.conditions.map { condition in
                    let what =
                        switch condition.what {
                        case .above(let index): ">\(index)"
                        case .reaching(let index): "≥\(index)"
                        case .event(let words): words
                        }
                    let hours = condition.lasting.map { " \($0.minutes / 60) h" } ?? ""
                    return what + hours + (condition.certainty == .assumption ? " ?" : "")
                }.joined(separator: " & ")
            }.joined(separator: " | ")
        }
    }

    @Test(arguments: [
        ("beijing-2018", [">200 48 h | 短时重污染", ">200 72 h", ">200 96 h ? & >300 48 h ? | ≥500 ?"]),
        (
            "beijing-2023",
            [">200 24 h | >150 48 h", ">200 48 h | >150 72 h", ">200 72 h & >300 24 h"]
        ),
        (
            "national-2024",
            [">200 24 h | >150 48 h", ">200 48 h | >150 72 h", ">200 72 h & >300 24 h"]
        ),
    ])
    func everyConditionOfTheGradingIsThere(name: String, lines: [String]) async throws {
        let grading = try #require(try await Self.book("grading: \(name)").grading)
        #expect(Self.lines(grading) == lines)
        #expect(grading.lift?.clear.minutes == (name == "national-2024" ? 36 * 60 : nil))
    }

    @Test func whatTheDistrictDoesNotNameIsNotInUse() async throws {
        let rules = try await Self.book("aqi: hj633-2026")
        #expect(rules.grading == nil && rules.exemptions == nil && rules.ratings.isEmpty)
    }
}
