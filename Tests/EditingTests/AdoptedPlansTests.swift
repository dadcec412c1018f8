import Diagnostics
import Editing
import Foundation
import PlanModel
import PlanReading
import TestSupport
import Testing

/// Options adopted in whole plans: those of the sample district, and odd ones grown from seeds.
struct AdoptedPlansTests {
    /// Every reserve option of the sample plans, alone and with the others of its level.
    @Test func everySampleOptionIsAdopted() async throws {
        let files = try planFiles(below: samplePlans)
        let read = await PlanReader.read(files, in: "Plans", on: sampleDay)
        let book = try #require(read.book)
        var count = 0
        for enterprise in book.enterprises {
            for level in AlertLevel.allCases {
                let options = enterprise.reserve[level].map(\.measure)
                for chosen in options.map({ [$0] }) + (options.count > 1 ? [options] : []) {
                    try await check(chosen, of: enterprise, at: level, files)
                    count += 1
                }
            }
        }
        #expect(count > 15, "\(count)")
    }

    private func check(
        _ chosen: [EnterpriseMeasure], of enterprise: Enterprise, at level: AlertLevel, _ files: [SourceFile]
    ) async throws {
        let file = chosen[0].place.file
        let bytes = try AdoptedMeasures.adopting(chosen.map(\.place), at: level, in: file)
        let new = SourceFile(path: file.path, bytes: bytes)
        guard case .canonical = PlanFormatting.format(new) else {
            Issue.record("\(file.path) is not canonical")
            return
        }
        let read = await PlanReader.read(
            files.map { $0.path == file.path ? new : $0 }, in: "Plans", on: sampleDay)
        let changed = try #require(read.book?.enterprises.first { $0.id.value == enterprise.id.value })
        let expected = chosen.reduce(enterprise.measures[level]) { $0.adopting($1) }
        #expect(changed.measures[level].map(Self.meaning) == expected.map(Self.meaning), "\(file.path)")
        // As `git diff` would show it: lines that go and come are entries of the list and nothing else.
        let difference = Self.lines(bytes).difference(from: Self.lines(file.bytes))
        #expect(difference.insertions.count <= chosen.count)
        #expect(difference.removals.count <= enterprise.measures[level].count)
        for change in difference {
            guard case .insert(_, let line, _) = change else { continue }
            #expect(line.hasPrefix("    - {") && !line.contains("cost"), "\(line)")
        }
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
    }

    private static func meaning(_ measure: EnterpriseMeasure) -> String {
        let target =
            switch measure.target {
            case .line(let line): line.value.text
            case .allLines: "all"
            case .transport: "transport"
            }
        let parts = Pollutant.allCases.map { "\(measure.remaining(of: $0))" }
        return "\(target) \(parts) \(measure.banned) \(measure.note ?? "")"
    }

    /// What comes out says, to a reader that is not ours, what a plain file says whose list was put together by hand.
    @Test func oddPlansSayWhatTheyShould() throws {
        let scratch = try TemporaryFolder()
        var paths: [String] = []
        for seed in 0..<400 as Range<UInt64> {
            var writer = OddEnterprise(seeded: Seeded(seed))
            let plan = writer.plan()
            let after = try adopting(plan.chosen, in: plan.text)
            for (name, text) in [("a", plan.expected), ("b", after)] {
                try scratch.write(Data(text.utf8), to: "\(seed)\(name).yaml")
                paths.append(scratch.url.appending(path: "\(seed)\(name).yaml").path)
            }
            let left = Set(Self.notes(after))
            let lost = plan.lastingNotes.filter { !left.contains($0) }
            #expect(lost.isEmpty, "seed \(seed): lost \(lost)\n\(plan.text)")
            let ends = (Self.outside(plan.text), Self.outside(after))
            #expect(ends.0 == ends.1, "seed \(seed): something else has changed")
        }
        let judge = repository.appending(path: "Tests/Judges/data.py").path
        let lines = try python(["-X", "utf8", judge] + paths).text.split(separator: "\n")
        try #require(lines.count == paths.count)
        for index in stride(from: 0, to: lines.count, by: 2) {
            let isRead = lines[index] != "\"fault\""
            let isSame = lines[index] == lines[index + 1]
            #expect(isRead && isSame, "\(paths[index])")
        }
    }

    private static func notes(_ text: String) -> [String] {
        text.components(separatedBy: .newlines).compactMap { line in
            line.range(of: "# ✎").map { line[$0.lowerBound...].trimmingCharacters(in: .whitespaces) }
        }
    }

    /// What stands before the level's key and from the next key on, to the letter.
    private static func outside(_ text: String) -> [String] {
        let lines = text.replacing("\r\n", with: "\n").components(separatedBy: "\n")
        let start = lines.firstIndex { $0.hasPrefix("  orange:") || $0.hasPrefix("  橙色:") } ?? 0
        let end = lines.firstIndex { $0.hasPrefix("  red:") } ?? 0
        return Array(lines[..<start] + lines[end...])
    }
}
