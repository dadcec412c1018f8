import Activating
import ArgumentParser
import PlanModel
import Printing
import Staffing

struct ChecklistCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checklist",
        abstract: Terminal.shared.say(
            "列出一个街道的巡查单：去哪里、看什么、找谁。",
            "The patrol checklist of a sub-district: where to go, what to look at, whom to call."),
        discussion: Terminal.shared.say(
            "例：emergency checklist --sub-district 月坛 --level red",
            "Example: emergency checklist --sub-district 月坛 --level red"))

    @Option(help: ArgumentHelp(Terminal.shared.say("街道名称。", "The sub-district's name."), valueName: "name"))
    var subDistrict: String

    @OptionGroup var order: OrderOptions
    @OptionGroup var options: PlanOptions
    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var history: HistoryOptions

    @Option(help: ArgumentHelp(Terminal.shared.say("输出格式：text 或 json。", "Output format, text or json.")))
    var format = OutputFormat.text

    func run() async throws {
        let terminal = Terminal.shared
        let order = try order.order(defaultLevel: .orange)
        let (book, provenance) = try await bookOptions.book(options, for: order)
        let name = try emergency.subDistrict(named: subDistrict, in: book)
        let response = await StaffedResponse(
            book, order: order, provenance: provenance,
            basis: RosterBasis(
                earlier: try history.earlier(than: order.effective, without: ""), limits: history.limits,
                lends: history.lends()),
            only: [name])
        guard let part = response.subDistricts.first(where: { $0.name == name }) else {
            preconditionFailure("every sub-district of the district has its part")
        }
        switch format {
        case .text:
            let style = terminal.outputStyle
            try terminal.put(provenance.caveatsText(in: style) + part.checklist.text(in: style))
        case .json:
            try terminal.put(
                JSONValue.document(
                    "emergency-checklist", of: provenance, order, [("checklist", part.checklist.json)]
                ).text)
        }
    }
}
