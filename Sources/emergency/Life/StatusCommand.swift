import ArgumentParser
import Diagnostics
import PlanFiles
import PlanModel
import Printing
import Responding

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: Terminal.shared.say(
            "现在是什么级别、从何时起、到何时止。", "Which level is in force, since when, until when."),
        discussion: Terminal.shared.say(
            "没有进行中的响应时，退出码也是 0。真的响应和演练分开列。",
            "Exit code 0 also when no response is active. Drills are listed apart from real responses."))

    @OptionGroup var place: ResponsesOptions

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say("看这个时间的状态；省略即现在。", "How things stand at this time; now when left out."),
            valueName: "time"))
    var at: String?

    @Option(help: ArgumentHelp(Terminal.shared.say("text 或 json。", "text or json.")))
    var format = OutputFormat.text

    @OptionGroup var language: LanguageOptions

    private var responses: String { place.responses }

    func run() async throws {
        let terminal = Terminal.shared
        let time = try OrderOptions.time(at, "--at") ?? terminal.now
        let found = try Responses(in: responses)
        let open = [false, true].flatMap { found.history.open(at: time, isDrill: $0) }
        let isAnyReal = open.contains { !$0.isDrill }
        let shown = (isAnyReal ? [] : [found.history.last(isDrill: false)].compactMap(\.self)) + open
        switch format {
        case .json:
            try terminal.put(
                JSONValue.object([
                    ("format", .string("emergency-status")), ("formatVersion", .integer(1)),
                    ("responses", .array(shown.map { $0.json(at: time) })),
                    ("unreadable", .array(found.broken.map { .string($0) })),
                ]).text)
        case .text:
            let style = terminal.outputStyle
            if shown.allSatisfy({ $0.state.phase(at: time) == .over }) {
                let isThere = PlanFileWriter.exists(responses)
                try terminal.put(
                    style.say("没有进行中的响应", "No response is active")
                        + (isThere
                            ? ""
                            : style.say(
                                "（还没有文件夹 \(harmless(responses))）",
                                " (there is no folder \(harmless(responses)) yet)")) + "\n")
            }
            for record in shown {
                try terminal.put(
                    record.statusText(at: time, in: style) + duty(of: record, at: time, in: style))
            }
        }
        if !found.broken.isEmpty { throw Failure.findings.code }
    }

    /// How far people are rostered while the end is open.
    private func duty(of record: ResponseRecord, at time: CivilTime, in style: TextStyle) -> String {
        guard record.state.phase(at: time) != .over, record.state.until == nil else { return "" }
        let folder = "\(responses)/\(record.name)"
        guard let roster = try? RosterEditions(of: folder).roster() else { return "" }
        let text = style.say("  值班排到 \(roster.end.isoText)", "  duty is planned until \(roster.end.isoText)")
        guard roster.end < time + Span(minutes: 1440) else { return text + "\n" }
        return text
            + style.say(
                "；接着排：emergency roster --change \(harmless(folder)) --until … --publish\n",
                "; to go on: emergency roster --change \(harmless(folder)) --until … --publish\n")
    }
}
