import Foundation
import TestSupport
import Testing

/// The faces of one check, read by the programs for which they are made.
struct FacesTests {
    private static let faces = [
        "json=findings.json", "sarif=findings.sarif", "junit=findings.xml", "github=findings.github",
        "concise=findings.txt",
    ]

    @Test func readersOfEveryFaceAgree() throws {
        let scratch = try Self.folder(of: Self.faults)
        let arguments =
            ["check", "--on", "2026-11-24", "--lang", "en"] + Self.faces.flatMap { ["--format", $0] }
        let result = try run(program, arguments, in: scratch.url)
        #expect(result.status == 1 && result.text.isEmpty, "\(result.text)\(result.errorText)")
        let answer = try Self.judged(scratch.url)
        let numbers = answer.split(separator: " ").compactMap { Int($0) }
        #expect(numbers.count == 3 && numbers[0] >= 5 && numbers[1] >= 4, "\(answer)")
    }

    @Test func aCleanFolderHasFacesToo() throws {
        let scratch = try Self.folder(of: [])
        let arguments =
            ["check", "--on", "2026-11-24", "--lang", "en"] + Self.faces.flatMap { ["--format", $0] }
        #expect(try run(program, arguments, in: scratch.url).status == 0)
        #expect(try Self.judged(scratch.url) == "0 0 0")
    }

    /// What a plan says can neither end an annotation nor begin a command of its own.
    @Test func aPlanCannotCommandTheWorkflow() throws {
        let scratch = try Self.folder(of: [
            (
                "name: 四色胶印线",
                "name: \"x\\n::error::forged\\n::set-output name=a::b\"\n    \"\\n::stop-commands::x\": 1"
            )
        ])
        let result = try run(
            program, ["check", "--on", "2026-11-24"], in: scratch.url, environment: ["GITHUB_ACTIONS": "true"]
        )
        let commands = result.text.split(separator: "\n").filter { $0.hasPrefix("::") }
        #expect(commands.count == 1 && commands[0].contains("title=unknown-key"), "\(commands)")
        #expect(result.text.contains("1 error, 0 warnings"))
    }

    private static let faults = [
        ("community: ", "community: 甲,乙:丙%\n# "), ("status: running", "status: \"run<ing>&]]>\\u0001\""),
        ("reviewed: ", "reviewed: 2024-01-01 # "), ("phone: \"010", "phone: \"10"),
        ("kind: enterprise\n", "kind: enterprise\nkind: enterprise\n"),
    ]

    private static func folder(of faults: [(String, String)]) throws -> TemporaryFolder {
        let scratch = try TemporaryFolder()
        try FileManager.default.copyItem(
            at: repository.appending(path: "Plans"), to: scratch.url.appending(path: "Plans"))
        let plan = scratch.url.appending(path: "Plans/sub-districts/月坛/enterprises/示例彩印.yaml")
        var text = try String(contentsOf: plan, encoding: .utf8)
        for (old, new) in faults {
            #expect(text.contains(old), "\(old) is where the test expects it")
            text = text.replacing(old, with: new, maxReplacements: 1)
        }
        try text.write(to: plan, atomically: true, encoding: .utf8)
        if faults.count > 1 {
            try FileManager.default.removeItem(at: scratch.url.appending(path: "Plans/duty.yaml"))
        }
        return scratch
    }

    private static func judged(_ folder: URL) throws -> String {
        let result = try judge(
            "python",
            [
                repository.appending(path: "Tests/Judges/faces.py").path,
                repository.appending(path: "docs/findings.schema.json").path, folder.path,
            ])
        #expect(result.status == 0, "\(result.errorText)")
        return result.text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
