import Activating
import ArgumentParser
import Diagnostics
import Papers
import PlanFiles
import PlanModel
import PlanReading
import Printing
import Staffing
import Typesetting

struct PrintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print",
        abstract: Terminal.shared.say(
            "排出要打印的 A4 PDF：巡查清单、值班表、通知单、公示牌……",
            "Set A4 PDF for the printer: checklists, rosters, orders, boards …"),
        discussion: Terminal.shared.say(
            """
            每个街道一个文件夹，每种一份；街道、轮次、社区各自起页，页码各自编。写完列出每种多少页。
            种类：\(Self.kindList)
            例：emergency print --level orange --sub-district 月坛 --kind checklist,roster
            　　emergency print --level red --one-file --duplex --out 今晚打印
            　　emergency print --change Responses/2026-11-24-orange --level red --from orange
            """,
            """
            A folder a sub-district, a file a kind; every round and community begins a page and counts its own. The pages of
            each kind are listed at the end.
            Kinds: \(Self.kindList)
            Examples: emergency print --level orange --sub-district 月坛 --kind checklist,roster
                      emergency print --level red --one-file --duplex --out tonight
                      emergency print --change Responses/2026-11-24-orange --level red --from orange
            """))

    private static var kindList: String {
        PaperKind.allCases.map { "\($0.rawValue) \(Terminal.shared.say($0.title.chinese, $0.title.english))" }
            .joined(separator: Terminal.shared.say("、", ", "))
    }

    @OptionGroup var order: OrderOptions
    @OptionGroup var options: PlanOptions
    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var history: HistoryOptions
    @OptionGroup var changing: RosterChangeOptions

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say("只印这个街道，可写几次。", "Only this sub-district; may be given several times."),
            valueName: "name"))
    var subDistrict: [String] = []

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say("印哪几种，用逗号隔开；省略即全部。", "Which kinds, with commas between; all when left out."),
            valueName: "kinds"))
    var kind: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "从哪一级升级或降级：通知单只写变了的和解除的，没有变化的不印。",
                "The level from which the response is raised or lowered: orders say only what changes or is released."
            ),
            valueName: "level"))
    var from: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "写到哪个文件夹；省略即 Print/<日期>-<级别>。", "The folder; Print/<date>-<level> when left out."),
            valueName: "folder"),
        completion: .directory)
    var out: String?

    @Flag(help: ArgumentHelp(Terminal.shared.say("全部排进一个文件。", "Everything in one file.")))
    var oneFile = false

    @Flag(
        help: ArgumentHelp(
            Terminal.shared.say(
                "双面打印：每一份都从新的一张纸起。", "For both sides of a sheet: whatever is handed out begins a sheet.")))
    var duplex = false

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say("公示牌的大小：a4 或 a3。", "The size of boards, a4 or a3."), valueName: "size"))
    var size = BoardSize.a4

    enum BoardSize: String, ExpressibleByArgument, CaseIterable {
        case a4, a3

        var paper: PaperSize { self == .a4 ? .a4Board : .a3Board }
    }

    func validate() throws {
        _ = try kinds
        _ = try from.map(OrderOptions.level)
        try changing.requireAll(subDistrict.isEmpty)
    }

    private var kinds: [PaperKind] {
        get throws {
            guard let kind else { return PaperKind.allCases }
            let wanted = try kind.split(whereSeparator: { ",，、".contains($0) }).map { name in
                try NamedChoice.find(
                    name.trimmed, in: PaperKind.allCases.map { [$0.rawValue, $0.title.chinese] },
                    PaperKind.allCases,
                    unknown: Terminal.shared.say("没有“\(name)”这种纸。", "There is no kind '\(name)'. "))
            }
            guard !wanted.isEmpty else {
                throw ValidationError(
                    Terminal.shared.say(
                        "--kind 后面写要印的种类，如 checklist", "name kinds after --kind, such as checklist"))
            }
            return PaperKind.allCases.filter { wanted.contains($0) }
        }
    }

    func run() async throws {
        let terminal = Terminal.shared
        let change = try changing.wanted(self.order)
        let order = try change?.order ?? self.order.order(defaultLevel: .orange)
        let told = change.map(\.published.level)
        let from = try self.from.map(OrderOptions.level) ?? (told == order.level ? nil : told)
        guard from != order.level else {
            throw ValidationError(
                terminal.say(
                    "--from 写原来的级别，和现在的\(order.level.title.chinese)不同",
                    "--from names the former level, another than \(order.level.rawValue)"))
        }
        let (book, provenance) = try await bookOptions.book(options, for: order)
        let wanted = try subDistrict.map { try emergency.subDistrict(named: $0, in: book) }
        let response = await StaffedResponse(
            book, order: order, provenance: provenance,
            basis: try history.basis(for: order, changing: change?.change),
            only: wanted.isEmpty ? nil : Set(wanted), shownOn: terminal)
        if changing.publish { try await change?.publish(response) }
        if change == nil { tellOfLaterEditions(order) }
        let previous = from.map { Activation(book, order: order.at($0)) }
        let print = PrintRun(
            PaperFrame(response, after: previous), kinds: try kinds,
            isOfDistrict: wanted.isEmpty, boards: size.paper, isDuplex: duplex)
        guard let files = await print.files(asOne: oneFile) else { throw Failure.outside.code }
        guard !files.isEmpty else {
            throw ValidationError(
                terminal.say(
                    "没有要印的：启动令、解除令、日报是全区的，和 --sub-district 不能一起用；解除令要用 --until 写明何时解除",
                    "there is nothing to print: cover, lifting and daily are the district's, which --sub-district leaves out; lifting needs --until"
                ))
        }
        let folder = OutputFolder(out ?? "Print/\(order.began.date.isoText)-\(order.level.rawValue)")
        do throws(PlanFilesError) {
            for file in files.map(\.file) { try OutputFile("\(folder.path)/\(file.path)").write(file.bytes) }
        } catch {
            throw terminal.told(error)
        }
        terminal.note(response.holidaysText(in: terminal.errorStyle))
        if response.openSeats > 0 {
            terminal.note(
                terminal.say(
                    "空岗 \(response.openSeats)：值班表上写明原因\n",
                    "\(response.openSeats) open posts: the rosters say why\n"))
        }
        try terminal.put(
            PrintSummary(files.flatMap(\.pages), in: folder.path, files: files.count, isDuplex: duplex)
                .text(in: terminal.outputStyle))
    }
}

extension PrintCommand {
    /// A roster that has been changed since is printed from its last edition, not anew from the plans.
    private func tellOfLaterEditions(_ order: AlertOrder) {
        let folder = "\(history.responses)/\(order.began.date.isoText)-\(order.level.rawValue)"
        guard let last = RosterEditions(of: folder).numbers.last, last > 1 else { return }
        let terminal = Terminal.shared
        terminal.note(
            terminal.say(
                "\(harmless(folder)) 的值班表已改到第 \(last) 版，这里是按计划新排的；要印改后的：加 --change \(harmless(folder))\n",
                "the roster of \(harmless(folder)) has been changed since (edition \(last)); this is a new one: to print the changed one, add --change \(harmless(folder))\n"
            ))
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
