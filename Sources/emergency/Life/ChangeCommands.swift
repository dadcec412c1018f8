import Activating
import ArgumentParser
import Diagnostics
import PlanModel
import Printing
import Responding

/// What every order that goes on with a response asks for.
struct ChangeOptions: ParsableArguments {
    @Option(
        name: [.customLong("order"), .customLong("order-number")],
        help: ArgumentHelp(
            Terminal.shared.say("市里命令的文号，印在文书上。", "The order's number, printed on the papers."),
            valueName: "text"))
    var orderNumber: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "发布时间；省略即现在，不晚于生效时间。",
                "When it was issued; now when left out, and not after it takes effect."),
            valueName: "time"))
    var issued: String?

    @OptionGroup var options: PlanOptions
    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var history: HistoryOptions
    @OptionGroup var life: LifeOptions
    @OptionGroup var output: LifeOutputOptions

    func validate() throws { try OrderOptions.requireNumber(orderNumber) }

    /// Carries out an order on the response that is going on.
    /// - Parameters:
    ///   - effective: nil for now.
    ///   - until: What the order says of the end.
    func run(
        _ kind: ResponseEvent.Kind, level: AlertLevel? = nil, effective: String?, until: String? = nil,
        isWhole: Bool = false
    )
        async throws
    {
        let (now, _) = try life.clock
        let effective = try OrderOptions.time(effective, "--effective", on: now)
        let isOpen = ["open", "待定"].contains(until?.lowercased())
        let end = isOpen ? nil : try OrderOptions.time(until, "--until", on: now)
        let start = try OrderOptions.time(issued, "--issued", on: now) ?? min(now, effective ?? now)
        let order = ResponseOrder(
            kind, level: level, number: orderNumber, issued: start, effective: effective ?? max(now, start),
            until: end, opensEnd: isOpen, isWhole: isWhole)
        let responses = try Responses(in: history.responses)
        guard
            let record = responses.history.addressed(
                by: kind, at: order.issued, isDrill: life.drill)
        else {
            do throws(OrderRefusal) {
                _ = try ResponseRecord.beginning(order)
            } catch {
                throw responses.refused(error, at: now, isDrill: life.drill)
            }
            return
        }
        try await LifeRun(
            responses: responses, order: order, record: record, life: life, plans: options,
            bookOptions: bookOptions, basis: history, output: output
        ).perform()
    }
}

/// The level to which a response goes over, and when.
struct LevelChangeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "改到哪一级：yellow、orange、red，或 黄色、橙色、红色。", "The level from then on: yellow, orange or red."),
            valueName: "level"),
        completion: .list(AlertLevel.allCases.map(\.rawValue)))
    var level: String

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "生效时间（北京时间），如 \"2026-11-25 12:00\"；省略即现在。",
                "When it takes effect (Beijing time), e.g. \"2026-11-25 12:00\"; now when left out."),
            valueName: "time"))
    var effective: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "同时改结束时间；待定写 open；省略则照旧。", "Also moves the end, or opens it (open); as it was when left out."),
            valueName: "time"))
    var until: String?
}

struct RaiseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "raise",
        abstract: Terminal.shared.say(
            "升级：把进行中的响应升到更高级别，只列变化。", "Raise the response that is going on; only what changes is listed."),
        discussion: Terminal.shared.say(
            """
            先解除的、再加严的、再新增的；值班表在已通知的基础上改，能不动的不动。文书写进响应文件夹。
            例：emergency raise --level red --order "京空气重污染指〔2026〕4号" --effective "2026-11-25 12:00"
            """,
            """
            What is released comes first, then what is tightened, then what is new; the roster moves as few as possible.
            Example: emergency raise --level red --order "No. 4 of 2026" --effective "2026-11-25 12:00"
            """))

    @OptionGroup var change: LevelChangeOptions
    @OptionGroup var options: ChangeOptions

    func run() async throws {
        try await options.run(
            .raise, level: try OrderOptions.level(change.level), effective: change.effective,
            until: change.until)
    }
}

struct LowerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lower",
        abstract: Terminal.shared.say(
            "降级：把进行中的响应降到更低级别，只列变化。", "Lower the response that is going on; only what changes is listed."),
        discussion: Terminal.shared.say(
            "例：emergency lower --level yellow --effective \"2026-11-26 18:00\"",
            "Example: emergency lower --level yellow --effective \"2026-11-26 18:00\""))

    @OptionGroup var change: LevelChangeOptions
    @OptionGroup var options: ChangeOptions

    func run() async throws {
        try await options.run(
            .lower, level: try OrderOptions.level(change.level), effective: change.effective,
            until: change.until)
    }
}

struct ExtendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extend",
        abstract: Terminal.shared.say(
            "延长：写明进行中的响应到何时结束，接着排班。", "Extend the response that is going on, and go on with its rosters."),
        discussion: Terminal.shared.say(
            """
            例：emergency extend --until "2026-11-28 00:00"
            解除时间待定的响应，这样写明结束时间；--until 待定 改为待定；提前结束用 emergency lift。
            """,
            """
            Example: emergency extend --until "2026-11-28 00:00"
            This also sets the end of a response whose end was open; --until open leaves it open again. To end one sooner
            use emergency lift.
            """))

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say("新的结束时间；待定写 open。", "The end from now on, or open."), valueName: "time"))
    var until: String

    @OptionGroup var options: ChangeOptions

    func run() async throws {
        try await options.run(.extend, effective: options.issued, until: until)
    }
}

struct LiftCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lift",
        abstract: Terminal.shared.say(
            "解除：结束进行中的响应，写出解除令和到点为止的值班表。",
            "Lift the response that is going on: the order to end, and the rosters up to then."),
        discussion: Terminal.shared.say(
            "例：emergency lift --effective \"2026-11-27 12:00\"",
            "Example: emergency lift --effective \"2026-11-27 12:00\""))

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say("从什么时候起解除；省略即现在。", "From when it is lifted; now when left out."),
            valueName: "time"))
    var effective: String?

    @OptionGroup var options: ChangeOptions

    func run() async throws { try await options.run(.lift, effective: effective) }
}

struct RevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: Terminal.shared.say(
            "撤回：收回最后一道还没生效的命令，回到它之前。",
            "Take back the last order before it takes effect; things stand as before it."),
        discussion: Terminal.shared.say(
            "记录里两条都在。已经生效的不能撤回，用 raise、lower、extend、lift 另行变更。",
            "The record keeps both. What has taken effect is changed by raise, lower, extend or lift."))

    @Flag(
        help: ArgumentHelp(
            Terminal.shared.say(
                "整次响应都撤回（还没生效的），不只是最后一道命令。",
                "Take back the response as a whole, before it takes effect, not the last order alone.")))
    var all = false

    @OptionGroup var options: ChangeOptions

    func run() async throws { try await options.run(.revoke, effective: options.issued, isWhole: all) }
}
