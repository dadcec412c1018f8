import Activating
import ArgumentParser
import Diagnostics
import Papers
import PlanFiles
import PlanModel
import Printing
import Sheets
import Staffing

struct ActivateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "activate",
        abstract: Terminal.shared.say(
            "响应预警：核算减排，写出通知单、值班表和巡查单。",
            "Respond to an alert: balance the cuts, write orders, rosters and checklists."),
        discussion: Terminal.shared.say(
            """
            写到 Responses/<日期>-<级别>/，要么整份写成，要么什么都不留；已有的不覆盖，除非 --replace。
            例：emergency activate --level orange --effective "2026-11-24 18:00"
            全部达到比例退出码为 0，有未达到的为 1（文书照写）。
            """,
            """
            Writes to Responses/<date>-<level>/, whole or not at all; what is there is kept unless --replace.
            Example: emergency activate --level orange --effective "2026-11-24 18:00"
            Exit code 0 when all targets are met, 1 when one is missed (the papers are written all the same).
            """))

    @OptionGroup var order: OrderOptions
    @OptionGroup var options: PlanOptions
    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var history: HistoryOptions

    @Flag(
        help: ArgumentHelp(
            Terminal.shared.say(
                "重写已有的同名响应，旧的一份留作 .replaced。",
                "Write an existing response anew; the old one is kept as .replaced.")))
    var replace = false

    @Flag(
        inversion: .prefixedNo,
        help: ArgumentHelp(
            Terminal.shared.say(
                "也排出要打印的 A4 PDF。", "Also set the A4 PDF for the printer.")))
    var pdf = true

    @Flag(
        help: ArgumentHelp(
            Terminal.shared.say("在终端上也列出每条生产线、每个点位。", "Also list every line and source on the terminal.")))
    var details = false

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say("终端输出格式：text 或 json。", "Terminal output format, text or json.")))
    var format = OutputFormat.text

    func run() async throws {
        let terminal = Terminal.shared
        let order = try order.order()
        let folder = ResponseFolder(
            parent: history.responses, name: "\(order.effective.date.isoText)-\(order.level.rawValue)")
        try outside { () throws(PlanFilesError) in if !replace { try folder.requireFree() } }
        let (book, provenance) = try await bookOptions.book(options, for: order)
        let response = await StaffedResponse(
            book, order: order, provenance: provenance,
            basis: try history.basis(for: order, of: folder.name), shownOn: terminal)
        let roster = response.published(as: folder.name, edition: 1, drawnUp: order.issued)
        let wanted = pdf ? PaperKind.ofAlerts.filter(PaperFrame(response).hasPaper) : []
        // An alert is answered also by a machine that cannot print.
        let papers = await PrintRun(PaperFrame(response), kinds: wanted).files(asOne: false)
        let kinds = papers == nil ? [] : wanted
        let sheets =
            (await ResponseSheets(response, printed: kinds)).files.map {
                ResponseFile(path: $0.path, text: $0.text)
            }
            + (papers ?? []).map(\.file)
            + [ResponseFile(path: RosterEditions.path(of: 1), text: roster.yaml)]
        try outside { () throws(PlanFilesError) in try folder.write(sheets, replacing: replace) }
        let style = terminal.outputStyle
        switch format {
        case .text:
            try terminal.put(response.text(in: style, details: details) + "\n")
            terminal.note(response.holidaysText(in: terminal.errorStyle))
            try terminal.put(
                style.say(
                    "已写入 \(folder.path)/（\(sheets.count) 个文件）\n先打开：",
                    "Wrote \(folder.path)/ (\(sheets.count) files)\nOpen first: ")
                    + style.paint("\(folder.path)/index.html", .bold) + "\n")
        case .json:
            try terminal.put(response.json.text)
        }
        if !response.activation.balance.isMet { throw Failure.findings.code }
    }

    /// Does what touches the disk; says the one sentence when that fails.
    private func outside(_ work: () throws(PlanFilesError) -> Void) throws {
        do throws(PlanFilesError) {
            try work()
        } catch {
            throw Terminal.shared.told(error)
        }
    }
}
