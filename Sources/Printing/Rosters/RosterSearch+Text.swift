import Diagnostics
package import Staffing

extension RosterSearch {
    /// What is proven of the roster, in one line: that nothing is better, or how far it may be from the best.
    package func text(in style: TextStyle) -> String {
        guard !isProven else {
            return style.say(
                "已证明：\(firstGoals)公平代价 \(cost) 不能再低",
                "Proven: \(firstGoalsInEnglish)unfairness \(cost) is the least there is")
        }
        var parts: [String] = []
        if !isOpenLeast {
            parts.append(style.say("空岗未必最少", "fewer open seats may be possible"))
        }
        if !isChangesLeast { parts.append(style.say("变动未必最少", "fewer changes may be possible")) }
        if bound < cost {
            parts.append(
                style.say(
                    "公平代价 \(cost)，最好也不低于 \(bound)（至多再低 \(gapText)）",
                    "unfairness \(cost), at best \(bound) (\(gapText) less at most)"))
        }
        return style.say("算到上限，用已找到的最好一份：", "Cut by the limit, best roster found: ")
            + parts.joined(separator: style.say("，", ", "))
    }

    private var firstGoals: String {
        changesCome ? "空岗最少，变动最少，" : "空岗最少，"
    }

    private var firstGoalsInEnglish: String {
        changesCome ? "fewest open, fewest changes, " : "fewest open, "
    }

    /// In percent of the cost, rounded up to tenths, so that it never promises more than is proven.
    private var gapText: String {
        guard cost > 0 else { return "?" }
        let tenths = (Int128(cost - bound) * 1000 + Int128(cost) - 1) / Int128(cost)
        return DataTable.Cell.decimal(tenths, places: 1) + " %"
    }
}
