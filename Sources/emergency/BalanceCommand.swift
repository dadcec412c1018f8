import Activating
import ArgumentParser
import PlanModel
import Printing
import Staffing

struct BalanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "balance",
        abstract: Terminal.shared.say(
            "核算各污染物的减排比例，不写任何文件。", "Balance every pollutant against its target; writes nothing."),
        discussion: Terminal.shared.say(
            "全部达到退出码为 0，有未达到的为 1。例：emergency balance --level red",
            "Exit code 0 when all targets are met, 1 when one is missed. Example: emergency balance --level red"
        ))

    @OptionGroup var order: OrderOptions
    @OptionGroup var options: PlanOptions
    @OptionGroup var bookOptions: BookOptions

    @Option(help: ArgumentHelp(Terminal.shared.say("输出格式：text 或 json。", "Output format, text or json.")))
    var format = OutputFormat.text

    func run() async throws {
        let terminal = Terminal.shared
        let order = try order.order()
        let (book, provenance) = try await bookOptions.book(options, for: order)
        let balance = Activation(book, order: order).balance
        switch format {
        case .text:
            try terminal.put(
                provenance.leftOutText(in: terminal.outputStyle)
                    + balance.text(in: terminal.outputStyle, district: book.district))
        case .json:
            try terminal.put(
                JSONValue.document("emergency-balance", of: provenance, order, [("balance", balance.json)])
                    .text)
        }
        if !balance.isMet { throw Failure.findings.code }
    }
}
