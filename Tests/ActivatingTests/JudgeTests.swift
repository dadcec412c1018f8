import Activating
import Diagnostics
import Foundation
import PlanModel
import PlanReading
import TestSupport
import Testing

/// An evaluator written in Python from docs/plan-format.md alone must come to the same grams.
struct JudgeTests {
    private struct Answer: Decodable {
        struct Account: Decodable {
            let base: [String: Int64]
            let cut: [String: Int64]
        }

        struct Row: Decodable {
            let name: String
            let base: [String: Int64]
            let cut: [String: Int64]
        }

        struct Pool: Decodable { let reached: Bool }

        let base: [String: Int64]
        let cut: [String: Int64]
        let sectors: [String: Account]
        let subDistricts: [Row]
        let reached: [String: Bool]
        let pool: Pool
    }

    static let days = ["2026-11-24", "2027-02-01", "2028-01-01"]

    @Test(arguments: AlertLevel.allCases, days)
    func agreesOnTheSamplePlans(level: AlertLevel, day: String) async throws {
        try await compare(try planFiles(below: samplePlans), level: level, day: day, folder: samplePlans)
    }

    /// Sample plans with amounts, percentages and states changed at random, some of them beyond reason.
    @Test(arguments: 0..<12 as Range<UInt64>)
    func agreesOnPlansChangedAtRandom(seed: UInt64) async throws {
        var seeded = Seeded(seed)
        let folder = try TemporaryFolder()
        let files = try planFiles(below: samplePlans).map { file in
            let changed = Self.changed(file.text, &seeded)
            try folder.write(Data(changed.utf8), to: file.path)
            return file.with(changed)
        }
        let level = AlertLevel.allCases[Int(seed) % 3]
        try await compare(files, level: level, day: Self.days[0], folder: folder.url)
    }

    static func changed(_ text: String, _ seeded: inout Seeded) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var line = String(line)
            guard !line.contains("baseline"), Int.random(in: 0..<4, using: &seeded) == 0 else { return line }
            if let match = line.firstMatch(of: /: (\d+) %/), !line.contains("{SO2: 10 %"),
                line.contains("by:") || line.contains("cuts:")
            {
                let percent = [0, 1, 7, 33, 100].randomElement(using: &seeded) ?? 0
                line.replaceSubrange(
                    match.range,
                    with: ": \(percent).\(Int.random(in: 0..<10, using: &seeded) * (percent < 100 ? 1 : 0)) %"
                )
            } else if let match = line.firstMatch(of: /status: running/) {
                let status =
                    ["standby", "idle", "seasonal-stop", "rectification"].randomElement(using: &seeded)
                    ?? "idle"
                line.replaceSubrange(match.range, with: "status: \(status)")
            } else if let match = line.firstMatch(of: /VOCs: [0-9.]+ kg\/d/), !line.contains("t/d") {
                line.replaceSubrange(
                    match.range, with: "VOCs: \(Int.random(in: 0...999, using: &seeded)) g/d")
            }
            return line
        }.joined(separator: "\n")
    }

    private func compare(_ files: [SourceFile], level: AlertLevel, day: String, folder: URL) async throws {
        let reading = await PlanReader.read(files, in: "Plans", on: sampleDay)
        #expect(
            !reading.hasErrors,
            "\(reading.diagnostics.first.map { $0.place.location + $0.message.english } ?? "")")
        let book = try #require(reading.book)
        let effective = CivilTime(try #require(CivilDate(day)), minuteOfDay: 18 * 60)
        let order = AlertOrder(level: level, issued: effective, effective: effective, end: nil, number: nil)
        let balance = Activation(book, order: order).balance
        let judge = repository.appending(path: "Tests/Judges/balance.py").path
        let answer = try python(["-X", "utf8", judge, folder.path, level.rawValue, day])
        #expect(answer.status == 0, "\(answer.errorText)")
        let theirs = try JSONDecoder().decode(Answer.self, from: answer.output)
        for pollutant in Pollutant.allCases {
            let symbol = pollutant.symbol
            #expect(balance.figures[pollutant].base.gramsPerDay == theirs.base[symbol])
            #expect(balance.figures[pollutant].cut.gramsPerDay == theirs.cut[symbol])
            #expect(balance.figures[pollutant].isMet == theirs.reached[symbol])
            for sector in balance.sectors {
                let other = theirs.sectors[sector.name.rawValue]
                #expect(sector.account.base[pollutant].gramsPerDay == other?.base[symbol] ?? 0)
                #expect(sector.account.cut[pollutant].gramsPerDay == other?.cut[symbol] ?? 0)
            }
            for (ours, other) in zip(balance.subDistricts, theirs.subDistricts) {
                #expect(ours.name.text == other.name)
                #expect(ours.account.base[pollutant].gramsPerDay == other.base[symbol])
                #expect(ours.account.cut[pollutant].gramsPerDay == other.cut[symbol])
            }
            // Every table closes to the last gram.
            let sectors = balance.sectors.reduce(MassRate.zero) { $0 + $1.account.base[pollutant] }
            #expect(sectors + balance.unlisted[pollutant] == balance.figures[pollutant].base)
            let places = balance.subDistricts.reduce(balance.districtWide.cut[pollutant]) {
                $0 + $1.account.cut[pollutant]
            }
            #expect(places == balance.figures[pollutant].cut)
        }
        #expect(balance.subDistricts.count == theirs.subDistricts.count)
        #expect(balance.pool?.isMet == theirs.pool.reached)
    }
}
