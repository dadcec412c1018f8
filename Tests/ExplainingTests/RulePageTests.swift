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
        .fileTooLarge, .notAFile, .tooManyFaults, .measureReachesNothing, .notRewritten,
        .xmlSyntax, .documentType, .alertDisagrees, .notOurAlert,
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
            #expect(page.examples.isEmpty == Self.withoutExample.contains(rule), "\(rule.rawValue)")
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
            guard !page.examples.isEmpty else { continue }
            let findings = await Self.findings(in: page.examples, base).filter { $0.rule == page.rule }
            #expect(!findings.isEmpty, "the example of \(page.rule.rawValue) does not break it")
            for finding in findings {
                let word = Self.word(for: finding.severity)
                #expect(
                    page.text.chinese.hasPrefix(word.chinese) && page.text.english.hasPrefix(word.english),
                    "the page of \(page.rule.rawValue) begins with another word than \(word.english)")
            }
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

    private static func findings(in examples: [RulePage.Example], _ base: [SourceFile]) async -> [Diagnostic]
    {
        var files = Dictionary(uniqueKeysWithValues: base.map { ($0.path, $0) })
        for example in examples {
            let old = files[example.path]?.text ?? ""
            files[example.path] = SourceFile(path: example.path, bytes: example.applied(to: old))
        }
        let inOrder = files.values.sorted { $0.path.precedesInBytes($1.path) }
        return await PlanReader.read(inOrder, in: "Plans", on: sampleDay).diagnostics
    }

    /// How a page begins whose rule is broken so gravely.
    private static func word(for severity: Severity) -> Phrase {
        switch severity {
        case .error: Phrase(zh: "错误。", en: "Error. ")
        case .warning: Phrase(zh: "警告。", en: "Warning. ")
        case .note: Phrase(zh: "说明。", en: "Note. ")
        }
    }

    @Test func examplesTakeThePlacesOfTheirKeysAndOfTheirBytes() {
        let document = """
            ### bad-utf8
            错误。
            > Error.

            ```yaml a.yaml bytes
            name: \\xFFx\\n
            ```
            ```yaml b.yaml whole
            kind: duty
            ```

            """
        let examples = RulePages.pages(in: document).flatMap(\.examples)
        #expect(examples.map(\.path) == ["a.yaml", "b.yaml"])
        #expect(
            examples.first?.applied(to: "kind: a\nname: old\n  more: 1\nlast: z\n")
                == Array("kind: a\nname: ".utf8) + [0xFF] + Array("x\\n\nlast: z\n".utf8))
        #expect(examples.last?.applied(to: "name: old\n") == Array("kind: duty\n".utf8))
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
