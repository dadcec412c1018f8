import Foundation
import TestSupport
import Testing

/// Whenever a command is killed, the record is whole: as before the event, or as after it.
@Suite(.serialized) struct LifeKillTests {
    /// A library that kills the program before its n-th call that could change a disk.
    private static let killer: String? = {
        let library = FileManager.default.temporaryDirectory.appending(path: "emergency-kill-\(getpid()).so")
        let source = repository.appending(path: "Tests/CommandTests/Kill/kill.c").path
        let result = try? run("/usr/bin/env", ["cc", "-shared", "-fPIC", "-o", library.path, source, "-ldl"])
        return result?.status == 0 ? library.path : nil
    }()

    private static func emergency(_ arguments: String, in folder: URL, killedAt step: Int? = nil) throws
        -> Finished
    {
        var environment: [String: String] = [:]
        if let step { environment = ["LD_PRELOAD": try #require(killer), "KILL_AT": "\(step)"] }
        return try run(
            program, arguments.split(separator: " ").map { String($0.replacing("_", with: " ")) }, in: folder,
            environment: environment)
    }

    private static let activate =
        "activate --level orange --effective 2026-11-24_18:00 --until 2026-11-25_20:00 --now 2026-11-24_16:00 --seconds 0 --no-pdf --recorded-by x"
    private static let changes = [
        "raise --level red --effective 2026-11-25_08:00 --now 2026-11-24_20:00 --seconds 0 --no-pdf --recorded-by x",
        "extend --until 2026-11-26_08:00 --now 2026-11-24_20:00 --seconds 0 --no-pdf --recorded-by x",
        "lift --effective 2026-11-25_08:00 --now 2026-11-24_20:00 --seconds 0 --no-pdf --recorded-by x",
    ]

    private func entries(_ folder: URL) throws -> Int {
        let path = folder.appending(path: "Responses/2026-11-24-orange/events.yaml")
        let text = try String(contentsOf: path, encoding: .utf8)
        return text.split(separator: "\n").count { $0.hasPrefix("- event: ") }
    }

    /// - Parameter isHalf: Whether files may lie about that are of no event yet, which is said.
    private func requireSound(_ folder: URL, _ step: Int, isHalf: Bool = false) throws {
        let verified = try Self.emergency("verify", in: folder)
        let faults = verified.text.split(separator: "\n").filter { $0.contains("error:") }
        let isSound =
            verified.status == 0
            || isHalf && faults.allSatisfy { $0.contains("a command was interrupted") }
        #expect(isSound, "killed at step \(step): \(verified.text)\(verified.errorText)")
    }

    private func leftovers(_ folder: URL) -> [String] {
        (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []).filter {
            $0.contains(".emergency-draft")
        }
    }

    @Test func anActivationIsThereOrNot() throws {
        let scratch = try folderOfTinyPlans()
        let responses = scratch.url.appending(path: "Responses")
        var (whole, none, step) = (0, 0, 0)
        while true {
            step += 1
            try? FileManager.default.removeItem(at: responses)
            let result = try Self.emergency(Self.activate, in: scratch.url, killedAt: step)
            let folder = responses.appending(path: "2026-11-24-orange")
            if FileManager.default.fileExists(atPath: folder.path) {
                whole += 1
                try requireSound(scratch.url, step)
                #expect(try entries(scratch.url) == 1)
            } else {
                none += 1
                #expect(
                    result.status < 0, "step \(step) wrote nothing and was not killed: \(result.errorText)")
                // What is left behind is in nobody's way.
                #expect(try Self.emergency(Self.activate, in: scratch.url).status == 1)
                try requireSound(scratch.url, step)
            }
            #expect(result.status < 0 || leftovers(responses).isEmpty)
            if result.status >= 0 { break }
        }
        #expect(none > 20, "the run was killed at \(none) places before the response was there")
        #expect(whole >= 1)
    }

    @Test(arguments: changes)
    func aChangeIsRecordedOrNot(command: String) throws {
        let scratch = try folderOfTinyPlans()
        let (responses, kept) = (
            scratch.url.appending(path: "Responses"), scratch.url.appending(path: "kept")
        )
        #expect(try Self.emergency(Self.activate, in: scratch.url).status == 1)
        try FileManager.default.copyItem(at: responses, to: kept)
        var (after, before, step) = (0, 0, 0)
        while true {
            step += 1
            try FileManager.default.removeItem(at: responses)
            try FileManager.default.copyItem(at: kept, to: responses)
            let result = try Self.emergency(command, in: scratch.url, killedAt: step)
            try requireSound(scratch.url, step, isHalf: entries(scratch.url) == 1)
            if try entries(scratch.url) == 2 {
                after += 1
            } else {
                before += 1
                #expect(try entries(scratch.url) == 1)
                #expect(
                    result.status < 0, "step \(step) recorded nothing and was not killed: \(result.errorText)"
                )
                // The same command goes through afterwards, over whatever was left behind.
                let again = try Self.emergency(command, in: scratch.url)
                #expect(again.status == (command.hasPrefix("lift") ? 0 : 1), "\(again.errorText)")
                try requireSound(scratch.url, step)
                #expect(try entries(scratch.url) == 2)
                #expect(leftovers(responses).isEmpty)
            }
            if result.status >= 0 { break }
        }
        #expect(before > 15, "the run was killed at \(before) places before the event was recorded")
        #expect(after >= 1)
    }

    /// Of commands that begin together one wins, and the others say so.
    @Test func ofTwoAtOnceOneWins() async throws {
        let scratch = try folderOfTinyPlans()
        let folder = scratch.url
        #expect(try Self.emergency(Self.activate, in: folder).status == 1)
        for round in 0..<5 {
            let now = "2026-11-2\(5)_0\(round):00"
            let level = round % 2 == 0 ? "raise --level red" : "lower --level orange"
            let other = "extend --until 2026-11-2\(6 + round / 3)_\(10 + round):00"
            let results = try await withThrowingTaskGroup(of: Finished.self) { group in
                for command in [level, other, level, other] {
                    group.addTask {
                        try Self.emergency("\(command) --now \(now) --seconds 0 --no-pdf", in: folder)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let won = results.filter { $0.text.contains("Wrote Responses") }
            #expect(won.count >= 1)
            for result in results where !result.text.contains("Wrote Responses") {
                // Whoever came later was refused as things stood then, or found that they had changed.
                #expect(result.errorText.contains("emergency: "), "\(result.text)")
            }
            #expect(try entries(scratch.url) >= 1 + round + 1)
            try requireSound(scratch.url, round)
        }
    }

    @Test func twoActivationsAreOneResponse() async throws {
        let scratch = try folderOfTinyPlans()
        let folder = scratch.url
        let results = try await withThrowingTaskGroup(of: Finished.self) { group in
            for level in ["yellow", "orange", "red"] {
                group.addTask {
                    try Self.emergency(
                        Self.activate.replacing("orange", with: level), in: folder)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: scratch.url.appending(path: "Responses").path
        ).filter { !$0.hasPrefix(".") }
        let won = results.count { $0.text.contains("Wrote Responses") }
        // One that came when the first was there has changed its level.
        #expect(folders.count == 1, "\(folders)")
        #expect(won >= 1)
        #expect(try Self.emergency("verify", in: scratch.url).status == 0)
    }
}
