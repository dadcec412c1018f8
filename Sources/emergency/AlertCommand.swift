import Activating
import ArgumentParser
import Diagnostics
import PlanFiles
import PlanModel
import PlanReading
import Printing
import Responding

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
                "假定进行中的响应是哪一级；省略则看记录。",
                "The level of a response that is taken to be in force; as recorded when left out."),
            valueName: "level"),
        completion: .list(AlertLevel.allCases.map(\.rawValue)))
    var current: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "它的解除时间；省略即待定。", "When that response ends; open when left out."), valueName: "time"))
    var currentUntil: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "响应的文件夹：没写 --current 时，进行中的响应从这里看。",
                "The folder of responses, where the one in force is found when --current is left out."),
            valueName: "folder"),
        completion: .directory)
    var responses = "Responses"

    @Option(help: ArgumentHelp(Terminal.shared.say("输出格式：text 或 json。", "Output format, text or json.")))
    var format: OutputFormat = .text

    @OptionGroup var options: PlanOptions

    func run() async throws {
        let terminal = Terminal.shared
        let inForce = try inForce()
        let (message, reading) = try await AlertFile.read(file, for: options)
        let view = AlertView(message, reading, given: try inForce ?? recorded(message))
        switch format {
        case .text: try terminal.put(view.text(in: terminal.outputStyle))
        case .json: try terminal.put(view.json.text)
        }
        if !view.asksForSomething { throw Failure.findings.code }
    }

    private func recorded(_ message: AlertMessage) throws -> AlertRequest.InForce? {
        guard current == nil else { return nil }
        return try Responses(in: responses).history.current(at: message.sent, isDrill: message.isDrill)?
            .inForce
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
}
