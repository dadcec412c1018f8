import Foundation
import TestSupport
import Testing

/// The cache in the user's own folder: whatever is done to it, the same is found.
struct CacheTests {
    private let scratch: TemporaryFolder
    private let cache: URL

    init() throws {
        scratch = try TemporaryFolder()
        cache = scratch.url.appending(path: "cache/emergency")
        try FileManager.default.copyItem(
            at: repository.appending(path: "Plans"), to: scratch.url.appending(path: "Plans"))
    }

    private func check(_ options: [String] = []) throws -> Finished {
        try run(
            program, ["check", "--on", "2026-11-24"] + options, in: scratch.url,
            environment: ["XDG_CACHE_HOME": scratch.url.appending(path: "cache").path])
    }

    private var stored: URL {
        get throws {
            let names = try FileManager.default.contentsOfDirectory(atPath: cache.path)
            return cache.appending(path: try #require(names.first))
        }
    }

    private func breakPlan() throws {
        let plan = scratch.url.appending(path: "Plans/sub-districts/月坛/enterprises/示例彩印.yaml")
        let text = try String(contentsOf: plan, encoding: .utf8)
        try text.replacing("action: stop", with: "action: stpo").write(
            to: plan, atomically: true, encoding: .utf8)
    }

    @Test func remembersAndStillSeesChanges() throws {
        let first = try check()
        #expect(first.status == 0)
        let attributes = try FileManager.default.attributesOfItem(atPath: try stored.path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let again = try check()
        #expect(again.text == first.text)
        try breakPlan()
        let found = try check()
        let fresh = try check(["--no-cache"])
        #expect(found.status == 1 && found.text == fresh.text)
        try FileManager.default.removeItem(at: cache)
        let uncached = try check(["--no-cache"])
        #expect(uncached.status == 1)
        #expect(!FileManager.default.fileExists(atPath: cache.path))
    }

    /// Cut short, turned over, another's, a link, a folder, nothing: as if it were not there.
    @Test func aSpoiledCacheIsNoCache() throws {
        _ = try check()
        try breakPlan()
        let expected = try check(["--no-cache"]).text
        let whole = try Data(contentsOf: try stored)
        var spoiled = [Data(), whole.prefix(10), whole.prefix(whole.count / 2), Data("foreign".utf8) + whole]
        for offset in [0, 20, 30, 40, 45, whole.count / 2, whole.count - 1] {
            var bytes = whole
            bytes[offset] ^= 0x40
            spoiled.append(bytes)
        }
        for bytes in spoiled {
            try bytes.write(to: try stored)
            let again = try check()
            #expect(again.text == expected)
        }
        let path = try stored
        try FileManager.default.removeItem(at: path)
        try FileManager.default.createSymbolicLink(at: path, withDestinationURL: URL(filePath: "/dev/zero"))
        let again = try check()
        #expect(again.text == expected)
        try FileManager.default.removeItem(at: path)
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: false)
        let last = try check()
        #expect(last.text == expected)
    }

    @Test func worksWithoutACacheFolder() throws {
        for environment in [["XDG_CACHE_HOME": "/proc/nowhere"], ["HOME": "", "XDG_CACHE_HOME": "relative"]] {
            let result = try run(
                program, ["check", "--on", "2026-11-24"], in: scratch.url, environment: environment)
            #expect(result.status == 0 && result.errorText.isEmpty)
        }
        #expect(!FileManager.default.fileExists(atPath: scratch.url.appending(path: "relative").path))
    }
}
