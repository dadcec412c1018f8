import Activating
import ArgumentParser
import PlanFiles
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
    @OptionGroup var history: HistoryOptions
    @OptionGroup var changing: RosterChangeOptions

    @Option(help: ArgumentHelp(Terminal.shared.say("只看一个街道。", "Only this sub-district."), valueName: "name"))
    var subDistrict: String?

    @Option(help: ArgumentHelp(Terminal.shared.say("输出格式：text 或 json。", "Output format, text or json.")))
    var format = OutputFormat.text

    func run() async throws {
        let terminal = Terminal.shared
        let change = try changing.wanted(self.order)
        let order = try change?.order ?? self.order.order(defaultLevel: .orange)
        let (book, provenance) = try await bookOptions.book(options, for: order)
        let wanted = try subDistrict.map { try emergency.subDistrict(named: $0, in: book) }
        if changing.publish, wanted != nil {
            throw ValidationError(
                terminal.say(
                    "发布要所有街道一起：去掉 --sub-district",
                    "all sub-districts are published together: leave --sub-district out"))
        }
        let basis = RosterBasis(
            earlier: try history.earlier(
                than: order.effective, without: change?.editions.response ?? ""),
            change: change?.change, limits: history.limits)
        let line = ProgressLine(on: terminal)
        let response = await StaffedResponse(
            book, order: order, provenance: provenance, basis: basis, only: wanted,
            progress: line?.count(of: wanted == nil ? book.district.subDistricts.count : 1))
        line?.clear()
        if changing.publish { try change?.publish(response) }
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
