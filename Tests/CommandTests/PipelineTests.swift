import Foundation
import TestSupport
import Testing

/// What docs/ci.md tells people to copy, held by the schemas of the services that it is for.
struct PipelineTests {
    private static let validators: [String: [String]] = [
        ".github/workflows/plans.yaml": ["--builtin-schema", "vendor.github-workflows"],
        ".github/workflows/plans-diff.yaml": ["--builtin-schema", "vendor.github-workflows"],
        ".gitlab-ci.yml": ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"],
    ]

    /// The blocks of the page by the file's name behind the language.
    private static func blocks() throws -> [(name: String, text: String)] {
        let page = try String(contentsOf: repository.appending(path: "docs/ci.md"), encoding: .utf8)
        return page.matches(of: /(?ms)^```(?:yaml|text) (\S+)\n(.*?)^```$/).map {
            (String($0.1), String($0.2))
        }
    }

    @Test func everyBlockIsValid() throws {
        let blocks = try Self.blocks()
        #expect(blocks.count == 6)
        let scratch = try TemporaryFolder()
        for (index, block) in blocks.enumerated() where block.name != "CODEOWNERS" {
            let name = "\(index).yaml"
            try scratch.write(Data(block.text.utf8), to: name)
            let file = scratch.url.appending(path: name).path
            let result =
                if let options = Self.validators[block.name] {
                    try judge("check-jsonschema", options + [file])
                } else {
                    try judge("pre-commit", ["validate-config", file], in: scratch.url)
                }
            #expect(result.status == 0, "\(block.name): \(result.text)\(result.errorText)")
        }
    }

    /// Every command of the page is one that the program takes.
    @Test func everyCommandIsUnderstood() throws {
        let scratch = try TemporaryFolder()
        try FileManager.default.copyItem(at: samplePlans, to: scratch.url.appending(path: "Plans"))
        for arguments in [["init", "-q"], ["add", "."], ["commit", "-q", "-m", "x"]] {
            let git = try run(
                "/usr/bin/git", ["-c", "user.name=x", "-c", "user.email=x@example.invalid"] + arguments,
                in: scratch.url)
            try #require(git.status == 0, "\(git.errorText)")
        }
        // The mark of a comment is no command.
        let lines = try Self.blocks().flatMap { $0.text.split(separator: "\n") }.filter {
            !$0.contains("<!--")
        }
        let commands = Set(
            lines.compactMap { $0.firstMatch(of: /emergency ((?:fmt|check|diff)(?: [^|#]*)?)/)?.1 })
        #expect(commands.count >= 7, "\(commands)")
        for command in commands {
            let arguments = command.split(separator: " ").map {
                $0.replacing(/^"\$.*"$/, with: "HEAD")
            }
            let result = try run(program, arguments.map { String($0) }, in: scratch.url)
            #expect(result.status <= 1, "\(command): \(result.errorText)")
        }
    }

    /// The hooks that the page names are those of the manifest.
    @Test func theHooksAreThere() throws {
        let manifest = try String(
            contentsOf: repository.appending(path: ".pre-commit-hooks.yaml"), encoding: .utf8)
        let text = try #require(try Self.blocks().first?.text)
        let named = text.matches(of: /id: (\S+)/).map { String($0.1) }
        #expect(named == ["emergency-fmt", "emergency-check"])
        for name in named { #expect(manifest.contains("- id: \(name)\n")) }
    }
}
