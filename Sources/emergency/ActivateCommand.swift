import Activating
import ArgumentParser
import Diagnostics
import PlanModel
import Printing
import Responding

struct ActivateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "activate",
        abstract: Terminal.shared.say(
            "响应预警：核算减排，写出通知单、值班表和巡查单，记录在案。",
            "Respond to an alert: balance the cuts, write orders, rosters and checklists, and record it."),
        discussion: Terminal.shared.say(
            """
            写到 Responses/<日期>-<级别>/，要么整份写成，要么什么都不留；已有的不覆盖，除非 --replace。
            已有响应在进行时，另一级别就是升级或降级（同 emergency raise|lower）：只列变化。
            例：emergency activate --level orange --order "京空气重污染指〔2026〕3号" --effective "2026-11-24 18:00"
            之后：emergency status、raise、lower、extend、lift、log、verify
            全部达到比例退出码为 0，有未达到的为 1（文书照写）。
            """,
            """
            Writes to Responses/<date>-<level>/, whole or not at all; what is there is kept unless --replace.
            While a response is going on, another level raises or lowers it (as raise and lower do): only changes are listed.
            Example: emergency activate --level orange --order "No. 3 of 2026" --effective "2026-11-24 18:00"
            After it: emergency status, raise, lower, extend, lift, log, verify
            Exit code 0 when all targets are met, 1 when one is missed (the papers are written all the same).
            """))

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "按这条预警信息（CAP 1.2 或 12379 的 XML）办：启动、升级、降级、延长或解除；先看不办用 emergency alert。",
                "Do what this alert message (XML, CAP 1.2 or 12379) asks: begin, raise, lower, extend or lift; emergency alert only shows it."
            ), valueName: "file"),
        completion: .file(extensions: ["xml"]))
    var alert: String?

    @OptionGroup var order: OrderOptions
    @OptionGroup var options: PlanOptions
    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var history: HistoryOptions
    @OptionGroup var life: LifeOptions
    @OptionGroup var output: LifeOutputOptions

    @Flag(
        help: ArgumentHelp(
            Terminal.shared.say(
                "重写刚启动、还没有后续的同名响应，旧的一份留作 .replaced。",
                "Write anew a response of the same name that nothing has followed; the old one is kept as .replaced."
            )))
    var replace = false

    func validate() throws {
        guard alert != nil else { return }
        let stated = [order.level, order.effective, order.until, order.issued, order.orderNumber]
        guard stated.allSatisfy({ $0 == nil }) else {
            throw ValidationError(
                Terminal.shared.say(
                    "级别、时间、文号都在 --alert 的信息里，不要另写",
                    "level, times and number stand in the message of --alert; do not say them besides"))
        }
    }

    func run() async throws {
        if let alert {
            return try await AlertRun(
                file: alert, options: options, bookOptions: bookOptions, history: history, life: life,
                output: output
            ).perform()
        }
        let terminal = Terminal.shared
        let (now, _) = try life.clock
        let alert = try order.order(now: now)
        let responses = try Responses(in: history.responses)
        func run(_ kind: ResponseEvent.Kind, of record: ResponseRecord?, replacing old: ResponseRecord? = nil)
            -> LifeRun
        {
            LifeRun(
                responses: responses,
                order: ResponseOrder(
                    kind, level: alert.level, number: alert.number, issued: alert.issued,
                    effective: alert.effective, until: alert.end), record: record, life: life, plans: options,
                bookOptions: bookOptions, basis: history, output: output, replaced: old)
        }
        let fresh = run(.activate, of: nil)
        if replace, let old = replaceable(by: alert, named: fresh.plainName, among: responses) {
            guard old.events.count == 1 else {
                terminal.complain(
                    Phrase(
                        zh: "\(old.name) 已有后续记录，不能重写",
                        en: "\(old.name) has gone on since and is not written anew"),
                    help: Phrase(
                        zh: "用 emergency raise、lower、extend、lift 接着办",
                        en: "go on with emergency raise, lower, extend or lift"))
                throw Failure.findings.code
            }
            let others = ResponseHistory(responses.history.records.filter { $0.name != old.name })
            do throws(OrderRefusal) {
                try others.requireFree(for: fresh.order, isDrill: life.drill)
            } catch {
                throw responses.refused(error, at: min(now, alert.effective), isDrill: life.drill)
            }
            return try await run(.activate, of: nil, replacing: old).perform()
        }
        if let current = responses.history.current(at: alert.effective, isDrill: life.drill),
            current.state.last.level != alert.level
        {
            terminal.note(
                terminal.say(
                    "\(harmless(current.name)) 正在进行：按变更级别办\n",
                    "\(harmless(current.name)) is going on: this changes its level\n"))
            let kind: ResponseEvent.Kind = current.state.last.level < alert.level ? .raise : .lower
            return try await run(kind, of: current).perform()
        }
        try responses.requireReadable(near: alert.effective, isDrill: life.drill)
        do throws(OrderRefusal) {
            try responses.history.requireFree(for: fresh.order, isDrill: life.drill)
        } catch {
            throw responses.refused(error, at: min(now, alert.effective), isDrill: life.drill)
        }
        try await fresh.perform()
    }

    /// The response that a new one takes the place of: the one that is not over, or else the last of its name.
    private func replaceable(by alert: AlertOrder, named name: String, among responses: Responses)
        -> ResponseRecord?
    {
        let time = min(alert.effective, alert.issued)
        return responses.history.open(at: time, isDrill: life.drill).last
            ?? responses.history.records.last { $0.name == name || $0.name.hasPrefix(name + "-") }
    }
}
