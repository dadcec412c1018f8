import Diagnostics
import Foundation
import TestSupport
import Testing

/// `emergency diff` as people and workflows run it.
struct DiffTests {
    private let scratch: TemporaryFolder
    private let cache: TemporaryFolder
    private static let enterprises = "Plans/sub-districts/月坛/enterprises"

    init() throws {
        scratch = try TemporaryFolder()
        cache = try TemporaryFolder()
        try FileManager.default.copyItem(
            at: repository.appending(path: "Plans"), to: scratch.url.appending(path: "Plans"))
        try git("init", "-q")
        try commit()
    }

    private func git(_ arguments: String...) throws {
        let result = try run(
            "/usr/bin/git", ["-c", "user.name=x", "-c", "user.email=x@example.invalid"] + arguments,
            in: scratch.url)
        try #require(result.status == 0, "\(result.errorText)")
    }

    private func commit() throws {
        try git("add", "-A")
        try git("commit", "-q", "--allow-empty", "-m", "x")
    }

    private func diff(_ arguments: String...) throws -> Finished {
        try run(
            program, ["diff", "--on", "2026-11-24", "--lang", "en"] + arguments, in: scratch.url,
            environment: ["XDG_CACHE_HOME": cache.url.path])
    }

    private func edit(_ path: String, _ change: (String) -> String) throws {
        let url = scratch.url.appending(path: path)
        try change(String(contentsOf: url, encoding: .utf8)).write(to: url, atomically: true, encoding: .utf8)
    }

    /// Files below Plans, in order.
    private func files() throws -> [String] {
        try planFiles(below: scratch.url.appending(path: "Plans")).map { "Plans/\($0.path)" }
    }

    /// Whatever is remembered of earlier revisions, every comparison comes out as without: enterprises that change,
    /// come, go, move, take each other's ids or have errors, and other files that change as well.
    @Test(arguments: [1, 2, 3] as [UInt64]) func whatIsRememberedChangesNothing(seed: UInt64) throws {
        var seeded = Seeded(seed)
        try git("tag", "whole")
        _ = try diff("HEAD", "HEAD")
        var spared = 0
        for round in 0..<10 {
            // Errors would stay for ever, and nothing is remembered of plans that have any.
            if round % 2 == 0 {
                try git("rm", "-rqf", "Plans")
                try git("checkout", "-q", "whole", "--", "Plans")
                try commit()
            }
            for _ in 0...Int.random(in: 0...2, using: &seeded) { try change(&seeded, round) }
            spared += try compare([], "seed \(seed), round \(round): on disk")
            try commit()
            for range in [["HEAD~1", "HEAD"], ["HEAD", "HEAD~1"], ["whole"]] {
                spared += try compare(range, "seed \(seed), round \(round): \(range)")
            }
        }
        #expect(spared >= 8, "only \(spared) of 40 comparisons were spared the reading of everything")
    }

    /// Compares with and without what is remembered.
    /// - Returns: 1 where the first did not list all files, else 0.
    private func compare(_ range: [String], _ what: String) throws -> Int {
        let trace = cache.url.appending(path: "trace")
        try? FileManager.default.removeItem(at: trace)
        let both = try [[], ["--no-cache"]].map { extra in
            try run(
                program, ["diff", "--on", "2026-11-24", "--format", "json"] + range + extra, in: scratch.url,
                environment: [
                    "XDG_CACHE_HOME": cache.url.path, "GIT_TRACE": extra.isEmpty ? trace.path : "0",
                ])
        }
        #expect(both[0].status == 0 && both[1].status == 0, "\(what): \(both[0].errorText)")
        #expect(both[0].output == both[1].output, "\(what)")
        return try String(contentsOf: trace, encoding: .utf8).contains("ls-tree") ? 0 : 1
    }

    /// One change, seldom to a file that is no enterprise.
    private func change(_ seeded: inout Seeded, _ round: Int) throws {
        let all = try files()
        let enterprises = all.filter { $0.contains("/enterprises/") }
        let path = try #require(enterprises.randomElement(using: &seeded))
        let other = try #require(enterprises.randomElement(using: &seeded))
        switch Int.random(in: 0..<12, using: &seeded) {
        case 0...3: try edit(path) { $0.replacing("action: keep", with: "action: stop", maxReplacements: 1) }
        case 4: try edit(path) { $0.replacing("VOCs: ", with: "VOCs: 1", maxReplacements: 1) }
        case 5: try edit(path) { "# \(round)\n" + $0 }
        case 6: try FileManager.default.removeItem(at: scratch.url.appending(path: path))
        case 7:
            let new = path.replacing(".yaml", with: "新\(round).yaml")
            try edit(path) { $0.replacing(/id: XC-(\w+)-/) { "id: XN-\($0.1)-\(round)" } }
            try FileManager.default.moveItem(
                at: scratch.url.appending(path: path), to: scratch.url.appending(path: new))
        case 8:
            let id =
                try String(contentsOf: scratch.url.appending(path: other), encoding: .utf8)
                .firstMatch(of: /(?m)^id: .*$/)?.0 ?? "id: X"
            try edit(path) { $0.replacing(/(?m)^id: .*$/) { _ in String(id) } }
        case 9: try edit(path) { $0.replacing("status: ", with: "statu: ", maxReplacements: 1) }
        case 10:
            try edit("Plans/district.yaml") { $0.replacing("VOCs: 4.1 t/d", with: "VOCs: 4.\(round) t/d") }
        default:
            try edit("Plans/measures/dust.yaml") {
                $0.replacing("30 %", with: "3\(round) %", maxReplacements: 1)
            }
        }
    }

