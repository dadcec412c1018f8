import ArgumentParser
import Diagnostics
import PlanFiles
import PlanModel
import Printing
import Responding

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: Terminal.shared.say(
            "查响应的记录和文件写入后有没有被改动。", "Whether records and files of responses are as they were written."),
        discussion: Terminal.shared.say(
            """
            每条记录带前一条的哈希，文件有校验和（sums/，也可用 sha256sum -c 自查）；在 git 库里的，还与各次提交对照。
            没有问题退出码为 0，有问题为 1。
            例：emergency verify　　emergency verify 2026-11-24-orange
            """,
            """
            Every entry holds the hash of the one before, files have sums (sums/, which sha256sum -c reads too), and where
            git keeps the record its commits are compared. Exit code 0 when all is well, 1 otherwise.
            Examples: emergency verify · emergency verify 2026-11-24-orange
            """))

    @OptionGroup var chosen: RecordOptions

    @Option(help: ArgumentHelp(Terminal.shared.say("text 或 json。", "text or json.")))
    var format = OutputFormat.text

    @OptionGroup var language: LanguageOptions

    private var responses: String { chosen.place.responses }

    private struct Checked {
        let name: String
        let events: Int
        let files: Int
        let head: String?
        /// The commits of git that hold the record; nil where git knows nothing of it.
        let commits: Int?
        let faults: [RecordFault]
    }

    func run() async throws {
        let terminal = Terminal.shared
        let shelf: ResponseShelf
        do throws(PlanFilesError) { shelf = try ResponseShelf(responses) } catch {
            throw terminal.told(error)
        }
        let wanted = chosen.response.map { Responses.base(of: $0) }
        let logs = shelf.logs.filter {
            (wanted == nil || $0.name == wanted)
                && (!chosen.drill || $0.name.hasSuffix(ResponseRecord.drillSuffix))
        }
        guard !logs.isEmpty else {
            terminal.complain(
                wanted.map {
                    Phrase(
                        zh: "\(responses)/\($0) 没有记录 \(EventLog.name)",
                        en: "\(responses)/\($0) holds no record, \(EventLog.name)")
                }
                    ?? Phrase(
                        zh: "\(responses) 里没有有记录的响应", en: "\(responses) holds no response with a record"))
            throw Failure.outside.code
        }
        var checked: [Checked] = []
        for (name, log) in logs { checked.append(await check(name, log)) }
        switch format {
        case .text: try terminal.put(checked.map { text($0, in: terminal.outputStyle) }.joined())
        case .json:
            try terminal.put(
                JSONValue.object([
                    ("format", .string("emergency-verify")), ("formatVersion", .integer(1)),
                    ("responses", .array(checked.map(json))),
                ]).text)
        }
        if checked.contains(where: { !$0.faults.isEmpty }) { throw Failure.findings.code }
    }

    private func check(_ name: String, _ log: EventLog) async -> Checked {
        var (record, faults) = RecordReading.read(log, of: name)
        var files = 0
        for event in record?.events ?? [] {
            let sums = RecordedFiles(in: "\(responses)/\(name)", event: event.number)
            files += sums.count
            faults += sums.faults(vouchedBy: event.sums).map {
                RecordFault(path: $0.path, line: nil, message: $0.message)
            }
        }
        if let record {
            let strays = ResponseFolder(parent: responses, name: name).strays(
                papers: record.events.compactMap(\.papers), events: record.events.count,
                edition: record.last.edition)
            faults += strays.map {
                RecordFault(
                    path: $0, line: nil,
                    message: Phrase(
                        zh: "记录里没有它那一条：命令中途被打断（重做即可），或记录的结尾被截掉",
                        en:
                            "no event of the record has it: a command was interrupted (do it again), or the record has lost its end"
                    ))
            }
        }
        let history = await RecordHistory.of(log)
        faults += (history?.faults ?? []).map {
            RecordFault(path: log.path, line: nil, message: $0)
        }
        return Checked(
            name: name, events: record?.events.count ?? 0, files: files, head: log.head,
            commits: history?.commits, faults: faults)
    }

    private func text(_ one: Checked, in style: TextStyle) -> String {
        var text = one.faults.map { $0.text(in: style) + "\n" }.joined()
        text += style.paint(harmless(one.name), .bold) + style.say("：", ": ")
        guard one.faults.isEmpty else {
            return text
                + style.paint(
                    style.say("\(one.faults.count) 处靠不住", "\(one.faults.count) things cannot be believed"),
                    .bad)
                + "\n"
        }
        let git =
            one.commits.map {
                style.say("，与 git 的 \($0) 次提交一致", ", as in \($0) commits of git")
            } ?? style.say("，还没有提交进 git", ", not yet committed to git")
        return text + style.paint(style.say("完好", "sound"), .good)
            + style.say("，\(one.events) 条记录、\(one.files) 个文件", ", \(one.events) entries, \(one.files) files")
            + git
            + "\n" + style.say("  最后一条 ", "  last entry ") + (one.head ?? "") + "\n"
    }

    private func json(_ one: Checked) -> JSONValue {
        .object([
            ("response", .string(one.name)), ("sound", .flag(one.faults.isEmpty)),
            ("entries", .integer(Int64(one.events))), ("files", .integer(Int64(one.files))),
            ("head", .text(one.head)), ("commits", one.commits.map { .integer(Int64($0)) } ?? .null),
            ("faults", .array(one.faults.map(\.json))),
        ])
    }
}
