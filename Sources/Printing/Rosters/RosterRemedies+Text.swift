import Diagnostics
package import Staffing

extension RosterRemedies {
    /// One a change: how many of the open seats it closes, and which.
    package func text(of openSeats: Int, in style: TextStyle) -> String {
        guard isKnown else {
            return style.paint(
                style.say(
                    "空岗还未证明最少，先放宽 --seconds，再看怎样补齐\n",
                    "not proven to leave the fewest open: allow more --seconds before asking what would close them\n"
                ), .quiet)
        }
        guard !all.isEmpty || combination != nil else {
            return style.say("没有哪一项改动能减少空岗\n", "no single change closes any open seat\n")
        }
        var text =
            style.paint(
                style.say(
                    "怎样补齐（供选择，可由街道决定；计划和值班表未改）：",
                    "What would close them (options for people to decide; the plans and the roster are unchanged):"
                ),
                .bold) + "\n"
        text += shown.map { $0.text(of: openSeats, in: style) }.joined()
        let others = all.count - shown.count
        if others > 0 { text += style.say("  另有 \(others) 项\n", "  \(others) more\n") }
        if let combination {
            text += style.say(
                "  单项都补不齐，合起来\(combination.isProven ? "最少" : "")：\n",
                "  none closes all; together\(combination.isProven ? ", the fewest" : ""):\n")
            text += combination.text(of: openSeats, in: style)
        }
        return text
    }
}

extension RosterRemedy {
    /// As many slots as are worth reading at once.
    private static let mostSlots = 3

    fileprivate func text(of openSeats: Int, in style: TextStyle) -> String {
        var text = "  \(harmless(style.say(change.text)))"
        text += style.say("：补上 \(closedSeats)/\(openSeats)", ": closes \(closedSeats) of \(openSeats)")
        if openedSeats > 0 {
            text += style.say("，另空出 \(openedSeats)", ", opens \(openedSeats) elsewhere")
        }
        text += "\n"
        // What closes all of them need not say which.
        guard closedSeats < openSeats else { return text }
        for seats in closes.prefix(Self.mostSlots) {
            text += "    \(seats.slot.text(in: style))" + (seats.count > 1 ? " × \(seats.count)" : "") + "\n"
        }
        let others = closes.count - Self.mostSlots
        if others > 0 { text += style.say("    等 \(closes.count) 处\n", "    and \(others) more\n") }
        return text
    }
}
