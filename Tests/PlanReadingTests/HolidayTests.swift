import Diagnostics
import Foundation
import PlanModel
import PlanReading
import TestSupport
import Testing

/// Which days are free, as the sample plans tell it.
struct HolidayTests {
    private struct Day: Decodable {
        let date: String
        let isWorked: Bool
        let holiday: String?

        init(from decoder: any Decoder) throws {
            var values = try decoder.unkeyedContainer()
            date = try values.decode(String.self)
            isWorked = try values.decode(Bool.self)
            holiday = try values.decodeIfPresent(String.self)
        }
    }

    /// As the State Council's notices call them.
    private static let titles = [
        "New Year's Day": "元旦", "Spring Festival": "春节", "Tomb-sweeping Day": "清明节", "Labour Day": "劳动节",
        "Dragon Boat Festival": "端午节", "Mid-autumn Festival": "中秋节", "National Day": "国庆节",
    ]

    private static func calendar(of files: [SourceFile]) async throws -> HolidayCalendar {
        try #require(await PlanReader.read(files, in: "Plans", on: sampleDay).book).holidays
    }

    /// The PyPI package chinesecalendar says the same of every day of every year that the plans tell about.
    @Test func everyDayIsWhatChinesecalendarSays() async throws {
        let calendar = try await Self.calendar(of: try planFiles(below: samplePlans))
        try #require(!calendar.years.isEmpty)
        for year in calendar.years.map(\.year) {
            let script = repository.appending(path: "Tests/Judges/holidays.py").path
            let answer = try judge("python", ["-X", "utf8", script, String(year)])
            try #require(answer.status == 0, "\(answer.errorText)")
            let days = try JSONDecoder().decode([Day].self, from: answer.output)
            #expect([365, 366].contains(days.count))
            for day in days {
                let date = try #require(CivilDate(day.date))
                let kind: DayKind
                if let holiday = day.holiday {
                    kind = .holiday(try #require(Self.titles[holiday], "\(holiday)"))
                } else {
                    kind = day.isWorked ? .workday : .restDay
                }
                #expect(calendar.kind(of: date) == kind, "\(day.date)")
            }
        }
    }

    @Test func yearsWithoutAFileAreMissing() async throws {
        let calendar = try await Self.calendar(of: try planFiles(below: samplePlans))
        func missing(_ first: String, _ last: String) throws -> [Int] {
            calendar.missingYears(from: try #require(CivilDate(first)), to: try #require(CivilDate(last)))
        }
        #expect(try missing("2026-01-01", "2026-12-31") == [])
        #expect(try missing("2026-12-31", "2027-01-01") == [2027])
        #expect(try missing("2025-12-31", "2028-01-01") == [2025, 2027, 2028])
        #expect(try missing("2027-01-02", "2027-01-01") == [])
    }

    /// A file with a fault is left out of the book as a whole, so that its year goes by weekends.
    @Test func aFaultyFileTellsNothing() async throws {
        let files = try planFiles(below: samplePlans).map { file in
            file.path == "holidays/2026.yaml"
                ? file.with(file.text.replacing("2026-10-10]", with: "2026-10-09]")) : file
        }
        let calendar = try await Self.calendar(of: files)
        #expect(!calendar.knows(2026))
        #expect(calendar.kind(of: try #require(CivilDate("2026-10-01"))) == .workday)
        #expect(calendar.kind(of: try #require(CivilDate("2026-10-10"))) == .restDay)
    }
}
