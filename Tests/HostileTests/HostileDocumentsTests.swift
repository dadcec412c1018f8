import Diagnostics
import Foundation
import PlanReading
import TestSupport
import Testing

/// Documents too large to lie about as fixtures, built here.
struct HostileDocumentsTests {
    private static let people = "sub-districts/牛街/people.yaml"

    private func findings(_ text: String) async throws -> [Diagnostic] {
        let base = try planFiles(below: repository.appending(path: "Tests/PlanReadingTests/Fixtures/base"))
        let files = base.map { $0.path == Self.people ? $0.with(text) : $0 }
        let reading = await PlanReader.read(files, in: "Plans", on: sampleDay)
        // Whether there are people enough is not the point here.
        let found = reading.diagnostics.filter {
            $0.place.file.path == Self.people && ![.tooFewPeople, .nobodyCanGuard].contains($0.rule)
        }
        let faults = FindingFaults.faults(in: found)
        #expect(faults.isEmpty, "\(faults.prefix(3))")
        return found
    }

    private static func repeated(_ text: String, _ times: Int, with separator: String = ", ") -> String {
        Array(repeating: text, count: times).joined(separator: separator)
    }

    /// A megabyte on one line is read like any other; a fault behind it has its column.
    @Test func aMegabyteOnOneLine() async throws {
        let items = (1...10_000).map {
            "{id: p\($0), name: 示例某人, phone: \"010-00000031\", posts: [patrol], community: 春风社区}"
        }
        let text = "{kind: people, subDistrict: 牛街, people: [" + items.joined(separator: ", ")
        let found = try await findings(text + ", {id: last, name: 示例, phone: \"1\", posts: [patrol]}]}")
        #expect(found.map(\.rule) == [.wrongPhone])
        let column = text.unicodeScalars.count + 31
        #expect(found.first?.place.start == SourcePosition(line: 1, column: column))
        #expect(column > 800_000)
    }

    @Test func tenThousandKeys() async throws {
        let keys = (1...10_000).map { "key\($0): 1\n" }.joined()
        let found = try await findings("kind: people\n" + keys)
        #expect(found.count == 1001)
        #expect(found.contains { $0.rule == .tooManyFaults })
        let again = try await findings("kind: people\n" + Self.repeated("kind: people\n", 10_000, with: ""))
        #expect(again.count == 1001 && again.count { $0.rule == .duplicateKey } == 1000)
    }

    /// A key of a YAML entry has at most 1024 characters, one behind a question mark as many as it likes.
    @Test func aKeyOfTwoThousandCharacters() async throws {
        let key = Self.repeated("键", 2000, with: "")
        let plain = try await findings("kind: people\n\(key): 1\n")
        #expect(plain.map(\.rule) == [.yamlSyntax])
        #expect(plain.first?.place.start == SourcePosition(line: 2, column: 1))
        let explicit = try await findings("kind: people\nsubDistrict: 牛街\npeople: []\n? \(key)\n: 1\n")
        #expect(explicit.map(\.rule) == [.unknownKey])
        let message = try #require(explicit.first?.message.chinese)
        #expect(message.hasPrefix("不认识的键“键键") && message.hasSuffix("键”") && message.contains("键…键"))
    }

    @Test(arguments: [("[", "]"), ("{a: ", "}"), ("[{a: ", "}]"), ("- ", ""), ("? ", ""), ("- ? - ", "")])
    func bracketsAHundredDeep(open: String, close: String) async throws {
        for depth in [100, 20_000] {
            let nest = Self.repeated(open, depth, with: "") + "x" + Self.repeated(close, depth, with: "")
            let found = try await findings("kind: people\npeople:\n  \(nest)\n")
            #expect(found.map(\.rule) == [.tooDeep], "\(depth)")
        }
    }

    private static func doubled(_ start: String, _ step: (Int) -> String) -> String {
        "kind: people\na: \(start)\n" + (1...60).map(step).joined()
    }

    private static let laughs: [String] = [
        // One list of ten thousand, ten thousand times.
        "kind: people\na: &a [\(repeated("x", 10_000))]\npeople: [\(repeated("*a", 10_000))]\n",
        // Twice the one before, sixty times.
        doubled("&a0 [x]") { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" },
        // As keys.
        doubled("&a0 {x: y}") { "a\($0): &a\($0) {? *a\($0 - 1) : *a\($0 - 1)}\n" },
        // One text of three hundred kilobytes, again and again.
        "kind: people\na: &a \(repeated("长文", 50_000, with: ""))\npeople: [\(repeated("*a", 100))]\n",
        // Merged, as readers of YAML 1.1 would.
        doubled("&a0 {x: y}") { "a\($0): &a\($0) {<<: [*a\($0 - 1), *a\($0 - 1)]}\n" },
    ]

    @Test(arguments: laughs.indices)
    func laughsInEveryShape(shape: Int) async throws {
        #expect(try await findings(Self.laughs[shape]).map(\.rule) == [.aliasBudget])
    }

    /// Words that other readers take for truth values, and remarks to the program, by the ten thousand.
    @Test(arguments: ["yes, ", "a\u{200B}, "])
    func warningsAreCutShort(item: String) async throws {
        let found = try await findings(
            "kind: people\nsubDistrict: 牛街\npeople:\n  - {id: a, name: x, phone: \"010-00000031\", "
                + "posts: [patrol], note: [\(Self.repeated(item, 20_000, with: ""))]}\n")
        #expect(found.count { $0.severity == .warning } == 1001, "\(found.last?.message.english ?? "")")
        #expect(
            found.contains { $0.rule == .tooManyFaults && $0.message.english.hasPrefix("19000 more") })
    }

    /// Each finds the line it speaks of without a walk through all the others.
    @Test(.timeLimit(.minutes(5))) func remarksByTheTenThousand() async throws {
        let remark = "# emergency: allow review-overdue — 等待\n"
        let found = try await findings(
            "kind: people\nsubDistrict: 牛街\n" + Self.repeated(remark, 20_000, with: "") + "people: []\n")
        #expect(found.count { $0.rule == .unusedAllow } == 20_000)
        #expect(found.first { $0.rule == .unusedAllow }?.message.english.contains("line 20003") == true)
    }

    /// A long text where something else should stand is not quoted at length.
    @Test func aLongTextIsQuotedInPart() async throws {
        let long = Self.repeated("长文", 10_000, with: "")
        let found = try await findings(
            "kind: people\nsubDistrict: 牛街\npeople:\n  - {id: &a \(long), name: x, phone: *a, "
                + "posts: [*a, *a, *a], leave: [*a, *a, *a, *a]}\n")
        #expect(found.count >= 6)
        for finding in found {
            let texts = [finding.message, finding.help ?? Phrase("")] + finding.related.map(\.message)
            let longest = texts.map { max($0.chinese.unicodeScalars.count, $0.english.unicodeScalars.count) }
                .max()
            #expect(longest ?? 0 <= Diagnostic.longestHelp + 1)
            #expect(finding.message.chinese.unicodeScalars.count <= Diagnostic.longestMessage + 1)
        }
    }
}
