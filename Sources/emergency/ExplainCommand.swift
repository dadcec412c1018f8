import Activating
import ArgumentParser
import Diagnostics
import Explaining
import PlanModel
import PlanReading
import Printing

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: Terminal.shared.say(
            "说明一条检查规则，或一个数字的来历：污染物、企业、点位。",
            "Explain a check's rule, or where a figure comes from: a pollutant, an enterprise, a source."),
        discussion: Terminal.shared.say(
            """
            规则名是每个错误后面方括号里的词；什么都不写就列出全部规则，规则不用读计划。
            污染物：从目标一步步到街道和有削减的企业、点位；加 --all 直到每条线和计划原文。
            企业、点位（编号或全名）：每条线排多少、每条措施减多少、写在哪里。
            不写 --level 就三个级别都说。例：
              emergency explain level-loosens
              emergency explain NOx --level orange
              emergency explain XC-YT-001 --level orange
            """,
            """
            A rule's name stands in brackets behind every finding; with nothing at all, the rules are listed. Rules need no plans.
            A pollutant: from its target down to sub-districts and owners with a cut; --all goes on to every line and its words.
            An enterprise or a source, by id or whole name: what each line emits, what each measure cuts, where the plan says so.
            Without --level all three are explained. Examples:
              emergency explain level-loosens
              emergency explain NOx --level orange
              emergency explain XC-YT-001 --level orange
            """))

    @Argument(
        help: ArgumentHelp(
            Terminal.shared.say(
                "规则、污染物、企业或点位。", "A rule, a pollutant, an enterprise or a source."),
            valueName: "name"),
        completion: .list(RuleID.allCases.map(\.rawValue) + Pollutant.allCases.map(\.symbol)))
    var name: String?

    @OptionGroup var order: OrderOptions
    @OptionGroup var options: PlanOptions
    @OptionGroup var bookOptions: BookOptions

    @Flag(
        help: ArgumentHelp(
            Terminal.shared.say(
                "污染物：列出每个企业、点位、每条线和计划原文。",
                "A pollutant: list every owner and line with the plan's own words.")))
    var all = false

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "污染物：每个街道只列削减最多的几个，其余合成一行。",
                "A pollutant: only so many owners of each sub-district, the largest cuts first; the rest in one row."
            ),
            valueName: "count"))
    var largest: Int?

    @Option(help: ArgumentHelp(Terminal.shared.say("输出格式：text 或 json。", "Output format, text or json.")))
    var format = OutputFormat.text

    func validate() throws {
        if let largest, largest < 1 {
            throw ValidationError(Terminal.shared.say("--largest 至少是 1", "--largest is 1 or more"))
        }
    }

    func run() async throws {
        guard let name else { return try Terminal.shared.put(RulePages.list) }
        // A rule has no level: with one, a name of the plans is meant.
        if order.level == nil, let page = RuleID(rawValue: name).flatMap(RulePages.page) {
            guard format == .text else {
                throw ValidationError(
                    Terminal.shared.say("规则的说明只有文字", "a rule's page is text only"))
            }
            return try Terminal.shared.put(page.text(in: Terminal.shared.outputStyle))
        }
        try await explainFigure(of: name)
    }

    private func explainFigure(of name: String) async throws {
        let levels = order.level == nil ? AlertLevel.allCases : [try order.order().level]
        let orders = try levels.map { try order.order(defaultLevel: $0) }
        let (book, provenance) = try await read(for: orders[0], name)
        let thing = try ExplainedThing(called: name, in: book)
        let text: String
        let json: JSONValue
        switch thing {
        case .pollutant(let pollutant):
            let traces = orders.map { PollutantTrace(pollutant, in: Activation(book, order: $0)) }
            let detail = TraceDetail(listsEverything: all, largest: largest)
            text = traces.map {
                $0.text(in: Terminal.shared.outputStyle, district: book.district, detail)
            }.joined(separator: "\n")
            json = .array(traces.map { $0.json(district: book.district) })
        case .owner(let owner):
            let traces = orders.map { OwnerTrace(owner, in: Activation(book, order: $0), of: book) }
            text = OwnerTrace.text(of: traces, in: Terminal.shared.outputStyle)
            json = .array(traces.map(\.json))
        }
        switch format {
        case .text:
            try Terminal.shared.put(provenance.caveatsText(in: Terminal.shared.outputStyle) + text)
        case .json:
            try Terminal.shared.put(
                JSONValue.document("emergency-explanation", of: provenance, [("levels", json)]).text)
        }
    }

    /// The plans; where they cannot be had, a mistyped rule is told all the same.
    private func read(for order: AlertOrder, _ name: String) async throws -> (
        book: PlanBook, provenance: Provenance
    ) {
        do {
            return try await bookOptions.book(options, for: order)
        } catch let code as ExitCode {
            guard let near = Nearest.name(to: name, among: RuleID.allCases.map(\.rawValue)) else {
                throw code
            }
            throw ValidationError(
                Terminal.shared.say(
                    "没有规则“\(name)”。是不是 \(near)？", "There is no rule '\(name)'. Did you mean \(near)?"))
        }
    }
}