    /// The figures of both sides are those of `balance`, which is held by judges of its own.
    @Test(arguments: [0, 1, 2, 3] as [UInt64]) func figuresAreThoseOfTheBalance(seed: UInt64) throws {
        for file in scaledPlans(try planFiles(below: samplePlans), seed: seed + 1) {
            try scratch.write(Data(file.bytes), to: "Plans/\(file.path)")
        }
        let old = try folder(ofPlansScaledBy: 0)
        let document = try object(diff("--format", "json"))
        let levels = try #require(document["balances"] as? [[String: Any]], "\(document["after"] ?? "")")
        for (level, name) in zip(levels, ["yellow", "orange", "red"]) {
            let pollutants = try #require(level["pollutants"] as? [String: [String: Any]])
            for (side, folder) in [("before", old.url), ("after", scratch.url)] {
                let result = try run(
                    program,
                    ["balance", "--level", name, "--effective", "2026-11-24 00:00", "--format", "json"],
                    in: folder)
                let balance = try object(result)["balance"] as? [String: Any]
                let figures = try #require(balance?["pollutants"] as? NSDictionary)
                let mine = NSDictionary(
                    dictionary: pollutants.compactMapValues { $0[side] as? NSDictionary })
                #expect(mine == figures, "seed \(seed), \(name), \(side)")
            }
        }
    }

    private func object(_ result: Finished) throws -> [String: Any] {
        try #require(
            try JSONSerialization.jsonObject(with: result.output) as? [String: Any], "\(result.errorText)")
    }

    @Test func theExitCodeIsAskedFor() throws {
        #expect(try diff("--exit-code").status == 0)
        try edit("\(Self.enterprises)/示例彩印.yaml") { "# x\n" + $0 }
        #expect(try diff("--exit-code").status == 0, "a comment is no change of the plan")
        try edit("\(Self.enterprises)/示例彩印.yaml") { $0.replacing("status: running", with: "status: idle") }
        #expect(try diff().status == 0)
        #expect(try diff("--exit-code").status == 1)
        #expect(try diff("--exit-code", "HEAD", "HEAD").status == 0)
    }

    /// A plan can make no markup, mention, reference, link or second comment of what it says.
    @Test func nothingInAPlanIsMarkdown() throws {
        let name =
            "<script>x</script> @xicheng/all #12 [a](https://e.example) ![b](c) |`*_~ www.e.example $x$ <!-- -->"
        try edit("\(Self.enterprises)/示例彩印.yaml") {
            $0.replacing("name: 北京示例彩印有限公司", with: "name: '\(name)\u{7}'")
        }
        let old = "\(Self.enterprises)/示例彩印.yaml"
        try FileManager.default.moveItem(
            at: scratch.url.appending(path: old),
            to: scratch.url.appending(path: "\(Self.enterprises)/@x `y` <b>.yaml"))
        let text = try diff("--format", "markdown").text
        let body = text.split(separator: "\n").dropFirst().joined(separator: "\n")
        for sign in ["<script", "@", "](", "`", "https://", "www.", "|", "$x", "<!--", "#12", "\u{7}", "<b>"]
        {
            #expect(!body.contains(sign), "\(sign)")
        }
        #expect(text.hasPrefix("<!-- emergency diff -->\n"))
    }

    @Test func aCommentIsNotLongerThanGitHubTakes() throws {
        for path in try files() where path.contains("people.yaml") {
            try edit(path) {
                $0.replacing("posts: [", with: "posts: [reporter, ").replacing("name: ", with: "name: 新")
            }
        }
        let text = try diff("--format", "markdown").text
        #expect(text.unicodeScalars.count < 65_536 && text.contains("more are not listed"))
    }

    @Test func theDocumentIsAsDescribed() throws {
        try edit("\(Self.enterprises)/示例彩印.yaml") {
            $0.replacing("status: running", with: "status: idle").replacing(
                "community: ", with: "community: 无")
        }
        try edit("Plans/duty.yaml") { "- x: [\n" + $0 }
        try git("mv", "Plans/patrol.yaml", "Plans/巡查.yaml")
        let file = scratch.url.appending(path: "diff.json")
        for arguments in [["--format", "json=diff.json"], ["HEAD", "HEAD", "--format", "json=diff.json"]] {
            let result = try run(program, ["diff", "--on", "2026-11-24"] + arguments, in: scratch.url)
            #expect(result.status == 0, "\(result.errorText)")
            let schema = repository.appending(path: "docs/diff.schema.json").path
            let judged = try judge("check-jsonschema", ["--schemafile", schema, file.path])
            #expect(judged.status == 0, "\(judged.text)")
        }
    }
}
