import ArgumentParser
import Diagnostics
import PlanFiles
import PlanModel
import PlanReading
import Printing

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Terminal.shared.say(
            "检查全部计划文件，一次列出所有错误。", "Check all plan files and list every fault at once."),
        discussion: Terminal.shared.say(
            """
            每个错误写明文件、行、列、原因和改法；规则的说明用 emergency explain 规则名 查看。
            确有理由的警告，在那一行末尾写 # emergency: allow 规则名 — 理由。
            没有错误退出码为 0，有错误为 1；--strict 时有警告也为 1。
            """,
            """
            Each fault comes with file, line, column, reason and remedy; emergency explain RULE tells more of a rule.
            A warning that has its reasons is silenced at the end of its line: # emergency: allow RULE — reason
            Exit code 0 without errors, 1 with; with --strict a warning counts like an error.
            """))

    @OptionGroup var options: PlanOptions

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "按哪一天检查（豁免到期、复核周期等），如 2026-11-24；省略即今天。",
                "The day to check for (exemptions, reviews …), e.g. 2026-11-24; today when left out."),
            valueName: "date"))
    var on: String?

    @Flag(help: ArgumentHelp(Terminal.shared.say("有警告也算不通过。", "Fail on warnings too.")))
    var strict = false

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "只报这个 git 版本以来新有的，如 origin/main、HEAD~1；合并请求里用它。",
                "Report only what is new since this git revision, e.g. origin/main or HEAD~1; for pull requests."
            ),
            valueName: "revision"))
    var since: String?

    @Flag(
        inversion: .prefixedNo,
        help: ArgumentHelp(
            Terminal.shared.say(
                "记住没有问题的企业方案，下次少读（在 ~/.cache/emergency，随时可删）。",
                "Remember plans without findings, to check faster next time (in ~/.cache/emergency, removable at any time)."
            )))
    var cache = true

    @Option(
        name: .long,
        help: ArgumentHelp(
            Terminal.shared.say(
                "输出形式，可写几个：text、concise（一行一个）、json、github、sarif、junit；写进文件用 形式=文件。省略为 text，在 GitHub 工作流里另加 github。",
                "Output, several at will: text, concise (one line each), json, github, sarif, junit; FORMAT=FILE writes a file. text when left out, and github too inside a GitHub workflow."
            ), valueName: "format[=file]"))
    var format: [FindingsFace] = []

    func validate() throws {
        try FindingsFace.requireSound(
            format, ("检查结果", "findings are"), example: ("sarif=findings.sarif", "sarif=findings.sarif"))
    }

    func run() async throws {
        let terminal = Terminal.shared
        let day = try CheckDay.day(on)
        let report = try await report(on: day)
        for face in format.isEmpty ? FindingsFace.usual(in: terminal) : format { try face.put(report) }
        // Leaving at once: taking thousands of plans apart piece by piece would keep people waiting for nothing.
        Terminal.shared.leave(with: report.hasFailed ? Failure.findings.code : .success)
    }

    private func report(on day: CivilDate) async throws -> FindingsReport {
        let (folder, reading) = try await options.findings(on: day, usesCache: cache)
        var findings = reading.diagnostics
        var change: FindingsReport.Since?
        if let since {
            let (commit, earlier) = try await options.findings(on: day, at: since, usesCache: cache)
            findings = findings.brought(since: earlier, having: Set(folder.files.map(\.path)))
            change = FindingsReport.Since(
                revision: since, commit: commit, earlier: reading.diagnostics.count - findings.count)
        }
        return FindingsReport(
            findings, tally: reading.tally, isStrict: strict, programVersion: Version.text, since: change)
    }

}
