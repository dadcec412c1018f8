import Diagnostics
import PlanModel
package import Staffing

extension SettledDuty {
    /// Who was set there, and which rules that breaks.
    package func text(in style: TextStyle) -> String {
        let what: String =
            if case .swap(let other) = assignment.origin {
                style.say("换班：替\(harmless(other))", "swap for \(harmless(other))")
            } else { style.say("指定", "fixed") }
        var text =
            "  \(what) \(harmless(assignment.person.name)) \(assignment.slot.text(in: style))"
        if !breaks.isEmpty {
            let rules = breaks.map { harmless(style.say($0.text)) }.joined(separator: style.say("；", "; "))
            text += " " + style.paint(style.say("破例：", "against the rules: ") + rules, .warning)
        }
        return text + " " + style.paint(harmless(place.location), .quiet) + "\n"
    }
}

extension UnmetDuty {
    package func text(in style: TextStyle) -> String {
        style.paint(style.say("  没能照办 ", "  not followed "), .warning)
            + "\(harmless(person.name)) \(shift.text(in: style))\(style.say("：", ": "))\(style.say(reason.text)) "
            + style.paint(harmless(place.location), .quiet) + "\n"
    }
}

extension UnmetDuty.Reason {
    var text: Phrase {
        switch self {
        case .noSuchPost:
            Phrase(zh: "这个级别那一班没有这个岗", en: "at this level there is no such post in that shift")
        case .settledElsewhere:
            Phrase(zh: "那一班已指定在别处", en: "settled elsewhere in that shift")
        case .full: Phrase(zh: "那个岗已指定满了", en: "others are settled in all its seats")
        }
    }
}
