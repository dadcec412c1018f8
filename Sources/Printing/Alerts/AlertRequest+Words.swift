package import Activating
package import Diagnostics
import PlanModel

extension AlertRequest {
    /// 启动橙色响应，自 2026-11-24 18:00 起，至 2026-11-26 12:00.
    package func words(isDrill: Bool) -> Phrase {
        let drill = isDrill ? Phrase(zh: "（演练）", en: " (drill)") : Phrase("")
        let what: Phrase =
            switch self {
            case .begin(let order):
                Phrase(
                    zh: "启动\(order.level.title.chinese)响应，\(order.period.chinese)",
                    en: "begin the response to the \(order.level.alertTitle.english), \(order.period.english)"
                )
            case .change(let order):
                Phrase(
                    zh: "响应改为\(order.level.title.chinese)，\(order.period.chinese)",
                    en:
                        "change the response to the \(order.level.alertTitle.english), \(order.period.english)"
                )
            case .extend(let end?):
                Phrase(zh: "响应延长到 \(end.isoText)", en: "extend the response until \(end.isoText)")
            case .extend(nil):
                Phrase(zh: "响应延长，解除时间待定", en: "extend the response; its end is open")
            case .lift(let time):
                Phrase(zh: "响应在 \(time.isoText) 解除", en: "lift the response at \(time.isoText)")
            }
        return Phrase(zh: what.chinese + drill.chinese, en: what.english + drill.english)
    }

    /// The verb as data.
    var verb: String {
        switch self {
        case .begin: "begin"
        case .change: "change"
        case .extend: "extend"
        case .lift: "lift"
        }
    }
}

extension AlertOrder {
    fileprivate var period: Phrase {
        let begin = effective.isoText
        guard let end else {
            return Phrase(zh: "自 \(begin) 起，解除时间待定", en: "from \(begin) on, its end open")
        }
        return Phrase(zh: "自 \(begin) 至 \(end.isoText)", en: "from \(begin) until \(end.isoText)")
    }
}

extension AlertRequest.Refusal {
    /// Why nothing is asked for, in one sentence.
    package var words: Phrase {
        switch self {
        case .notAnOrder(let kind):
            Phrase(
                zh: "这是回执（\(kind.rawValue)），不要求做什么",
                en: "this is a reply (\(kind.rawValue)), which asks for nothing")
        case .notForActing(let status):
            Phrase(
                zh: "这不是实际发布的（\(status.rawValue)），不要求做什么",
                en: "this is not meant to be acted on (\(status.rawValue))")
        case .noSuchLevel:
            Phrase(
                zh: "空气重污染的响应只有黄色、橙色、红色；蓝色或没有级别的由值班领导决定",
                en:
                    "responses are yellow, orange or red; of a blue alert, or one without a level, the lead decides"
            )
        case .nothingToLift:
            Phrase(zh: "没有进行中的响应可以解除", en: "no response is in force that it could lift")
        case .drillMismatch(let messageIsDrill):
            messageIsDrill
                ? Phrase(zh: "它是演练，进行中的响应不是", en: "it is a drill, and the response in force is not")
                : Phrase(zh: "进行中的是演练，它不是", en: "a drill is in force, and it is none")
        case .alreadyDone:
            Phrase(zh: "这一条已经办过", en: "this message has been followed already")
        case .outdated(let last):
            Phrase(
                zh: "它比已经办过的一条（\(last.isoText) 发出）还早",
                en: "it is older than the last one followed, which was sent at \(last.isoText)")
        case .alreadySo:
            Phrase(
                zh: "级别和解除时间都与现在一样，没有要改的", en: "level and end are as they are now: there is nothing to change"
            )
        case .liftsAnother:
            Phrase(zh: "它解除的是另一条预警", en: "it lifts another alert")
        case .overBeforeSent(let expired):
            Phrase(
                zh: "它在发出之前就失效了（\(expired.isoText)）",
                en: "it expired at \(expired.isoText), before it was sent")
        }
    }

    /// The reason as data.
    var name: String {
        switch self {
        case .notAnOrder: "not-an-order"
        case .notForActing: "not-for-acting"
        case .noSuchLevel: "no-such-level"
        case .nothingToLift: "nothing-to-lift"
        case .drillMismatch: "drill-mismatch"
        case .alreadyDone: "already-done"
        case .outdated: "outdated"
        case .alreadySo: "already-so"
        case .liftsAnother: "lifts-another"
        case .overBeforeSent: "over-before-sent"
        }
    }
}
