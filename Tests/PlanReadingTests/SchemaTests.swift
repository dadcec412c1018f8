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

    @Test func theShippedRulesAgree() async throws {
        let cases = try await Self.cases("shipped", ShippedRules.files)
        #expect(cases.count > 10)
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

    /// Values of every form in places of every other, written as people write them, with and without quotes.
    @Test(arguments: 0..<6 as Range<UInt64>)
    func agreesOnPlansChangedAtRandom(seed: UInt64) async throws {
        var seeded = Seeded(seed)
        let base = try planFiles(below: Self.fixtures.appending(path: "base"))
        var cases: [Case] = []
        for number in 0..<400 {
            let file = try #require(base.randomElement(using: &seeded))
            let text = file.text
            let places = text.ranges(of: /: [^,{}\[\]#&*\n]+/)
            let place = try #require(places.randomElement(using: &seeded))
            let value = try #require(Self.odd.randomElement(using: &seeded))
            let changed = file.with(text.replacingCharacters(in: place, with: ": \(value)"))
            cases += try await Self.cases("seed \(seed) change \(number) to \(value)", [changed])
        }
        try compare(cases)
    }

    /// Left out is what YAML makes the same of, but the reader does not, because it reads what is written:
    /// `True`, `NULL`, `+5`, `0x10`, `1e3`, `.5`, `5.`, `.inf` for a truth value, nothing or a number. A schema sees the outcome only.
    private static let odd = [
        "~", "null", "\"\"", "' '", "[]", "{}", "[1]", "{黄色: 1}", "true", "否", "是", "'false'", "yes", "No",
        "12",
        "0", "-1", "007", "2025", "'2025'", "2025.0", "12.5", "\"12.50\"", "100000", "366", "367", "1000",
        "1001", "14",
        "15", "1.0000001", "180", "180.000001", "90", "90.1", "'116.3388'", "'116.33881234'",
        "13800000001", "23800000001", "'13800000001'", "010-00000001", "0101-0000001", "010-1", "110102",
        "'110102'",
        "1101023", "C2319", "C231", "Z2319", "91110102EXAMP634TJ", "91110102EXAMP634T", "30 %", "30%",
        "100 %",
        "100.0 %", "100.00001 %", "101 %", "33.3333 %", "12.5％", "8.6 kg/d", "8.6kg/d", "' 8.6 公斤/日 '",
        "0.001 kg/d", "0.0001 kg/d", "0.00010 t/d", "1.5 g/d", "1000000 t/d", "1000000.1 t/d", "1000001 t/d",
        "3.1 t/a", "0 kg/d", "12 t/d", "12 吨/天", "14 /d", "14 辆/日", "2000 枚/d", "3 超过六个汉字/d", "3 m³/d", "5 台",
        "21000 元/d", "1000000000 t/d", "1000000001 t/d", "0.0000001 t/d", "2 h", "2.5 小时", "30 min",
        "0.5 min",
        "8784 h", "8785 h", "366 d", "367 d", "7 周", "2026-09-20", "2026-02-29", "2028-02-29", "1899-12-31",
        "2999-12-31", "3000-01-01", "2026-9-2", "'2026-13-01'", "2026-12-01/2026-12-05",
        "2026-12-01/2026-13-05",
        "\"08:00\"", "08:00", "8:00", "24:00", "24:01", "8:0", "red", "红色", "orange", "running", "在运行",
        "stop", "停",
        "A+", "引领性", "工业", "industry", "sample", "示例", "people", "人员", "文字 with 空格", "0.0",
    ]

    private static func cases(_ name: String, _ files: [SourceFile]) async throws -> [Case] {
        let reading = await PlanReader.read(files, in: "base", on: sampleDay)
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
        // The reader points at both numbers, a schema at the one that is no latitude.
        case .swappedCoordinates: return error.keyword == "maximum"
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
        .badUTF8, .controlCharacter, .yamlSyntax, .tabIndent, .fullWidthColon, .missingSpace, .tooDeep,
        .foreignTag, .secondDocument, .undefinedAlias,
        .aliasCycle, .aliasBudget, .fileTooLarge, .notAFile, .tooManyFaults,
    ]

    /// A rule, a piece of the English message (all of them when empty), and why.
    private static let reasons: [(rule: RuleID, words: String, why: String)] = [
        (.duplicateKey, "a second time", "YAML loaders drop all but the last of a repeated key"),
        (.wrongType, "a key must be a word", "JSON has no other keys than words"),
        (.wrongCreditCode, "check character", "a check character is a sum"),
        (.contradictoryKeys, "", "which keys go together is said by the record's reader, not by its fields"),
        (.missingKey, "either 'line' or 'transport: true'", "as with contradictory keys"),
        (.missingKey, "either 'together' or 'apart'", "as with contradictory keys"),
        (.numberOutOfRange, "a pair is of two people", "how many items a list has is said by its reader"),
        (.missingKey, "nor by a set that 'rules' names", "a rule set may say it instead"),
        (.missingKey, "needs the operating days", "asked for by a unit deep inside the record"),
        (.unknownUnit, "the units differ", "a comparison of two values"),
        (.numberOutOfRange, "more than it starts from", "a comparison of two values"),
        (.numberOutOfRange, "start from nothing", "asked of an amount under one key only"),
        (.missingValue, "no condition", "an empty list is a list"),
        (.numberOutOfRange, "does not rise", "a comparison of two values"),
        (.numberOutOfRange, "two pollutants", "a set of two where one pollutant has two names"),
        (.tooPrecise, "finer than one minute", "a third of an hour has no last decimal"),
        (
            .tooPrecise, "millionth of a degree",
            "multipleOf refuses right decimals: binary fractions are not exact"
        ),
        (.impossibleDate, "ends before it begins", "a comparison of two dates"),
    ]

    static func says(_ finding: Diagnostic) -> String? {
        reasons.first {
            $0.rule == finding.rule && ($0.words.isEmpty || finding.message.english.contains($0.words))
        }?.why
    }
}
