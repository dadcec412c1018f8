import Diagnostics
import Foundation
import PlanFiles
import TestSupport
import Testing

struct PlanFolderTests {
    private let scratch: TemporaryFolder

    init() throws {
        scratch = try TemporaryFolder()
    }

    private func read() async throws -> PlanFolder {
        try await PlanFolder.read(scratch.url.path)
    }

    @Test func takesPlanFilesInTheOrderOfTheirBytes() async throws {
        for path in ["b.yaml", "甲/a.yml", "a/z.yaml", ".git/x.yaml", "a/.hidden.yaml", "README.md", "a.yaml"]
        {
            try scratch.write(Data("x".utf8), to: path)
        }
        let root = scratch.url.path
        #expect(
            try await read().files.map(\.path)
                == ["a.yaml", "a/z.yaml", "b.yaml", "甲/a.yml"].map { "\(root)/\($0)" })
    }

    @Test func linksToFoldersAreNotFollowed() async throws {
        try scratch.write(Data("x".utf8), to: "a.yaml")
        try FileManager.default.createSymbolicLink(
            at: scratch.url.appending(path: "loop"), withDestinationURL: scratch.url)
        let folder = try await read()
        #expect(folder.files.count == 1)
        #expect(folder.diagnostics.map(\.rule) == [.notAFile])
        #expect(folder.diagnostics.map(\.severity) == [.warning])
    }

    @Test func whatCannotBeReadIsOneSentenceWithThePath() async throws {
        try scratch.write(Data("x".utf8), to: "a.yaml")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.url.appending(path: "dangling.yaml").path, withDestinationPath: "nowhere")
        #expect(try await read().diagnostics.map(\.rule) == [.notAFile])
        await #expect(throws: PlanFilesError.self) { try await PlanFolder.read(scratch.url.path + "/none") }
    }

    /// A folder without rights, seen by somebody who is not root.
    @Test func aFolderWithoutRightsIsNamed() throws {
        try scratch.write(Data("x".utf8), to: "Plans/a.yaml")
        let plans = scratch.url.appending(path: "Plans").path
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: plans)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: plans) }
        let command =
            getuid() == 0
            ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", program]
            : ["env", program]
        // The build may lie where nobody else may look; then a copy does.
        let copy = scratch.url.appending(path: "emergency")
        try FileManager.default.copyItem(atPath: program, toPath: copy.path)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.url.path)
        let result = try run(
            "/usr/bin/env", command.dropLast() + [copy.path, "check", "--plans", plans], in: scratch.url)
        #expect(result.status == 2)
        #expect(result.errorText == "emergency: cannot read the plan folder \(plans): Permission denied\n")
        #expect(result.text.isEmpty)
    }

    /// The system's own tool, given the same text, finds the same hash.
    @Test func theContentHashIsSHA256() throws {
        let files = [
            SourceFile(path: "Plans/a.yaml", bytes: Array("甲: 1\n".utf8)),
            SourceFile(path: "Plans/b/c.yaml", bytes: []),
        ]
        let text = "a.yaml\0\(7)\0甲: 1\nb/c.yaml\0\(0)\0"
        let answer = try run("/usr/bin/sha256sum", [], input: Data(text.utf8))
        #expect(ContentHash(files, below: "Plans").text == "sha256:" + answer.text.prefix(64))
    }

    @Test func tellsTheRevisionAndWhetherItIsClean() async throws {
        func git(_ arguments: String...) throws {
            let result = try run(
                "/usr/bin/git",
                ["-C", scratch.url.path, "-c", "user.name=t", "-c", "user.email=t@t"] + arguments)
            #expect(result.status == 0, "\(result.errorText)")
        }
        #expect(await GitRevision.of(scratch.url.path) == nil)
        try git("init", "-q")
        #expect(await GitRevision.of(scratch.url.path) == nil, "no commit yet")
        try scratch.write(Data("x".utf8), to: "a.yaml")
        try git("add", "-A")
        try git("commit", "-qm", "t")
        let clean = try #require(await GitRevision.of(scratch.url.path))
        #expect(clean.isClean && clean.commit.count == 40)
        try scratch.write(Data("y".utf8), to: "b.yaml")
        #expect(await GitRevision.of(scratch.url.path)?.isClean == false)
    }
}
