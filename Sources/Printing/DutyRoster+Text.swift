package import Diagnostics
package import PlanModel
package import Staffing

extension DutyRoster {
    /// Shift by shift who stands where, then every open seat with its reasons.
    package func text(in style: TextStyle) -> String {
        let filled = seats - openSeats
        var text = style.paint(harmless(subDistrict.text), .bold)
        text += style.say(
            "：\(start.isoText) 至 \(end.isoText)，\(seats) 个岗次，已排 \(filled)",
            ": \(start.isoText) to \(end.isoText), \(seats) seats, \(filled) filled")
        text +=
            open.isEmpty
            ? "\n" : style.paint(style.say("，空岗 \(openSeats)\n", ", \(openSeats) open\n"), .bad)
        for occurrence in occurrences { text += self.text(of: occurrence, style) }
        for shift in open { text += shift.text(in: style) }
        return text
    }

    private func text(of occurrence: ShiftOccurrence, _ style: TextStyle) -> String {
        var table = TextTable([.left, .left, .left])
        for crew in crews(in: occurrence) {
            // One a line: two with their telephones are wider than a terminal.
            for (seat, person) in crew.people.enumerated() {
                let name = person.map { TextTable.Cell("\($0.name) \($0.phone)") }
                table.add([
                    .init(seat == 0 ? crew.slot.post.title : ""),
                    .init(seat == 0 ? crew.slot.place.text(in: style) : ""),
                    name ?? .init(style.say("【空岗】", "[open]"), .bad),
                ])
            }
        }
        return style.paint(occurrence.text(in: style), .mark) + "\n" + table.text(in: style, indent: 2)
    }
}

extension ShiftOccurrence {
    /// `11-24 周二 夜班 20:00–次日 08:00`.
    package func text(in style: TextStyle) -> String {
        let until = (end.date == date ? "" : style.say("次日 ", "next day ")) + end.clockText
        return
            "\(date.isoText) \(style.say(date.weekdayTitle)) \(harmless(shift.title)) \(start.clockText)–\(until)"
    }
}

extension CivilDate {
    package var weekdayTitle: Phrase {
        let chinese = ["一", "二", "三", "四", "五", "六", "日"]
        let english = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        return Phrase(zh: "周" + chinese[weekday - 1], en: english[weekday - 1])
    }
}

extension DutySlot {
    package func text(in style: TextStyle) -> String {
        let place = place.text(in: style)
        return "\(occurrence.text(in: style)) \(harmless(post.title))" + (place.isEmpty ? "" : " \(place)")
    }
}

extension DutySlot.Place {
    package func text(in style: TextStyle) -> String {
        switch self {
        case .subDistrict: ""
        case .community(let name): harmless(name)
        case .guarded(let id, let name): "\(harmless(name))（\(harmless(id))）"
        }
    }
}

extension OpenShift {
    /// The seat, and who was kept out by what; those who do not hold the post are counted.
    package func text(in style: TextStyle) -> String {
        var text = style.paint(style.say("空岗：", "open: "), .bad) + slot.text(in: style) + "\n"
        for reason in holders {
            text +=
                "  \(harmless(reason.person.name))\(style.say("：", ": "))\(style.say(reason.keptOut.text))\n"
        }
        let others = reasons.count - holders.count
        if others > 0 {
            text += style.say("  另有 \(others) 人不任此岗\n", "  \(others) more do not hold this post\n")
        }
        return text
    }

    /// The reasons of those who hold the post.
    package var holders: [Reason] {
        reasons.filter { if case .holdsNotPost = $0.keptOut { false } else { true } }
    }
}
