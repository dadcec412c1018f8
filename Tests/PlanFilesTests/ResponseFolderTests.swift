import Diagnostics
import Foundation
import PlanFiles
import TestSupport
import Testing

struct ResponseFolderTests {
    private let scratch: TemporaryFolder

    init() throws {
        scratch = try TemporaryFolder()
    }

    private func folder() -> ResponseFolder {
        ResponseFolder(parent: scratch.url.path + "/R", name: "2026-11-24-orange")
    }

    private func names(_ path: String = "R") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.url.appending(path: path).path).sorted()
    }

    private static let files = [
        ResponseFile(path: "index.html", text: "一"), ResponseFile(path: "01-德胜/通知单.html", text: "二"),
        ResponseFile(path: "01-德胜/值班表.html", text: "三"),
    ]

    @Test func writesEverythingUnderItsName() throws {
        try folder().write(Self.files)
        #expect(try names() == ["2026-11-24-orange"])
        #expect(try names("R/2026-11-24-orange/01-德胜") == ["值班表.html", "通知单.html"].sorted())
        let text = try String(
            contentsOf: scratch.url.appending(path: "R/2026-11-24-orange/01-德胜/通知单.html"), encoding: .utf8)
        #expect(text == "二")
    }

    @Test func whatIsThereIsKept() throws {
        try folder().write(Self.files)
        #expect(throws: PlanFilesError.self) { try folder().write([]) }
        #expect(try names("R/2026-11-24-orange") == ["01-德胜", "index.html"])
    }

    @Test func everyReplacedOneIsKept() throws {
        for text in ["一", "二", "三"] {
            try folder().write([ResponseFile(path: "index.html", text: text)], replacing: folder())
        }
        #expect(
            try names() == [
                "2026-11-24-orange", "2026-11-24-orange.2.replaced", "2026-11-24-orange.replaced",
            ])
        func read(_ name: String) throws -> String {
            try String(contentsOf: scratch.url.appending(path: "R/\(name)/index.html"), encoding: .utf8)
        }
        #expect(try read("2026-11-24-orange") == "三")
        #expect(try read("2026-11-24-orange.replaced") == "一")
        #expect(try read("2026-11-24-orange.2.replaced") == "二")
    }

    @Test func aFileThatCannotBeWrittenLeavesNothing() throws {
        let files = Self.files + [ResponseFile(path: String(repeating: "长", count: 300), text: "x")]
        #expect(throws: PlanFilesError.self) { try folder().write(files) }
        #expect(try names() == [])
    }

    @Test func leftoversOfKilledRunsAreClearedAndThoseOfLivingOnesAreNot() throws {
        try scratch.write(Data("x".utf8), to: "R/.emergency-draft-2026-11-24-red-1/index.html")
        try scratch.write(Data("x".utf8), to: "R/.emergency-draft-2026-11-24-red-2/index.html")
        let living = open(scratch.url.path + "/R/.emergency-draft-2026-11-24-red-2", O_RDONLY)
        #expect(flock(living, LOCK_EX) == 0)
        defer { close(living) }
        try folder().write(Self.files)
        #expect(try names() == [".emergency-draft-2026-11-24-red-2", "2026-11-24-orange"])
    }

    /// Killed at ever later moments, a run leaves the whole folder or none.
    @Test func aKilledRunLeavesAllOrNothing() throws {
        try FileManager.default.copyItem(
            at: repository.appending(path: "Plans"), to: scratch.url.appending(path: "Plans"))
        var whole = 0
        for step in 1...12 {
            let after = "0.\(step < 10 ? "0" : "")\(step * (step < 10 ? 1 : 3))"
            let result = try run(
                "/bin/sh",
                [
                    "-c",
                    "exec timeout -s KILL \(after) \(program) activate --level orange --effective '2026-11-24 18:00' --responses R\(step) --seconds 0 --no-pdf",
                ], in: scratch.url)
            let path = scratch.url.appending(path: "R\(step)/2026-11-24-orange").path
            guard FileManager.default.fileExists(atPath: path) else {
                #expect(result.status != 0)
                continue
            }
            whole += 1
            let files = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
            #expect(files.filter { $0.contains(".") }.count == 128)
        }
        #expect(whole < 12, "at least the first was killed in time")
    }
}
