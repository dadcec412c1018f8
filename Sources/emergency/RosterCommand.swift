import ArgumentParser
import PlanModel
import Printing
import Staffing

struct RosterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster",
        abstract: Terminal.shared.say(
            "排出各街道的值班表，空岗写明每个人的原因。", "Roster every sub-district; open posts say for each person why not."),
        discussion: Terminal.shared.say(
            "例：emergency roster --level orange --sub-district 月坛",
            "Example: emergency roster --level orange --sub-district 月坛"))

    @OptionGroup var order: OrderOptions
    @OptionGroup var options: PlanOptions
    @OptionGroup var bookOptions: BookOptions

    @Option(help: ArgumentHelp(Terminal.shared.say("只看一个街道。", "Only this sub-district."), valueName: "name"))
    var subDistrict: String?

    @Option(help: ArgumentHelp(Terminal.shared.say("输出格式：text 或 json。", "Output format, text or json.")))
    var format = OutputFormat.text

    func run() async throws {
        let terminal = Terminal.shared
        let order = try order.order(defaultLevel: .orange)
        let (book, provenance) = try await bookOptions.book(options, for: order)
        let wanted = try subDistrict.map { try emergency.subDistrict(named: $0, in: book) }
        let response = await StaffedResponse(book, order: order, provenance: provenance, only: wanted)
        let parts = response.subDistricts
        switch format {
        case .text:
            let style = terminal.outputStyle
            try terminal.put(
                provenance.caveatsText(in: style)
                    + parts.map { $0.roster.text(in: style) }.joined(separator: "\n"))
        case .json:
            try terminal.put(
                JSONValue.document(
                    "emergency-roster", of: provenance, order, [("rosters", .array(parts.map(\.roster.json)))]
                ).text)
        }
    }
}
