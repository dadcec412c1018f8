import Diagnostics
import Foundation
import PlanFiles
import TestSupport
import Testing

struct PlanFileWriterTests {
    private let scratch: TemporaryFolder

    init() throws {
        scratch = try TemporaryFolder()
    }

    private func file(_ name: String, _ text: String) throws -> SourceFile {
        try scratch.write(Data(text.utf8), to: name)
        return SourceFile(path: path(name), bytes: Array(text.utf8))
    }

    private func path(_ name: String) -> String { scratch.url.appending(path: name).path }

    private func text(_ name: String) throws -> String {
        try String(contentsOf: scratch.url.appending(path: name), encoding: .utf8)
    }

    /// What lies in the folder, hidden drafts included.
    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).sorted()
    }

    @Test func aFileIsReplacedAndKeepsItsMode() throws {
        let old = try file("a.yaml", "old")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: old.path)
        try PlanFileWriter.replace(old, with: Array("new".utf8))
        #expect(try text("a.yaml") == "new")
        let mode = try FileManager.default.attributesOfItem(atPath: old.path)[.posixPermissions] as? Int
        #expect(mode == 0o640)
        #expect(try names() == ["a.yaml"])
    }

    @Test func aLinkStaysALink() throws {
        _ = try file("real.yaml", "old")
        try FileManager.default.createSymbolicLink(
            atPath: path("link.yaml"), withDestinationPath: "real.yaml")
        try PlanFileWriter.replace(
            SourceFile(path: path("link.yaml"), bytes: Array("old".utf8)), with: Array("new".utf8))
        #expect(try text("real.yaml") == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("link.yaml")) == "real.yaml")
    }

    @Test func aFileThatChangedMeanwhileIsLeftAlone() throws {
        let old = try file("a.yaml", "old")
        _ = try file("a.yaml", "somebody's")
        #expect(throws: PlanFilesError.self) { try PlanFileWriter.replace(old, with: Array("new".utf8)) }
        #expect(try text("a.yaml") == "somebody's")
        #expect(try names() == ["a.yaml"])
    }

    @Test func aFileThatSaysSoAlreadyIsFine() throws {
        let old = try file("a.yaml", "old")
        _ = try file("a.yaml", "new")
        try PlanFileWriter.replace(old, with: Array("new".utf8))
        #expect(try text("a.yaml") == "new")
    }

    @Test func aNewFileNeverReplacesOne() throws {
        _ = try file("a.yaml", "old")
        #expect(throws: PlanFilesError.self) { try PlanFileWriter.create(path("a.yaml"), Array("new".utf8)) }
        #expect(try text("a.yaml") == "old")
        try PlanFileWriter.create(path("街/厂/b.yaml"), Array("new".utf8))
        #expect(try text("街/厂/b.yaml") == "new")
        #expect(try names() == ["a.yaml", "街"])
    }
}
