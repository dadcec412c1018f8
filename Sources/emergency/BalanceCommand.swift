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
            "全部达到退出码为 0，有未达到的为 1。例：emergency balance --level red --by 街道",
            "Exit code 0 when all targets are met, 1 when one is missed. Example: emergency balance --level red --by sub-district"
        ))

    @OptionGroup var order: OrderOptions
    @OptionGroup var choice: BalanceOptions
    @OptionGroup var options: PlanOptions
    @OptionGroup var bookOptions: BookOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            Terminal.shared.say("输出格式：text 或 json。", "Output format, text or json."),
            valueName: "format[=file]"))
    var format: [BalanceFace] = []

    func run() async throws {
        let terminal = Terminal.shared
        let order = try order.order()
        let (book, provenance) = try await bookOptions.book(options, for: order)
        let place = try choice.subDistrict.map { try emergency.subDistrict(named: $0, in: book) }
        let view = BalanceView(Activation(book, order: order), of: place)
        let asked = try choice.choice()
        let style = terminal.outputStyle
        for face in format.isEmpty ? [BalanceFace(.text)] : format {
            switch face.kind {
            case .text:
                try terminal.put(
                    provenance.leftOutText(in: style)
                        + (asked.map { view.text($0, in: style, district: book.district) }
                            ?? view.balance.text(in: style, district: book.district)))
            case .json:
                try terminal.put(
                    JSONValue.document(
                        "emergency-balance", of: provenance, order, [("balance", view.balance.json)]
                    ).text)
            }
        }
        if !view.balance.isMet { throw Failure.findings.code }
    }
}
