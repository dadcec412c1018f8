import Diagnostics
import Explaining
import Foundation
import PlanReading
import Printing
import TestSupport
import Testing

/// docs/checks.md is run: each example by the real reader, and what it says is what stands there.
struct RulePageTests {
    private static let document = repository.appending(path: "docs/checks.md")
    private static let base = repository.appending(path: "Tests/PlanReadingTests/Fixtures/base")

    /// Rules that no text of a plan file can break by itself.
    private static let withoutExample: Set<RuleID> = [
        .fileTooLarge, .notAFile, .tooManyFaults, .measureReachesNothing,
    ]

    @Test func everyRuleHasItsPage() {
        let pages = RulePages.all
        #expect(Set(pages.map(\.rule)).count == pages.count)
        for rule in RuleID.allCases {
            guard let page = RulePages.page(of: rule) else {
                Issue.record("docs/checks.md has no page of \(rule.rawValue)")
                continue
            }
            #expect(!page.text.chinese.isEmpty && !page.text.english.isEmpty, "\(rule.rawValue)")
            #expect((page.example == nil) == Self.withoutExample.contains(rule), "\(rule.rawValue)")
        }
    }

    @Test func theProgramCarriesTheDocument() throws {
        #expect(RulePages.text == (try String(contentsOf: Self.document, encoding: .utf8)))
    }

    /// `EMERGENCY_RECORD=1` writes down what was found and still fails, so that a recording is reviewed.
    @Test func everyExampleIsFoundAsWritten() async throws {
        let isRecording = ProcessInfo.processInfo.environment["EMERGENCY_RECORD"] != nil
        var document = try String(contentsOf: Self.document, encoding: .utf8)
        let base = try planFiles(below: Self.base)
        for page in RulePages.pages(in: document) {
            guard let example = page.example else { continue }
            let findings = await Self.findings(in: example, base).filter { $0.rule == page.rule }
            #expect(!findings.isEmpty, "the example of \(page.rule.rawValue) does not break it")
            func said(_ language: Language) -> String {
                let style = TextStyle(language: language, usesColor: false)
                return findings.map { $0.text(in: style) }.joined(separator: "\n")
            }
            let output = Phrase(zh: said(.chinese), en: said(.english))
            if isRecording {
                document = Self.recording(output, of: page.rule, in: document)
            } else {
                #expect(
                    output == page.output, "the output of \(page.rule.rawValue) is not what the page says")
            }
        }
        if isRecording {
            try document.write(to: Self.document, atomically: true, encoding: .utf8)
            Issue.record("recorded docs/checks.md: review it")
        }
    }

    private static func findings(in example: RulePage.Example, _ base: [SourceFile]) async -> [Diagnostic] {
        let old = base.first { $0.path == example.path }?.text ?? ""
        let new = SourceFile(path: example.path, bytes: Array(example.applied(to: old).utf8))
        let files = (base.filter { $0.path != example.path } + [new]).sorted {
            $0.path.precedesInBytes($1.path)
        }
        return await PlanReader.read(files, in: "Plans", on: sampleDay).diagnostics
    }

    private static func recording(_ output: Phrase, of rule: RuleID, in document: String) -> String {
        var lines: [Substring] = []
        var isOfRule = false
        var skips = false
        for line in document.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("### ") { isOfRule = line.dropFirst(4) == rule.rawValue }
            if skips, line == "```" { skips = false }
            if !skips { lines.append(line) }
            if isOfRule, line == "```zh" || line == "```en" {
                let text = line == "```zh" ? output.chinese : output.english
                lines += text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                skips = true
            }
        }
        return lines.joined(separator: "\n")
    }
}
