import Activating
import ArgumentParser
import Diagnostics
import PlanModel
import PlanReading
import Printing
import Responding

/// The order that the city has issued, as said on the command line.
struct OrderOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "预警级别：yellow、orange、red，或 黄色、橙色、红色。", "Alert level: yellow, orange or red."),
            valueName: "level"),
        completion: .list(AlertLevel.allCases.map(\.rawValue)))
    var level: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "生效时间（北京时间），如 \"2026-11-24 18:00\"；省略即现在。",
                "When it takes effect (Beijing time), e.g. \"2026-11-24 18:00\"; now when left out."),
            valueName: "time"))
    var effective: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "解除时间；省略即“解除时间待定”，按 duty.yaml 先排几天。",
                "When it ends; open when left out, and duty is planned for the days set in duty.yaml."),
            valueName: "time"))
    var until: String?

    @Option(
        help: ArgumentHelp(
            Terminal.shared.say(
                "发布时间；省略即生效时间（activate 省略即现在）。停机用时从这里算起。",
                "When it was issued; the effective time when left out (for activate, now). Orderly stops are counted from here."
            ),
            valueName: "time"))
    var issued: String?

    @Option(
        name: [.customLong("order"), .customLong("order-number")],
        help: ArgumentHelp(
            Terminal.shared.say("市里命令的文号，印在文书上。", "The order's number, printed on the papers."),
            valueName: "text"))
    var orderNumber: String?

    func validate() throws { try Self.requireNumber(orderNumber) }

    /// - Throws: A usage error for a number that is there and says nothing.
    static func requireNumber(_ text: String?) throws {
        guard let text, text.allSatisfy(\.isWhitespace) else { return }
        throw ValidationError(
            Terminal.shared.say(
                "--order 后面写文号；没有文号就不写 --order", "write the number after --order, or leave it out"))
    }

    /// - Parameter defaultLevel: Taken when no level is said; nil makes it required.
    func order(defaultLevel: AlertLevel? = nil) throws -> AlertOrder {
        try order(at: try alertLevel(default: defaultLevel))
    }

    /// The order of an alert that is recorded: when it was issued is now where nothing is said, and not after it takes
    /// effect.
    func order(now: CivilTime) throws -> AlertOrder {
        try order(at: try alertLevel(default: nil), now: now, isRecorded: true)
    }

    /// Whether all levels are asked for.
    var isOfAllLevels: Bool { level.map { ["all", "全部"].contains($0.lowercased()) } ?? false }

    /// One order a level when all levels are asked for (`--level all`), else the one.
    func orders() throws -> [AlertOrder] {
        guard isOfAllLevels else { return [try order()] }
        let order = try order(at: .yellow)
        return AlertLevel.allCases.map(order.at)
    }

    private func order(
        at level: AlertLevel, now: CivilTime = Terminal.shared.now, isRecorded: Bool = false
    ) throws -> AlertOrder {
        let effective = try Self.time(effective, "--effective", on: now) ?? now
        let issued =
            try Self.time(issued, "--issued", on: now) ?? (isRecorded ? min(now, effective) : effective)
        let end = try Self.time(until, "--until", on: now)
        guard issued <= effective else {
            throw ValidationError(
                Terminal.shared.say("发布时间在生效时间之后", "--issued is after --effective"))
        }
        if let end, end <= effective {
            throw ValidationError(
                Terminal.shared.say("解除时间不在生效时间之后", "--until is not after --effective"))
        }
        if let end, (end - effective).minutes > ResponseRecord.mostDays * 1440 {
            throw ValidationError(
                Terminal.shared.say("一次应急最长 31 天", "a response lasts at most 31 days"))
        }
        return AlertOrder(level: level, issued: issued, effective: effective, end: end, number: orderNumber)
    }

    func alertLevel(default defaultLevel: AlertLevel?) throws -> AlertLevel {
        guard let level else {
            if let defaultLevel { return defaultLevel }
            throw ValidationError(
                Terminal.shared.say(
                    "要用 --level 写明级别：yellow、orange 或 red", "say --level yellow, orange or red"))
        }
        return try Self.level(level)
    }

    /// A level by its English or Chinese name.
    static func level(_ level: String) throws -> AlertLevel {
        let found = AlertLevel.allCases.first {
            [$0.rawValue, $0.title.chinese, String($0.title.chinese.dropLast())].contains(level.lowercased())
        }
        if let found { return found }
        let near = Nearest.name(
            to: level, among: AlertLevel.allCases.flatMap { [$0.rawValue, $0.title.chinese] })
        let hint = near.map { Terminal.shared.say("是不是 \($0)？", "Did you mean \($0)?") }
        throw ValidationError(
            Terminal.shared.say("没有级别“\(level)”。", "There is no level '\(level)'. ")
                + (hint ?? Terminal.shared.say("可用：yellow、orange、red", "Known: yellow, orange, red.")))
    }

    /// - Parameter now: On whose day a time of day alone is meant.
    static func time(_ text: String?, _ option: String, on now: CivilTime = Terminal.shared.now) throws
        -> CivilTime?
    {
        guard let text else { return nil }
        if let time = CivilTime(text) { return time }
        if let minute = CivilTime.minuteOfDay(text) { return CivilTime(now.date, minuteOfDay: minute) }
        throw ValidationError(
            Terminal.shared.say(
                "\(option) 的时间“\(text)”不对，写成 \"2026-11-24 18:00\"",
                "\(option) '\(text)' is no time; write \"2026-11-24 18:00\""))
    }
}

/// Finds the sub-district that was asked for.
/// - Throws: A usage error with the nearest name.
func subDistrict(named text: String, in book: PlanBook) throws -> Identifier<SubDistrict> {
    Identifier(try subDistrict(named: text, among: book.district.subDistricts.map(\.value.text)))
}

/// The same by name alone, where there is no book.
func subDistrict(named text: String, among names: [String]) throws -> String {
    if names.contains(text) { return text }
    if text.hasSuffix("街道"), names.contains(String(text.dropLast(2))) { return String(text.dropLast(2)) }
    let near = Nearest.name(to: text, among: names).map { harmless($0) }
    throw ValidationError(
        Terminal.shared.say("没有街道“\(text)”。", "There is no sub-district '\(text)'. ")
            + (near.map { Terminal.shared.say("是不是“\($0)”？", "Did you mean '\($0)'?") }
                ?? Terminal.shared.say("本区的街道：", "Known: ")
                + names.map { harmless($0) }.joined(separator: Terminal.shared.say("、", ", "))))
}
