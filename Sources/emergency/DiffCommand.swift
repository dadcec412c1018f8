import Activating
import ArgumentParser
import Diagnostics
import PlanFiles
import PlanModel
import PlanReading
import Printing

struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: Terminal.shared.say(
            "比较两个版本的计划：先说对减排比例的后果，再说改了什么。",
            "Compare the plans at two times: first what it means for the targets, then what differs."),
        discussion: Terminal.shared.say(
            """
            和 git diff 一样：不写版本，比较工作区和 HEAD；写一个，比较工作区和它；写两个（或 A..B），比较这两个。
            改名、挪位置、注释、次序、单位换一种写法都不算改动；认的是编号。
            退出码为 0；--exit-code 时计划有不同为 1（达标变未达标也只是不同），比较不全的也为 1。
            例：emergency diff origin/main --format markdown=diff.md
            """,
            """
            As git diff does: without a revision the working tree against HEAD, with one against it, with two (or A..B) the one against the other.
            Moved files, comments, order and units written otherwise are no changes; things are known by their ids.
            Exit code 0; with --exit-code 1 where the plans differ (a target that is missed now is a difference like others) or could not be compared whole.
            Example: emergency diff origin/main --format markdown=diff.md
            """))

    @Argument(
        help: ArgumentHelp(
            Terminal.shared.say(
                "git 版本，至多两个：HEAD~1、origin/main、v1..v2。",
                "At most two git revisions: HEAD~1, origin/main, v1..v2."), valueName: "revision"))
    var revisions: [String] = []

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "计划不在 git 里时，与这个文件夹里的旧计划比较。",
                "Where plans are not in git: compare with the earlier ones in this folder."),
            valueName: "folder"),
        completion: .directory)
    var against: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "只核算这个级别：yellow、orange 或 red；省略即三级都算。",
                "Balance this level only: yellow, orange or red; all three when left out."),
            valueName: "level"))
    var level: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "两边都按哪一天看（豁免到期等），如 2026-11-24；省略即今天。",
                "The day for which both are looked at (exemptions …), e.g. 2026-11-24; today when left out."),
            valueName: "date"))
    var on: String?

    @Flag(help: ArgumentHelp(Terminal.shared.say("有不同时退出码为 1。", "Exit code 1 where anything differs.")))
    var exitCode = false

    @Flag(
        name: .customLong("cache"), inversion: .prefixedNo,
        help: ArgumentHelp(
            Terminal.shared.say(
                "记住没有错误的版本，下次只读改过的（在 ~/.cache/emergency，随时可删）。",
                "Remember revisions without errors, to read only what differs next time (in ~/.cache/emergency, removable at any time)."
            )))
    var usesCache = true

    @OptionGroup var options: PlanOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            Terminal.shared.say(
                "输出形式，可写几个：text、json、markdown（合并请求里的评论）；写进文件用 形式=文件。",
                "Output, several at will: text, json, markdown (for a comment on a pull request); FORMAT=FILE writes a file."
            ), valueName: "format[=file]"))
    var format: [DiffFace] = []

    func validate() throws {
        let terminal = Terminal.shared
        try DiffFace.requireSound(
            format, ("比较结果", "a comparison is"), example: ("markdown=diff.md", "markdown=diff.md"))
        _ = try levels
        guard range.count <= 2, !range.contains("") else {
            throw ValidationError(
                terminal.say(
                    "至多写两个版本，如 v1 v2 或 v1..v2", "name at most two revisions, e.g. v1 v2 or v1..v2"))
        }
        guard against == nil || revisions.isEmpty else {
            throw ValidationError(
                terminal.say("--against 与版本只能写一样", "either --against or revisions, not both"))
        }
    }

    func run() async throws {
        let day = try CheckDay.day(on)
        let comparison = try await comparison(on: day)
        for face in format.isEmpty ? [DiffFace(.text)] : format { try face.put(comparison) }
        let isWhole = comparison.before.errors.isEmpty && comparison.after.errors.isEmpty
        // Leaving at once: taking thousands of plans apart piece by piece would keep people waiting for nothing.
        Terminal.shared.leave(
            with: exitCode && (comparison.differs || !isWhole) ? Failure.findings.code : .success)
    }

    /// The revisions, `A..B` being two.
    private var range: [String] {
        guard revisions.count == 1, let dots = revisions[0].firstRange(of: "..") else { return revisions }
        let (start, end) = (revisions[0][..<dots.lowerBound], revisions[0][dots.upperBound...])
        // Where one is left out it is HEAD, as for git.
        return [start, end].map { $0.isEmpty ? "HEAD" : String($0) }
    }

    private var levels: [AlertLevel] {
        get throws { try level.map { [try OrderOptions.level($0)] } ?? AlertLevel.allCases }
    }

    private func comparison(on day: CivilDate) async throws -> PlanComparison {
        let levels = try levels
        let cache = usesCache ? CheckCache(for: options.plans, .diff) : nil
        let stamp = "\(ProgramFile.identity) \(day.dayNumber)"
        let known = TreeMemory.all(in: cache?.payload)
        let found: (comparison: PlanComparison, memories: [TreeMemory])
        if let spared = await spared(known.filter { $0.stamp == stamp }, levels, on: day) {
            found = spared
        } else {
            let pair = try await pair()
            let line = ProgressLine(of: .checking, on: Terminal.shared)
            defer { line?.clear() }
            found = await PlanComparison.whole(
                of: pair, levels: levels, on: day, stamp: stamp,
                progress: line?.count(of: pair.before.folder.files.count + pair.after.folder.files.count))
        }
        let trees = Set(known.filter { $0.stamp == stamp }.map(\.tree))
        if let cache, found.memories.contains(where: { !trees.contains($0.tree) }) {
            cache.save(TreeMemory.payload(found.memories, before: known))
        }
        return found.comparison
    }

    /// nil where all has to be read.
    private func spared(
        _ known: [TreeMemory], _ levels: [AlertLevel], on day: CivilDate
    ) async -> (comparison: PlanComparison, memories: [TreeMemory])? {
        let range = range
        guard against == nil, !known.isEmpty,
            let survey = await PlanFolderSurvey(
                options.plans, from: range.first ?? "HEAD", to: range.count == 2 ? range[1] : nil)
        else { return nil }
        return await PlanComparison.sparing(survey, known: known, levels: levels, on: day)
    }

    private func pair() async throws -> PlanFolderPair {
        do throws(PlanFilesError) {
            if let against { return try await PlanFolderPair.read(options.plans, against: against) }
            let range = range
            return try await PlanFolderPair.read(
                options.plans, from: range.first ?? "HEAD", to: range.count == 2 ? range[1] : nil)
        } catch {
            throw Terminal.shared.told(error)
        }
    }
}
