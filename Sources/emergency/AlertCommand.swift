import Activating
import ArgumentParser
import Diagnostics
import PlanFiles
import PlanModel
import PlanReading
import Printing

struct AlertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alert",
        abstract: Terminal.shared.say(
            "看一条预警信息（CAP 1.2 或国家 12379 的写法）说了什么、要求做什么；什么也不启动。",
            "Show what an alert message (CAP 1.2 or the national dialect) says and asks for; it activates nothing."
        ),
        discussion: Terminal.shared.say(
            """
            级别、事件、范围先看代码，再看文字，两样不一致就不认；别的区、别的事件也不认（docs/alerts.md）。
              emergency alert cap.xml
              emergency alert cap.xml --current orange --current-until "2026-11-26 12:00"
            有要做的退出码为 0；信息有错误，或不要求做什么为 1；读不了为 2。
            """,
            """
            Level, event and area are taken from codes first and from names second; where they disagree, or
            the alert is another's, the message is refused (docs/alerts.md).
              emergency alert cap.xml
              emergency alert cap.xml --current orange --current-until "2026-11-26 12:00"
            Exit code 0 when it asks for something; 1 when it has errors or asks for nothing; 2 when it cannot be read.
            """))

    @Argument(
        help: ArgumentHelp(
            Terminal.shared.say("预警信息文件。", "The file with the message."), valueName: "file"),
        completion: .file(extensions: ["xml"]))
    var file: String

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "假定进行中的响应是哪一级；省略即没有进行中的响应。",
                "The level of a response that is taken to be in force; none when left out."),
            valueName: "level"),
        completion: .list(AlertLevel.allCases.map(\.rawValue)))
    var current: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "它的解除时间；省略即待定。", "When that response ends; open when left out."), valueName: "time"))
    var currentUntil: String?

    @Option(help: ArgumentHelp(Terminal.shared.say("输出格式：text 或 json。", "Output format, text or json.")))
    var format: OutputFormat = .text

    @OptionGroup var options: PlanOptions

    func run() async throws {
        let terminal = Terminal.shared
        let inForce = try inForce()
        let reading = AlertReader.read(try source(), for: try await area())
        for finding in reading.findings { terminal.note(finding.text(in: terminal.errorStyle) + "\n") }
        guard let message = reading.message else {
            terminal.complain(
                Phrase(zh: "这条预警信息不能用", en: "this alert message cannot be used"),
                help: Phrase(
                    zh: "事情紧急时，照命令原文用 emergency activate --level 启动",
                    en: "in need, respond by the order's own words: emergency activate --level"))
            throw Failure.findings.code
        }
        let view = AlertView(message, reading, given: inForce)
        switch format {
        case .text: try terminal.put(view.text(in: terminal.outputStyle))
        case .json: try terminal.put(view.json.text)
        }
        if !view.asksForSomething { throw Failure.findings.code }
    }

    private func inForce() throws -> AlertRequest.InForce? {
        let terminal = Terminal.shared
        guard let current else {
            guard currentUntil == nil else {
                throw ValidationError(
                    terminal.say("--current-until 要和 --current 一起用。", "--current-until goes with --current."))
            }
            return nil
        }
        guard
            let level = AlertLevel.allCases.first(where: {
                [$0.rawValue, $0.title.chinese].contains(current.lowercased())
            })
        else {
            throw ValidationError(
                terminal.say(
                    "--current 应是 yellow、orange 或 red。", "--current must be yellow, orange or red."))
        }
        let end = try currentUntil.map { text in
            guard let time = CivilTime(text) else {
                throw ValidationError(
                    terminal.say(
                        "--current-until 应是 \"2026-11-26 12:00\" 这样的时间。",
                        "--current-until must be a time such as \"2026-11-26 12:00\"."))
            }
            return time
        }
        return AlertRequest.InForce(level: level, end: end)
    }

    private func source() throws -> SourceFile {
        do throws(PlanFilesError) {
            // One byte more is enough to know that it is too large.
            return try InputFile.read(file, most: AlertReader.largestFile + 1)
        } catch {
            throw Terminal.shared.told(error)
        }
    }

    /// The district of the plans; nil without a plan folder, or where district.yaml has errors.
    private func area() async throws -> NamedArea? {
        guard PlanFileWriter.exists(options.plans) else { return nil }
        let (_, reading) = try await options.read(on: Terminal.shared.now.date)
        return reading.book?.district.area
    }
}
