import Foundation
import TestSupport
import Testing

/// What a response came to, against a reckoning that shares nothing with the program.
struct ReviewTests {
    private static let episodes = [
        [
            "activate --level orange --effective 2026-11-24_18:00 --now 2026-11-24_16:00",
            "raise --level red --effective 2026-11-24_19:30 --issued 2026-11-24_18:20 --now 2026-11-24_18:20",
            "lower --level orange --effective 2026-11-24_20:00 --now 2026-11-24_19:45",
            "extend --until 2026-11-26_12:00 --now 2026-11-25_20:00",
            "lower --level yellow --effective 2026-11-26_00:00 --now 2026-11-25_22:00",
            "lift --effective 2026-11-26_02:30 --now 2026-11-26_01:00",
        ],
        [
            "activate --level yellow --effective 2026-11-30_22:00 --until 2026-12-02_08:00 --now 2026-11-30_21:50",
            "raise --level red --effective 2026-12-01_06:00 --now 2026-12-01_00:10",
            "revoke --now 2026-12-01_01:00",
            "raise --level orange --effective 2026-12-01_07:00 --now 2026-12-01_05:00",
        ],
        ["activate --level red --effective 2026-11-24_18:00 --until 2026-11-24_18:40 --now 2026-11-24_17:59"],
    ]

    private struct Answer: Decodable {
        let emitters: Int
        let pollutants: [String: Figures]

        struct Figures: Decodable {
            let reckoned: Double
            let told: Int
            let hours: Int
            let levels: Int
            let sectors: Int
        }
    }

    private func emergency(_ arguments: String, in folder: URL) throws -> Finished {
        try run(
            program, arguments.split(separator: " ").map { String($0.replacing("_", with: " ")) }, in: folder)
    }

    private func played(_ orders: [String]) throws -> (folder: TemporaryFolder, response: String) {
        let scratch = try folderOfTinyPlans()
        for order in orders {
            let told = try emergency("\(order) --seconds 0 --no-pdf --recorded-by x", in: scratch.url)
            #expect(told.text.contains("Wrote Responses"), "\(order): \(told.errorText)")
        }
        let names = try FileManager.default.contentsOfDirectory(
            atPath: scratch.url.appending(path: "Responses").path)
        return (scratch, try #require(names.first))
    }

    @Test(arguments: episodes)
    func whatWasAvoidedIsReckonedAnew(orders: [String]) throws {
        let (scratch, name) = try played(orders)
        let review = try emergency("review --format json --at 2026-12-03_00:00", in: scratch.url)
        #expect(review.status == 0, "\(review.errorText)")
        let judged = try python(
            [
                "-X", "utf8", repository.appending(path: "Tests/Judges/review.py").path,
                scratch.url.appending(path: "Responses/\(name)").path,
            ], input: review.output)
        let answer = try JSONDecoder().decode(Answer.self, from: judged.output)
        #expect(answer.emitters > 10)
        #expect(answer.pollutants.count == 4)
        for (pollutant, figures) in answer.pollutants {
            let told = Double(figures.told)
            #expect(told > 100)
            // Rounded down for each emitter at each order, never up.
            #expect(told <= figures.reckoned + 0.001, "\(pollutant) \(figures)")
            #expect(
                told > figures.reckoned - Double(answer.emitters * orders.count), "\(pollutant) \(figures)")
            #expect(figures.hours == figures.told, "hours of \(pollutant) add up")
            #expect(figures.levels == figures.told, "levels of \(pollutant) add up")
            #expect(figures.sectors == figures.told, "sectors of \(pollutant) add up")
        }
    }

    /// Shifts are those of the last edition as far as the response went.
    @Test func whoServedIsCounted() throws {
        let (scratch, name) = try played(Self.episodes[0])
        let review = try emergency("review --format json", in: scratch.url)
        let root = try #require(
            try JSONSerialization.jsonObject(with: review.output) as? [String: Any])
        let parts = try #require(root["served"] as? [[String: Any]])
        let people = parts.flatMap { $0["people"] as? [[String: Any]] ?? [] }
        let minutes = people.reduce(0) { $0 + ($1["minutes"] as? Int ?? 0) }
        let roster = try String(
            contentsOf: scratch.url.appending(path: "Responses/\(name)/rosters/6.yaml"), encoding: .utf8)
        let duties = roster.split(separator: "\n").filter {
            $0.contains("- {person") && !$0.contains("standby")
        }
        let sum = duties.reduce(0) { sum, line in
            sum + (line.split(separator: "minutes: ").last.flatMap { Int($0.dropLast()) } ?? 0)
        }
        #expect(minutes == sum)
        #expect(people.reduce(0) { $0 + ($1["shifts"] as? Int ?? 0) } == duties.count)
    }

    @Test func thePageIsWellFormedAndTheTextEscaped() throws {
        let (scratch, name) = try played([
            Self.episodes[2][0] + " --order <b>|x|</b>`@someone`"
        ])
        let page = "Responses/\(name)/index.html"
        let written = try emergency("review --format html=\(page) --at 2026-12-03_00:00", in: scratch.url)
        #expect(written.status == 0, "\(written.errorText)")
        let html = try String(contentsOf: scratch.url.appending(path: page), encoding: .utf8)
        #expect(html.contains("<svg") && html.contains("&lt;b&gt;"))
        let judged = try python([
            "-X", "utf8", repository.appending(path: "Tests/Judges/pages.py").path,
            scratch.url.appending(path: "Responses/\(name)").path,
        ])
        #expect(judged.status == 0)
        let pages = try #require(
            try JSONSerialization.jsonObject(with: judged.output) as? [[String: Any]])
        let index = try #require(pages.first { $0["path"] as? String == "index.html" })
        #expect((index["faults"] as? [Any])?.isEmpty == true, "\(index["faults"] ?? "")")
        let text = try emergency("review --at 2026-12-03_00:00", in: scratch.url).text
        #expect(!text.contains("<b>") && !text.contains("|x|") && !text.contains("`@"))
    }
}
