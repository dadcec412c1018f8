import Activating
import ArgumentParser
import Diagnostics
import PlanFiles
import PlanModel
import PlanReading
import Printing
import Staffing

struct RosterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster",
        abstract: Terminal.shared.say(
            "排出各街道的值班表，空岗写明每个人的原因。", "Roster every sub-district; open posts say for each person why not."),
        discussion: Terminal.shared.say(
            """
            先让空岗最少，改班时再让变动最少，再按 duty.yaml 的权重求最公平；证明到哪一步，照实写明。
            全部排满退出码为 0，有空岗为 1。
            例：emergency roster --level orange --sub-district 月坛
            　　emergency roster --level red --by person
            　　emergency roster --level orange --format xlsx=值班表.xlsx --format html=值班表.html
            　　emergency roster --change Responses/2026-11-24-orange --level red
            """,
            """
            Fewest open seats first, on a change then fewest changes, then the fairest by the weights of duty.yaml; how
            far that is proven is said. Exit code 0 when every seat is filled, 1 when one stays open.
            Examples: emergency roster --level orange --sub-district 月坛
                      emergency roster --level red --by person
                      emergency roster --level orange --format xlsx=roster.xlsx --format html=roster.html
                      emergency roster --change Responses/2026-11-24-orange --level red
            """))

    @OptionGroup var order: OrderOptions
    @OptionGroup var options: PlanOptions
    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var history: HistoryOptions
    @OptionGroup var changing: RosterChangeOptions

    @Option(help: ArgumentHelp(Terminal.shared.say("只看一个街道。", "Only this sub-district."), valueName: "name"))
    var subDistrict: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "怎么看：总表（每人每天）、班次（带电话）、人员、岗位。",
                "The view: grid (a row a person), shift (with telephones), person or post."),
            valueName: "view"),
        completion: .list(RosterView.allCases.map(\.rawValue)))
    var by: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            Terminal.shared.say(
                "输出形式，可写几个：text、json、csv、html（横排 A4）、xlsx（工作簿）；写进文件用 形式=文件，xlsx 必须写进文件。",
                "Output, several at will: text, json, csv, html (A4 across), xlsx; FORMAT=FILE writes a file, which xlsx must."
            ), valueName: "format[=file]"))
    var format: [RosterFace] = []

    func validate() throws {
        _ = try view
        try RosterFace.requireFile(of: .xlsx, in: format, ("值班表", "roster"))
        try RosterFace.requireSound(
            format, ("值班表", "a roster is"), example: ("csv=值班表.csv", "csv=roster.csv"))
    }

    private var view: RosterView {
        get throws {
            guard let by else { return .grid }
            let views = RosterView.allCases
            return try NamedChoice.find(
                by, in: views.map { [$0.rawValue, $0.title.chinese] }, views,
                unknown: Terminal.shared.say("值班表不能按“\(by)”看。", "There is no view by '\(by)'. "))
        }
    }

    func run() async throws {
        let terminal = Terminal.shared
        let change = try changing.wanted(self.order)
        let order = try change?.order ?? self.order.order(defaultLevel: .orange)
        let (book, provenance) = try await bookOptions.book(options, for: order)
        let wanted = try subDistrict.map { try emergency.subDistrict(named: $0, in: book) }
        try changing.requireAll(wanted == nil)
        let response = await StaffedResponse(
            book, order: order, provenance: provenance,
            basis: try history.basis(for: order, changing: change?.change, asksRemedies: true),
            only: wanted.map { [$0] }, shownOn: terminal)
        if changing.publish { try await change?.publish(response) }
        let report = RosterReport(response: response, view: try view)
        for face in format.isEmpty ? [RosterFace(.text)] : format { try face.put(report) }
        if !report.isFull { throw Failure.findings.code }
    }
}
