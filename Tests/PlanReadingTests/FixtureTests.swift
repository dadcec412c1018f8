import Diagnostics
import Foundation
import PlanReading
import TestSupport
import Testing

/// Plans that say in comments on their own lines what is wrong with them; nothing else may be found.
struct FixtureTests {
    private static let folder = repository.appending(path: "Tests/PlanReadingTests/Fixtures")

    static let names = TestSupport.names(in: folder, endingWith: ".fixture")

    private static let aboutPeople: Set<RuleID> = [.tooFewPeople, .nobodyCanGuard]

    @Test func thereAreFixtures() {
        #expect(Self.names.count > 100)
    }

    @Test func theBaseIsClean() async throws {
        let reading = await PlanReader.read(
            try planFiles(below: Self.folder.appending(path: "base")), in: "base", on: sampleDay)
        let findings = reading.diagnostics.filter { !Self.aboutPeople.contains($0.rule) }
        #expect(findings.isEmpty, "\(findings.map(\.place.location))")
        #expect(reading.book != nil)
    }

    @Test(arguments: names)
    func findsWhatTheFixtureSaysAndNothingElse(name: String) async throws {
        let fixture = try Fixture(
            Self.folder.appending(path: name), base: try planFiles(below: Self.folder.appending(path: "base"))
        )
        let reading = await PlanReader.read(fixture.files, in: "base", on: sampleDay)
        var left = fixture.expected
        // The base is too small a district to be staffed: who is missing is looked at only where that is the point.
        let isAboutPeople = Self.aboutPeople.contains { name.hasPrefix($0.rawValue) }
        for finding in reading.diagnostics where isAboutPeople || !Self.aboutPeople.contains(finding.rule) {
            let index = left.firstIndex { $0.matches(finding) }
            #expect(
                index != nil,
                "\(name): not expected: \(finding.place.location) \(finding.severity.rawValue) [\(finding.rule.rawValue)] \(finding.message.english)"
            )
            if let index { left.remove(at: index) }
        }
        #expect(left.isEmpty, "\(name): not found: \(left)")
        for finding in reading.diagnostics { #expect(!finding.message.chinese.isEmpty) }
    }

    /// Two hundred thousand faults on one line are told in a moment, the rest counted.
    @Test func aFileOfNothingButFaultsIsCutShort() async throws {
        let items = Array(repeating: "*a", count: 50_000).joined(separator: ", ")
        let text = "kind: people\nsubDistrict: 月坛\npeople: [&a x, \(items)]\n"
        let reading = await PlanReader.read(
            [SourceFile(path: "p.yaml", bytes: Array(text.utf8))], in: "base", on: sampleDay)
        let inFile = reading.diagnostics.filter { $0.place.file.path == "p.yaml" }
        #expect(inFile.count == 1001)
        #expect(inFile.contains { $0.rule == .tooManyFaults && $0.message.english.hasPrefix("49001 more") })
    }

    /// Every rule that reading can produce has a fixture that produces it.
    @Test func everyRuleHasAFixture() throws {
        let elsewhere: Set<RuleID> = [
            .measureReachesNothing, .fileTooLarge, .notAFile, .tooManyFaults, .notRewritten,
            // Of alert messages, which AlertReaderTests break.
            .xmlSyntax, .documentType, .alertDisagrees, .notOurAlert,
        ]
        let base = try planFiles(below: Self.folder.appending(path: "base"))
        let expected = try Self.names.flatMap {
            try Fixture(Self.folder.appending(path: $0), base: base).expected
        }
        let seen = Set(expected.map(\.rule))
        for rule in RuleID.allCases where !elsewhere.contains(rule) {
            #expect(seen.contains(rule.rawValue), "no fixture expects \(rule.rawValue)")
        }
    }
}

/// One fixture: the files it makes and the findings it expects.
struct Fixture {
    struct Expected: CustomStringConvertible {
        let path: String
        let line: Int
        let column: Int
        let severity: String
        let rule: String
        let words: String

        func matches(_ finding: Diagnostic) -> Bool {
            let said = finding.message.english + " " + (finding.help?.english ?? "")
            return finding.place.file.path == path
                && finding.place.start == SourcePosition(line: line, column: column)
                && finding.severity.rawValue == severity && finding.rule.rawValue == rule
                && (words.isEmpty || said.contains(words))
        }

        var description: String { "\(path):\(line):\(column) \(severity) [\(rule)] \(words)" }
    }

    private(set) var files: [SourceFile]
    private(set) var expected: [Expected] = []

    init(_ url: URL, base: [SourceFile]) throws {
        var byPath = Dictionary(uniqueKeysWithValues: base.map { ($0.path, $0) })
        let text = try String(contentsOf: url, encoding: .utf8)
        var path: String?
        var isBytes = false
        var lines: [Substring] = []
        var found: [Expected] = []
        func finish() throws {
            guard let path else { return }
            let body = lines.map { $0 + "\n" }.joined()
            byPath[path] = SourceFile(
                path: path, bytes: isBytes ? try Self.unescaped(body) : Array(body.utf8))
            if !isBytes { found += try Self.comments(lines, path: path) }
        }
        var all = text.split(separator: "\n", omittingEmptySubsequences: false)
        if all.last == "" { all.removeLast() }
        for line in all {
            if line.hasPrefix("=== ") {
                try finish()
                isBytes = line.hasSuffix(" (bytes)")
                path = String(line.dropFirst(4).dropLast(isBytes ? 8 : 0))
                lines = []
            } else if path == nil {
                if line.hasPrefix("expect: ") { found.append(try Self.header(line)) }
            } else {
                lines.append(line)
            }
        }
        try finish()
        files = byPath.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        expected = found
    }

    /// `expect: path:LINE:COL error [rule-id] words`.
    private static func header(_ line: Substring) throws -> Expected {
        let match = try #require(
            try /expect: (.+?):(\d+):(\d+) (error|warning|note) \[([a-z0-9-]+)\] ?(.*)/.wholeMatch(in: line))
        return Expected(
            path: String(match.1), line: try #require(Int(match.2)), column: try #require(Int(match.3)),
            severity: String(match.4), rule: String(match.5), words: String(match.6))
    }

    /// `# error: COL [rule-id] words` at the ends of lines.
    private static func comments(_ lines: [Substring], path: String) throws -> [Expected] {
        try lines.enumerated().flatMap { index, line in
            try line.split(separator: "# ").compactMap { part -> Expected? in
                guard
                    let match = try /(error|warning|note): (\d+) \[([a-z0-9-]+)\] ?(.*)/.wholeMatch(in: part)
                else { return nil }
                return Expected(
                    path: path, line: index + 1, column: try #require(Int(match.2)),
                    severity: String(match.1),
                    rule: String(match.3), words: String(match.4).trimmingCharacters(in: .whitespaces))
            }
        }
    }

    private static func unescaped(_ text: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "x") {
                let digits = String(decoding: rest.dropFirst().prefix(2), as: UTF8.self)
                bytes.append(try #require(UInt8(digits, radix: 16)))
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
