import Diagnostics
import Foundation
import PlanReading
import TestSupport
import Testing

/// The schemas that editors and CI get say the same of a plan file as the reader does: every fault of form that a
/// schema can express is found at the same place, and nothing else is.
struct SchemaTests {
    private static let fixtures = repository.appending(path: "Tests/PlanReadingTests/Fixtures")
    private static let schemas = repository.appending(path: "schemas")

    private struct Answer: Decodable {
        let fault: String?
        let errors: [Error]?
        /// By the schema of the file's own kind; nil when it has none.
        let alone: [Error]?

        struct Error: Decodable, Hashable {
            let keyword: String
            let place: SourcePosition

            init(from decoder: any Decoder) throws {
                var values = try decoder.unkeyedContainer()
                keyword = try values.decode(String.self)
                place = SourcePosition(
                    line: try values.decode(Int.self), column: try values.decode(Int.self))
            }

            static func == (left: Self, right: Self) -> Bool {
                left.keyword == right.keyword && left.place == right.place
            }

            func hash(into hasher: inout Hasher) { hasher.combine(keyword) }
        }
    }

    /// A file under test, and what the reader finds in it when it stands among its fellows.
    private struct Case {
        let name: String
        let file: SourceFile
        let findings: [Diagnostic]
    }

    @Test func theSamplePlansAgree() async throws {
        let cases = try await Self.cases("Plans", try planFiles(below: samplePlans))
        #expect(cases.count > 90)
        try compare(cases)
    }

    @Test func everyFixtureAgrees() async throws {
        let base = try planFiles(below: Self.fixtures.appending(path: "base"))
        var cases = try await Self.cases("base", base)
        for name in FixtureTests.names {
            let files = try Fixture(Self.fixtures.appending(path: name), base: base).files
            let known = Dictionary(uniqueKeysWithValues: base.map { ($0.path, $0.bytes) })
            cases += try await Self.cases(name, files).filter { known[$0.file.path] != $0.file.bytes }
        }
        #expect(cases.count > 150)
        try compare(cases)
    }

    private static func cases(_ name: String, _ files: [SourceFile]) async throws -> [Case] {
        let reading = await PlanReader.read(files, in: "base")
        return files.map { file in
            Case(
                name: "\(name) \(file.path)", file: file,
                findings: reading.diagnostics.filter {
                    $0.place.file.path == file.path && $0.severity == .error
                })
        }
    }

    private func compare(_ cases: [Case]) throws {
        // What is no text has nothing to be validated.
        let cases = cases.filter { !$0.findings.contains { BeyondSchema.text.contains($0.rule) } }
        let input = try JSONEncoder().encode(cases.map { ["path": $0.file.path, "text": $0.file.text] })
        let judge = try judge(
            "python",
            ["-X", "utf8", repository.appending(path: "Tests/Judges/schema.py").path, Self.schemas.path],
            input: input)
        try #require(judge.status == 0, "\(judge.errorText)")
        let answers = try JSONDecoder().decode([Answer].self, from: judge.output)
        try #require(answers.count == cases.count)
        for (one, answer) in zip(cases, answers) { compare(one, answer) }
    }

    private func compare(_ one: Case, _ answer: Answer) {
        if let fault = answer.fault {
            #expect(one.findings.contains { BeyondSchema.says($0) != nil }, "\(one.name): \(fault)")
            return
        }
        let errors = answer.errors ?? []
        if let alone = answer.alone {
            #expect(alone == errors, "\(one.name): the kind's own schema says something else")
        }
        for finding in one.findings where Self.isOfForm(finding) && BeyondSchema.says(finding) == nil {
            #expect(
                errors.contains { Self.agree(finding, $0) },
                "\(one.name): only the reader finds \(Self.text(finding)); the schema: \(errors)")
        }
        // No false alarm either, also none beside a true one.
        for error in errors {
            #expect(
                one.findings.contains { Self.agree($0, error) },
                "\(one.name): only the schema finds \(error); the reader: \(one.findings.map(Self.text))")
        }
    }

    private static func text(_ finding: Diagnostic) -> String {
        "\(finding.place.start.line):\(finding.place.start.column) \(finding.rule.rawValue) \(finding.message.english)"
    }

    /// Whether a finding is one of form, and not of what the plan as a whole says.
    private static func isOfForm(_ finding: Diagnostic) -> Bool {
        switch finding.rule {
        case .unknownKey, .missingKey, .wrongType, .missingValue, .unknownValue, .unknownUnit,
            .numberOutOfRange,
            .tooPrecise, .impossibleDate, .wrongCreditCode, .wrongPhone, .wrongCode, .contradictoryKeys,
            .duplicateKey, .emptyFile, .notAPlan:
            true
        default:
            false
        }
    }

    /// Whether both speak of the same fault: the same place and, where one keyword stands for one rule, the same rule.
    private static func agree(_ finding: Diagnostic, _ error: Answer.Error) -> Bool {
        switch finding.rule {
        // The reader speaks of the whole file here.
        case .emptyFile, .notAPlan: return ["type", "anyOf"].contains(error.keyword)
        // The reader points at the second key, a schema can only point at the mapping.
        case .duplicateKey: return error.keyword == "not"
        case .unknownKey: if error.keyword != "additionalProperties" { return false }
        case .missingKey: if error.keyword != "anyOf" { return false }
        case .unknownValue: if error.keyword != "enum" { return false }
        default: break
        }
        return finding.place.start == error.place
    }
}

/// What the reader finds and a schema cannot express, each with its reason. About these no claim is made.
private enum BeyondSchema {
    /// A text that is no YAML document has no values to be looked at.
    static let text: Set<RuleID> = [
        .badUTF8, .controlCharacter, .yamlSyntax, .tooDeep, .foreignTag, .secondDocument, .undefinedAlias,
        .aliasCycle, .aliasBudget, .fileTooLarge, .notAFile, .tooManyFaults,
    ]

    /// A rule, a piece of the English message (all of them when empty), and why.
    private static let reasons: [(rule: RuleID, words: String, why: String)] = [
        (.duplicateKey, "a second time", "YAML loaders drop all but the last of a repeated key"),
        (.wrongType, "a key must be a word", "JSON has no other keys than words"),
        (.wrongCreditCode, "check character", "a check character is a sum"),
        (.contradictoryKeys, "", "which keys go together is said by the record's reader, not by its fields"),
        (.missingKey, "either 'line' or 'transport: true'", "as with contradictory keys"),
        (.missingKey, "needs the operating days", "asked for by a unit deep inside the record"),
        (.unknownUnit, "the units differ", "a comparison of two values"),
        (.numberOutOfRange, "more than it starts from", "a comparison of two values"),
        (.numberOutOfRange, "start from nothing", "asked of an amount under one key only"),
        (.numberOutOfRange, "two pollutants", "a set of two where one pollutant has two names"),
        (.tooPrecise, "finer than one minute", "a third of an hour has no last decimal"),
        (.impossibleDate, "ends before it begins", "a comparison of two dates"),
    ]

    static func says(_ finding: Diagnostic) -> String? {
        reasons.first {
            $0.rule == finding.rule && ($0.words.isEmpty || finding.message.english.contains($0.words))
        }?.why
    }
}
