import Activating
import ArgumentParser
import Diagnostics
import PlanModel
import PlanReading
import Printing
import Staffing

struct ProposeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: Terminal.shared.say(
            "达不到减排比例时，从备用措施里选最省的一组。", "Choose the cheapest reserve measures that reach every target."),
        discussion: Terminal.shared.say(
            """
            从各企业方案 reserve 里的备用措施中选，每条生产线至多一项，使全区（和所要求的
            街道）每种污染物都达到比例，每日费用合计最少，并证明离最少差多少。只用写了
            cost 的；豁免、停着的、比现有措施松的不选。
            例：
              emergency propose --level orange
              emergency propose --level orange --margin "1 %" --keep XC-YT-003.L1
              emergency propose --level orange --write     写进计划文件，git diff 就看得到
            选得出为 0，全部追加也达不到为 1。
            """,
            """
            Chooses among the 'reserve' options of the enterprises' plans, at most one a line,
            so that every pollutant of the district (and of the sub-districts asked for)
            reaches its target at the least cost a day, and proves how near the least it is.
            Only options that state a cost; none of what is exempt, stopped, or looser than
            what is in force.
            Examples:
              emergency propose --level orange
              emergency propose --level orange --margin "1 %" --keep XC-YT-003.L1
              emergency propose --level orange --write     into the plans; see git diff
            Exit code 0 when a choice was found, 1 when even all options are not enough.
            """))

    @OptionGroup var order: OrderOptions
    @OptionGroup var goals: ProposalOptions
    @OptionGroup var assumptions: AssumptionOptions
    @OptionGroup var options: PlanOptions
    @OptionGroup var bookOptions: BookOptions

    @Flag(
        help: ArgumentHelp(
            Terminal.shared.say(
                "把选出的措施写进计划文件，其余一字不动；之后用 git diff 看。",
                "Write the chosen measures into the plans, nothing else changed; see git diff afterwards.")))
    var write = false

    @Flag(
        help: ArgumentHelp(
            Terminal.shared.say(
                "另外列出费用随目标变化，从现有措施到备用措施所能达到的最多。",
                "Also list cost against target, from what is planned to the most within reach.")))
    var curve = false

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "输出形式，可写几个：text、json、html；写进文件用 形式=文件。html 带费用曲线。",
                "Output, several at will: text, json, html; FORMAT=FILE writes a file. html draws the curve."),
            valueName: "format[=file]"))
    var format: [ProposalFace] = []

    func validate() throws {
        let terminal = Terminal.shared
        try ProposalFace.requireSound(
            format, ("结果", "a proposal is"), example: ("html=优选.html", "html=proposal.html"))
        guard !write || assumptions.isEmpty else {
            throw ValidationError(
                terminal.say(
                    "带着假设（--without、--set、--baseline-scale）不能 --write",
                    "--write does not go with assumptions (--without, --set, --baseline-scale)"))
        }
    }

    /// The curve, with a line on the terminal that says how far it has come: each of its points is a choice.
    private static func curve(of proposal: Proposal) -> ProposalCurve {
        let terminal = Terminal.shared
        guard terminal.showsProgress else { return ProposalCurve(proposal) }
        let curve = ProposalCurve(proposal) { done in
            terminal.note(
                "\r" + terminal.say("费用曲线：第 \(done) 点", "Cost against target: point \(done)") + "\u{1B}[K")
        }
        terminal.note("\r\u{1B}[K")
        return curve
    }

    func run() async throws {
        let order = try order.order()
        let (plans, read) = try await bookOptions.book(options, for: order)
        let assumed = try assumptions.assumptions(of: plans)
        let book = try AssumptionOptions.apply(assumed, to: plans, at: order.level)
        let provenance = read.assuming(assumed.phrases)
        let proposal = Proposal(book, order: order, try goals.request(in: book))
        let needsCurve = curve || format.contains { $0.kind == .html }
        let report = ProposalReport(
            proposal: proposal, curve: needsCurve ? Self.curve(of: proposal) : nil, district: book.district,
            provenance: provenance, order: order)
        for face in format.isEmpty ? [ProposalFace(.text)] : format {
            try face.put(report, withCurve: curve)
        }
        if write, case .chosen(let choice) = proposal.outcome {
            try await AdoptedFiles(choice, proposal).write(options)
        }
        if !write, case .chosen = proposal.outcome, assumptions.isEmpty {
            Terminal.shared.note(
                Terminal.shared.say("写进计划：同一条命令加 --write\n", "To write it into the plans, add --write.\n"))
        }
        if case .impossible = proposal.outcome { throw Failure.findings.code }
    }
}
