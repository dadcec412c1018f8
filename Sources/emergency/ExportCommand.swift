import ArgumentParser
import Diagnostics
import PlanFiles
import PlanModel
import PlanReading
import Printing
import Responding

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: Terminal.shared.say(
            "把响应写成别的系统读的格式。", "Write a response in a form that other systems read."),
        subcommands: [ExportAlertCommand.self])
}

struct ExportAlertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cap",
        abstract: Terminal.shared.say(
            "把响应的一条记录写成 OASIS CAP 1.2 预警信息。", "Write an event of a response as an OASIS CAP 1.2 message."),
        discussion: Terminal.shared.say(
            """
            区里不发布预警：写的是本区怎样响应市里的预警，供信息系统互通。启动是 Alert，升级、降级、延长是 Update，
            解除、撤回是 Cancel，并引用之前各条；演练标 Exercise。
            例：emergency export cap > cap.xml
            　　emergency export cap 2026-11-24-orange --event 2 --out cap.xml
            """,
            """
            A district issues no alerts: this says how it responds to the city's. Activations are Alerts, changes Updates,
            lifting is a Cancel, each with references to those before; drills are Exercises.
            Examples: emergency export cap > cap.xml
                      emergency export cap 2026-11-24-orange --event 2 --out cap.xml
            """))

    @OptionGroup var chosen: RecordOptions

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say("第几条记录；省略即最后一条。", "Which event; the last when left out."),
            valueName: "number"))
    var event: Int?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "发送方标识，在互通的系统里唯一，不含空格、逗号、<、&。",
                "The sender, unique among those who exchange messages; without spaces, commas, < and &."),
            valueName: "text"))
    var sender: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say("写到文件；省略即标准输出。", "The file; standard output when left out."),
            valueName: "file"))
    var out: String?

    @OptionGroup var options: PlanOptions

    func validate() throws {
        guard let sender else { return }
        guard !sender.isEmpty, !sender.contains(where: { $0.isWhitespace || ",<&".contains($0) }) else {
            throw ValidationError(
                Terminal.shared.say(
                    "--sender 不能为空，不能有空格、逗号、<、&", "--sender is not empty and has no spaces, commas, < or &"))
        }
    }

    func run() async throws {
        let terminal = Terminal.shared
        let record = try chosen.record()
        let (_, reading) = try await options.read(on: record.state.began.date)
        guard let area = reading.book?.district.area else {
            terminal.complain(
                Phrase(
                    zh: "读不出 \(options.plans)/district.yaml 的区名和代码",
                    en: "the district's name and code in \(options.plans)/district.yaml cannot be read"),
                help: Phrase(zh: "运行 emergency check", en: "run emergency check"))
            throw Failure.findings.code
        }
        let last = record.events.last { $0.kind != .roster }
        let number = event ?? last?.number ?? 0
        guard
            let message = AlertMessage(
                record, event: number, of: area, sender: sender ?? "emergency.\(area.code)")
        else {
            throw ValidationError(
                terminal.say(
                    "\(harmless(record.name)) 没有第 \(number) 条可写的记录：看 emergency log（改班不外发）",
                    "\(harmless(record.name)) has no event \(number) to write: see emergency log (rosters are not sent)"
                ))
        }
        guard let out else { return try terminal.put(message.cap) }
        do throws(PlanFilesError) {
            try OutputFile(out).write(Array(message.cap.utf8))
        } catch {
            throw terminal.told(error)
        }
        terminal.note(terminal.say("已写入 \(harmless(out))\n", "Wrote \(harmless(out))\n"))
    }
}
