package import Diagnostics
package import PlanModel
package import Staffing

extension DutyRoster {
    /// How full it is and what is proven of it, the view asked for, then what people must know of it: open seats with
    /// their reasons, what was settled beforehand, and who is told something else than before.
    package func text(in style: TextStyle, by view: RosterView) -> String {
        let filled = seats - openSeats
        var text = style.paint(harmless(subDistrict.text), .bold)
        text += style.say(
            "：\(start.isoText) 至 \(end.isoText)，\(seats) 个岗次，已排 \(filled)",
            ": \(start.isoText) to \(end.isoText), \(seats) seats, \(filled) filled")
        text +=
            open.isEmpty
            ? "\n" : style.paint(style.say("，空岗 \(openSeats)\n", ", \(openSeats) open\n"), .bad)
        guard !crews.isEmpty else {
            return text + style.say("此后没有要排的岗\n", "nothing is to be staffed from then on\n")
                + lendingText(in: style) + settledText(in: style) + changesText(in: style)
        }
        let proof = WrappedText.of(search.text(in: style)).dropLast()
        text += style.paint(String(proof), search.isProven ? .quiet : .warning) + "\n"
        switch view {
        case .grid: text += DutyGrid(self, in: style).text
        case .shift: text += textByShift(in: style)
        case .person: text += textByPerson(in: style)
        case .post: text += textByPost(in: style)
        }
        text += lendingText(in: style)
        for shift in open { text += shift.text(in: style) }
        text += remedies?.text(of: openSeats, in: style) ?? ""
        text += settledText(in: style)
        return text + changesText(in: style)
    }

    private func settledText(in style: TextStyle) -> String {
        guard !settled.isEmpty || !unmet.isEmpty else { return "" }
        return style.paint(style.say("计划里指定的和换班：", "Fixed duties and swaps of the plans:"), .bold) + "\n"
            + settled.map { $0.text(in: style) }.joined() + unmet.map { $0.text(in: style) }.joined()
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

extension CivilDate {
    /// `11-24 周二`.
    func shortText(in style: TextStyle) -> String { "\(isoText.suffix(5)) \(style.say(weekdayTitle))" }
}

extension DutyCrew {
    /// What stands in the place of a name where nobody is found.
    package static let openMark = Phrase(zh: "【空岗】", en: "[open]")
}

extension DutySlot {
    /// `2026-11-24 周二 夜班 20:00–次日 08:00 盯守人 …`.
    /// - Parameter hours: What of the shift is served; all of it when left out.
    package func text(in style: TextStyle, hours: DutyHours.Stretch? = nil) -> String {
        let place = place.text(in: style)
        let (date, shift) = (occurrence.date, occurrence.shift)
        let hours = hours ?? DutyHours(from: nil, to: nil).of(occurrence)
        return
            "\(date.isoText) \(style.say(date.weekdayTitle)) \(harmless(shift.title)) \(hours.clockText(of: date, in: style)) \(harmless(post.title))"
            + (place.isEmpty ? "" : " \(place)")
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
        var text = style.paint(style.say("空岗：", "open: "), .bad) + slot.text(in: style, hours: hours) + "\n"
        for reason in holders {
            text +=
                "  \(harmless(reason.person.name))\(style.say("：", ": "))\(style.say(reason.keptOut.text))\n"
        }
        let others = reasons.count - holders.count
        if others > 0 {
            text += style.say("  另有 \(others) 人不任此岗\n", "  \(others) more do not hold this post\n")
        }
        for one in asked { text += WrappedText.of(one.text(in: style), indent: 2) }
        return text
    }

    /// The reasons of those who hold the post.
    package var holders: [Reason] {
        reasons.filter { if case .holdsNotPost = $0.keptOut { false } else { true } }
    }
}
