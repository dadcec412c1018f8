package import Diagnostics
import PlanModel

/// Why an order makes no sense as things stand, and what would.
package struct OrderRefusal: Error, Sendable {
    package let message: Phrase
    package let help: Phrase?

    init(_ message: Phrase, help: Phrase? = nil) {
        self.message = message
        self.help = help
    }

    static func notRising(_ order: AlertLevel, _ now: AlertLevel, isRaise: Bool) -> OrderRefusal {
        let names = (order.title, now.title)
        guard order != now else {
            return OrderRefusal(
                Phrase(zh: "已经是\(now.title.chinese)", en: "the level is \(now.rawValue) already"),
                help: Phrase(
                    zh: "只改结束时间用 emergency extend 或 lift",
                    en: "to move the end alone use emergency extend or lift"))
        }
        return isRaise
            ? OrderRefusal(
                Phrase(
                    zh: "\(names.0.chinese)比现在的\(names.1.chinese)轻，不是升级",
                    en: "\(order.rawValue) is milder than \(now.rawValue), the level now"),
                help: Phrase(
                    zh: "降级用 emergency lower --level \(order.rawValue)",
                    en: "to lower it use emergency lower --level \(order.rawValue)"))
            : OrderRefusal(
                Phrase(
                    zh: "\(names.0.chinese)比现在的\(names.1.chinese)重，不是降级",
                    en: "\(order.rawValue) is graver than \(now.rawValue), the level now"),
                help: Phrase(
                    zh: "升级用 emergency raise --level \(order.rawValue)",
                    en: "to raise it use emergency raise --level \(order.rawValue)"))
    }

    static func backInTime(_ what: Phrase, _ time: CivilTime, before: Phrase, at other: CivilTime)
        -> OrderRefusal
    {
        OrderRefusal(
            Phrase(
                zh: "\(what.chinese)\(time.isoText) 早于\(before.chinese) \(other.isoText)",
                en: "\(what.english) \(time.isoText) lies before \(before.english), \(other.isoText)"))
    }
}
