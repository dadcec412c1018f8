import Foundation
import TestSupport
import Testing

/// The hooks of `.pre-commit-hooks.yaml`, run by the real pre-commit in a repository of plans.
struct PreCommitTests {
    private static let manifest = repository.appending(path: ".pre-commit-hooks.yaml")

    @Test func theManifestIsValid() throws {
        let result = try judge("pre-commit", ["validate-manifest", Self.manifest.path])
        #expect(result.status == 0, "\(result.text)\(result.errorText)")
    }

    @Test func plansInOrderPass() throws {
        let plans = try PlansRepository()
        let result = try plans.runHooks(["--all-files"])
        #expect(result.status == 0, "\(result.text)\(result.errorText)")
        #expect(result.text.components(separatedBy: "Passed").count == 3, "\(result.text)")
    }

    /// As with every formatter: the file is rewritten, the commit stopped, and the next one goes through.
    @Test func aFileOutOfFormIsRewrittenAndStopsTheCommit() throws {
        let plans = try PlansRepository()
        let file = plans.url.appending(path: "Plans/duty.yaml")
        let before = try String(contentsOf: file, encoding: .utf8)
        try Data((before + "\n\n").utf8).write(to: file)
        try plans.git(["add", "."])
        let stopped = try plans.runHooks([])
        #expect(stopped.status == 1 && stopped.text.contains("files were modified by this hook"))
        #expect(try String(contentsOf: file, encoding: .utf8) == before)
        try plans.git(["add", "."])
        #expect(try plans.runHooks([]).status == 0)
    }

    @Test func aPlanTakenAwayIsMissed() throws {
        let plans = try PlansRepository()
        try plans.git(["rm", "-q", "Plans/duty.yaml"])
        let result = try plans.runHooks([])
        #expect(result.status == 1 && result.text.contains("[missing-file]"), "\(result.text)")
    }

    @Test func aFaultStopsTheCommitWithItsPlace() throws {
        let plans = try PlansRepository()
        let file = plans.url.appending(path: "Plans/duty.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data(text.replacing("kind: duty", with: "kind: dutty").utf8).write(to: file)
        try plans.git(["add", "."])
        let result = try plans.runHooks([])
        #expect(result.status == 1 && result.text.contains("Plans/duty.yaml:"), "\(result.text)")
    }
}

/// A district's repository with the sample plans, its hooks taken from a repository that has nothing but them.
private final class PlansRepository {
    private let scratch: TemporaryFolder
    let url: URL
    private let environment: [String: String]

    init() throws {
        scratch = try TemporaryFolder()
        url = scratch.url.appending(path: "district")
        let hooks = scratch.url.appending(path: "hooks")
        let folder = URL(filePath: program).deletingLastPathComponent().path
        environment = [
            "PATH": "\(folder):/usr/bin:/bin", "PRE_COMMIT_HOME": scratch.url.appending(path: "cache").path,
            "HOME": scratch.url.path, "GIT_CONFIG_NOSYSTEM": "1",
        ]
        try scratch.write(
            try Data(contentsOf: repository.appending(path: ".pre-commit-hooks.yaml")),
            to: "hooks/.pre-commit-hooks.yaml")
        let revision = try commitAll(in: hooks)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: samplePlans, to: url.appending(path: "Plans"))
        let config = """
            repos:
              - repo: \(hooks.path)
                rev: \(revision)
                hooks:
                  - id: emergency-fmt
                  - id: emergency-check
                    args: [--on, "2026-11-24"]
            """
        try Data(config.utf8).write(to: url.appending(path: ".pre-commit-config.yaml"))
        _ = try commitAll(in: url)
    }

    func runHooks(_ arguments: [String]) throws -> Finished {
        try judge("pre-commit", ["run", "--color", "never"] + arguments, in: url, environment: environment)
    }

    func git(_ arguments: [String]) throws { _ = try git(arguments, in: url) }

    private func commitAll(in folder: URL) throws -> String {
        _ = try git(["init", "-q"], in: folder)
        _ = try git(["add", "."], in: folder)
        _ = try git(["commit", "-q", "-m", "x"], in: folder)
        return try git(["rev-parse", "HEAD"], in: folder)
    }

    private func git(_ arguments: [String], in folder: URL) throws -> String {
        let result = try run(
            "/usr/bin/git", ["-c", "user.name=示例", "-c", "user.email=a@example.invalid"] + arguments,
            in: folder, environment: environment)
        try #require(result.status == 0, "git \(arguments): \(result.errorText)")
        return result.text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
