import Diagnostics
import Foundation
import PlanFiles
import TestSupport
import Testing

/// Plans at git revisions.
struct PlanRevisionTests {
    private let scratch: TemporaryFolder
    private var plans: String { scratch.url.appending(path: "Plans").path }

    init() throws {
        scratch = try TemporaryFolder()
        try git("init", "-q", "-b", "main")
        try write("one", "a.yaml")
        try write("same", "甲/b.yaml")
        try commit("first")
    }

    private func git(_ arguments: String...) throws {
        let result = try run(
            "/usr/bin/git",
            ["-C", scratch.url.path, "-c", "user.name=t", "-c", "user.email=t@t"] + arguments)
        #expect(result.status == 0, "\(result.errorText)")
    }

    private func write(_ text: String, _ name: String) throws {
        try scratch.write(Data(text.utf8), to: "Plans/\(name)")
    }

    /// Commits everything and names it.
    private func commit(_ tag: String) throws {
        try git("add", "-A")
        try git("commit", "-qm", tag)
        try git("tag", tag)
    }

    private func texts(_ folder: PlanFolder) -> [String] {
        folder.files.map { "\($0.path.dropFirst(plans.count + 1)) \($0.text)" }
    }

    @Test func theExactRevisionIsReadWhereHistoriesHaveParted() async throws {
        try git("checkout", "-qb", "side")
        try write("side", "a.yaml")
        try commit("side-1")
        try git("checkout", "-q", "main")
        try write("main", "a.yaml")
        try commit("main-1")
        let exact = try await PlanFolder.read(plans, exactlyAt: "side-1")
        #expect(texts(exact.folder) == ["a.yaml side", "甲/b.yaml same"])
        #expect(exact.commit.count == 40)
        let begun = try await PlanFolder.read(plans, at: "side-1")
        #expect(texts(begun.folder) == ["a.yaml one", "甲/b.yaml same"])
    }

    @Test func aFolderThatIsGoneIsReadFromItsRepository() async throws {
        try FileManager.default.removeItem(atPath: plans)
        let (folder, _) = try await PlanFolder.read(plans + "/", exactlyAt: "HEAD")
        #expect(texts(folder) == ["a.yaml one", "甲/b.yaml same"])
    }

    @Test func aFolderThatWasNotThereYetIsOneSentence() async throws {
        let other = scratch.url.appending(path: "Others").path
        await #expect(throws: PlanFilesError.self) { try await PlanFolder.read(other, exactlyAt: "HEAD") }
        #expect(try await PlanFolder.read(other, at: "HEAD").folder.files.isEmpty)
    }

    @Test func hostileRevisionsAreNoOptions() async throws {
        for revision in ["--output=x", "-h", "HEAD\nHEAD", "", "HEAD:Plans/a.yaml", "nonsense", "HEAD --all"]
        {
            await #expect(throws: PlanFilesError.self, "\(revision)") {
                try await PlanFolder.read(plans, exactlyAt: revision)
            }
        }
        #expect(!FileManager.default.fileExists(atPath: scratch.url.appending(path: "x").path))
    }

    @Test func linksAndHiddenFilesAreNoPlans() async throws {
        try FileManager.default.createSymbolicLink(
            atPath: plans + "/link.yaml", withDestinationPath: "a.yaml")
        try write("hidden", ".b.yaml")
        try write("hidden", ".c/d.yaml")
        try write("line\nbreak", "e\nf.yaml")
        try commit("odd")
        let (folder, _) = try await PlanFolder.read(plans, exactlyAt: "odd")
        #expect(texts(folder) == ["a.yaml one", "e\nf.yaml line\nbreak", "甲/b.yaml same"])
        #expect(folder.diagnostics.map(\.rule) == [.notAFile])
    }
}
