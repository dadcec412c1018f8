import Diagnostics
import PlanModel
package import Staffing

extension PatrolChecklist {
    /// The rounds, then stop after stop with boxes to tick.
    package func text(in style: TextStyle) -> String {
        var text = style.paint(harmless(subDistrict.text), .bold)
        text += style.say(
            "：每轮 \(stops.count) 处，\(rounds.count) 轮\n",
            ": \(stops.count) stops a round, \(rounds.count) rounds\n")
        for round in rounds {
            text += "  \(round.occurrence.text(in: style))"
            text += style.say(
                " 当日第 \(round.number) 轮；问题 \(round.verifyBy.isoText) 前核实，\(round.feedbackBy.isoText) 前反馈\n",
                " round \(round.number); verify by \(round.verifyBy.isoText), report back by \(round.feedbackBy.isoText)\n"
            )
        }
        for walk in communities {
            text += "\n" + style.paint("## \(harmless(walk.community))", .bold) + "\n"
            for (index, stop) in walk.stops.enumerated() {
                text += self.text(of: stop, number: index + 1, style)
            }
        }
        return text
    }

    private func text(of stop: PatrolStop, number: Int, _ style: TextStyle) -> String {
        var text =
            "\n\(number). \(style.paint(harmless(stop.name), .bold)) [\(harmless(stop.id))] \(harmless(stop.kind))"
        if stop.isGuarded { text += style.paint(style.say(" 专人盯守", " guarded"), .warning) }
        text += "\n   \(harmless(stop.address))"
        if let person = stop.responsible {
            text +=
                style.say("；责任人 ", "; responsible ") + "\(harmless(person.name)) \(harmless(person.phone))"
            if let deputy = person.deputy {
                text += style.say("，副岗 ", ", deputy ") + "\(harmless(deputy.name)) \(harmless(deputy.phone))"
            }
        }
        text += style.say("；报到单位 ", "; call ") + "\(harmless(stop.lead.name)) \(harmless(stop.lead.phone))\n"
        for item in stop.items { text += "   □ \(harmless(item.text))\n" }
        if !stop.evidence.isEmpty {
            text +=
                style.say("   查看：", "   look at: ")
                + harmless(stop.evidence.joined(separator: style.say("、", ", "))) + "\n"
        }
        return text
    }
}
