import Foundation
import TestSupport
import Testing

/// `explain` of figures as a reader meets it: with a pencil, and beside what `balance` prints.
struct ExplainFiguresTests {
    private static let time = ["--effective", "2026-11-24 18:00"]
    private static let pollutants = ["SO2", "NOx", "PM", "VOCs"]

    private static func judged(_ arguments: [String], in folder: URL) throws -> [String: Int] {
        let printed = try run(program, ["explain"] + arguments + time, in: folder)
        #expect(printed.status == 0, "\(arguments): \(printed.errorText.prefix(300))")
        let judge = repository.appending(path: "Tests/Judges/trace.py").path
        let answer = try python(["-X", "utf8", judge, folder.path], input: printed.output)
        #expect(answer.status == 0, "\(arguments): \(answer.errorText)")
        return try JSONDecoder().decode([String: Int].self, from: answer.output)
    }

    @Test(arguments: 0..<4 as Range<UInt64>, [[], ["--all"], ["--largest", "2", "--lang", "zh"]])
    func everyPrintedSumAddsUpAgain(seed: UInt64, options: [String]) throws {
        let scratch = try folder(ofPlansScaledBy: seed)
        let found = try Self.judged([Self.pollutants[Int(seed)]] + options, in: scratch.url)
        #expect(found["row", default: 0] >= 90 && found["sum"] == 9 && found["society"] == 3)
        #expect(found["target"] == 3 && found["place", default: 0] >= 6)
        if options == ["--all"] {
            #expect(found["step", default: 0] > 100 && found["difference", default: 0] > 300)
            #expect(found["year", default: 0] > 5)
        }
    }

    @Test(arguments: ["XC-YT-001", "XC-TQ-004", "YT-G-003", "petrol-1-2"], ["en", "zh"])
    func everyPrintedStepIsRightAndStandsInThePlan(name: String, language: String) throws {
        let scratch = try folder(ofPlansScaledBy: 0)
        let found = try Self.judged([name, "--lang", language], in: scratch.url)
        #expect(found["together"] == 3 && found["part", default: 0] >= 6)
        #expect(found["place", default: 0] >= 6 && found["difference", default: 0] >= 6)
    }

    @Test(arguments: [0, 5] as [UInt64])
    func dataSaysWhatBalanceSays(seed: UInt64) throws {
        let scratch = try folder(ofPlansScaledBy: seed)
        func json(_ arguments: [String]) throws -> [String: Any] {
            let result = try run(program, arguments + Self.time + ["--format", "json"], in: scratch.url)
            return try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
        }
        let balances = try ["yellow", "orange", "red"].map { level in
            try #require(try json(["balance", "--level", level])["balance"] as? [String: Any])
        }
        for pollutant in Self.pollutants {
            let levels = try #require(try json(["explain", pollutant])["levels"] as? [[String: Any]])
            #expect(levels.count == 3)
            for (trace, balance) in zip(levels, balances) {
                let figures = try #require(balance["pollutants"] as? [String: [String: Any]])
                let figure = try #require(figures[pollutant])
                for key in ["required", "cut", "margin"] {
                    #expect(trace[key] as? Int == figure[key] as? Int)
                }
                #expect(trace["met"] as? Bool == figure["met"] as? Bool)
                let sectors = try #require(trace["sectors"] as? [[String: Any]])
                let rows = try #require(balance["sectors"] as? [[String: Any]])
                for (sector, row) in zip(sectors, rows) {
                    #expect(sector["cut"] as? Int == (row["cut"] as? [String: Int])?[pollutant])
                }
                #expect(Self.cutOfLines(sectors, pollutant) == figure["cut"] as? Int)
                let unlisted = try #require(balance["unlisted"] as? [String: Int])
                #expect(trace["unlisted"] as? Int == unlisted[pollutant])
            }
        }
    }

    /// The cuts of all lines at the bottom of the tree.
    private static func cutOfLines(_ sectors: [[String: Any]], _ pollutant: String) -> Int {
        func below(_ nodes: [[String: Any]], _ key: String) -> [[String: Any]] {
            nodes.flatMap { $0[key] as? [[String: Any]] ?? [] }
        }
        return below(below(below(sectors, "places"), "owners"), "lines").reduce(0) { sum, line in
            sum + ((line["cut"] as? [String: Int])?[pollutant] ?? 0)
        }
    }
}
