import Activating
import ArgumentParser
import PlanModel
import Printing

struct BalanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "balance",
        abstract: Terminal.shared.say(
            "核算各污染物的减排比例。", "Balance every pollutant against its target."),
        discussion: Terminal.shared.say(
            "全部达到退出码为 0，有未达到的为 1。--level all 给出各级别的评估表。例：emergency balance --level red --by 街道 --format xlsx=核算.xlsx",
            "Exit code 0 when all targets are met, 1 when one is missed. --level all gives the evaluation table of all levels. Example: emergency balance --level red --by sub-district --format xlsx=balance.xlsx"
        ))

    @OptionGroup var order: OrderOptions
    @OptionGroup var choice: BalanceOptions
    @OptionGroup var assumptions: AssumptionOptions
    @OptionGroup var options: PlanOptions
    @OptionGroup var bookOptions: BookOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            Terminal.shared.say(
                "输出形式，可写几个：text、json、csv、html、svg、xlsx（工作簿）；写进文件用 形式=文件，xlsx 必须写进文件。",
                "Output, several at will: text, json, csv, html, svg, xlsx; FORMAT=FILE writes a file, which xlsx must."
            ), valueName: "format[=file]"))
    var format: [BalanceFace] = []

    func validate() throws {
        let terminal = Terminal.shared
        try BalanceFace.requireFile(of: .xlsx, in: format, ("核算", "balance"))
        if order.isOfAllLevels, format.contains(where: { $0.kind == .svg }) {
            throw ValidationError(
                terminal.say(
                    "svg 是一个级别的图；写明 --level", "an svg is the picture of one level; say which with --level"))
        }
        try BalanceFace.requireSound(
            format, ("核算结果", "a balance is"), example: ("csv=核算.csv", "csv=balance.csv"))
    }

    func run() async throws {
        let orders = try order.orders()
        let (plans, provenance) = try await bookOptions.book(options, for: orders[0])
        let place = try choice.subDistrict.map { try emergency.subDistrict(named: $0, in: plans) }
        let assumed = try assumptions.assumptions(of: plans)
        func book(at level: AlertLevel) throws -> PlanBook {
            try AssumptionOptions.apply(assumed, to: plans, at: level)
        }
        let books = PerLevel(
            yellow: try book(at: .yellow), orange: try book(at: .orange), red: try book(at: .red))
        let report = BalanceReport(
            books, provenance.assuming(assumed.phrases), orders: orders, of: place, try choice.choice())
        for face in format.isEmpty ? [BalanceFace(.text)] : format { try face.put(report) }
        if !report.isMet {
            let terminal = Terminal.shared
            terminal.note(
                terminal.say(
                    "下一步：emergency propose --level … 从备用措施里选最省的补上\n",
                    "Next: emergency propose --level … chooses the cheapest reserve measures that make up for it\n"
                ))
            throw Failure.findings.code
        }
    }
}
