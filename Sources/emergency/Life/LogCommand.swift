import ArgumentParser
import Diagnostics
import PlanFiles
import PlanModel
import Printing
import Responding

struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: Terminal.shared.say("一次响应的经过，一条一行。", "What happened in a response, a line an event."),
        discussion: Terminal.shared.say(
            "例：emergency log　　emergency log 2026-11-24-orange --details　　emergency log --all",
            "Examples: emergency log · emergency log 2026-11-24-orange --details · emergency log --all"))

    @OptionGroup var chosen: RecordOptions

    @Flag(help: ArgumentHelp(Terminal.shared.say("所有响应和演练。", "All responses and drills.")))
    var all = false

    @Flag(
        help: ArgumentHelp(
            Terminal.shared.say(
                "也列出计划版本、核算结论和记录人。", "Also the plans' revision, the verdict and who wrote it.")))
    var details = false

    @Option(help: ArgumentHelp(Terminal.shared.say("text 或 json。", "text or json.")))
    var format = OutputFormat.text

    @OptionGroup var language: LanguageOptions

    func run() async throws {
        let terminal = Terminal.shared
        let found = try Responses(in: chosen.place.responses)
        let records =
            all ? found.history.records : [try found.record(named: chosen.response, isDrill: chosen.drill)]
        func head(_ record: ResponseRecord) -> String? { found.shelf.log(of: record.name)?.head }
        switch format {
        case .text:
            for (index, record) in records.enumerated() {
                if index > 0 { try terminal.put("\n") }
                try terminal.put(
                    record.logText(
                        in: terminal.outputStyle, details: details, hash: details ? head(record) : nil))
            }
        case .json:
            try terminal.put(
                JSONValue.object([
                    ("format", .string("emergency-log")), ("formatVersion", .integer(1)),
                    (
                        "responses",
                        .array(
                            records.map { record in
                                .object([
                                    ("response", .string(record.name)), ("head", .text(head(record))),
                                    ("events", .array(record.events.map { $0.json(hash: nil) })),
                                ])
                            })
                    ),
                ]).text)
        }
        if !found.broken.isEmpty, all { throw Failure.findings.code }
    }
}
