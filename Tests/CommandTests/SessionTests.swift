import Foundation
import TestSupport
import Testing

/// Golden sessions: what a user types, and every byte they get to see.
///
/// A session is a text: `$ command` lines, below each what it printed, lines of standard error marked `! `, and
/// `→ code`. It runs in a new folder with a copy of the sample plans. `EMERGENCY_RECORD=1` writes down what
/// came out and still fails, so that a recording is reviewed.
struct SessionTests {
    private static let folder = repository.appending(path: "Tests/CommandTests/Sessions")

    static let names = TestSupport.names(in: folder, endingWith: ".session")

    @Test func thereAreSessions() {
        #expect(Self.names.count >= 8)
    }

    @Test(arguments: names)
    func printsWhatWasWrittenDown(name: String) throws {
        let file = Self.folder.appending(path: name)
        let written = try String(contentsOf: file, encoding: .utf8)
        let scratch = try TemporaryFolder()
        try FileManager.default.copyItem(
            at: repository.appending(path: "Plans"), to: scratch.url.appending(path: "Plans"))
        var played = ""
        for line in written.split(separator: "\n", omittingEmptySubsequences: false) {
            // Only what stands above the first command is ours; the rest is written anew.
            if line.hasPrefix("#"), !played.contains("$ ") { played += line + "\n" }
            if line.hasPrefix("$ ") { played += try play(String(line.dropFirst(2)), in: scratch.url) }
        }
        if ProcessInfo.processInfo.environment["EMERGENCY_RECORD"] != nil {
            try played.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("recorded \(name): review it")
            return
        }
        #expect(played == written, "\(Self.firstDifference(played, written))")
    }

    private func play(_ command: String, in folder: URL) throws -> String {
        let bin = URL(filePath: program).deletingLastPathComponent().path
        let result = try run(
            "/bin/sh", ["-c", command], in: folder,
            environment: [
                "PATH": "\(bin):/usr/bin:/bin",
                "GIT_CEILING_DIRECTORIES": folder.deletingLastPathComponent().path,
            ])
        var text = "$ \(command)\n" + result.text
        if !text.hasSuffix("\n") { text += "\n" }
        for line in result.errorText.split(separator: "\n", omittingEmptySubsequences: false)
        where !line.isEmpty {
            text += "! \(line)\n"
        }
        return text + "→ \(result.status)\n\n"
    }

    private static func firstDifference(_ one: String, _ other: String) -> String {
        let (left, right) = (one.split(separator: "\n"), other.split(separator: "\n"))
        for (index, line) in left.enumerated() where index >= right.count || right[index] != line {
            return "line \(index + 1): «\(line)» instead of «\(index < right.count ? right[index] : "")»"
        }
        return "it ends early"
    }
}
