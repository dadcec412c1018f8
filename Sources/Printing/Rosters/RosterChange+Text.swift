import Diagnostics
import PlanModel
package import Staffing

extension DutyRoster {
    /// Exactly who is told something else, old → new; empty for a first edition.
    package func changesText(in style: TextStyle) -> String {
        guard !changes.isEmpty else { return "" }
        let people = Set(changes.flatMap { [$0.old?.id, $0.new?.person.id.value].compactMap(\.self) }).count
        func count(_ kind: RosterChange.Kind) -> Int { changes.count { $0.kind == kind } }
        let kinds: [(RosterChange.Kind, Phrase)] = [
            (.replaced, Phrase(zh: "换人", en: "replaced")), (.released, Phrase(zh: "撤岗", en: "released")),
            (.added, Phrase(zh: "增岗", en: "added")), (.opened, Phrase(zh: "空出", en: "left open")),
        ]
        let counts = kinds.filter { count($0.0) > 0 }.map { kind, words in
            style.say("\(words.chinese) \(count(kind))", "\(count(kind)) \(words.english)")
        }
        var text =
            style.paint(
                style.say(
                    "变动 \(changes.count) 处，涉及 \(people) 人", "\(changes.count) changes for \(people) people"),
                .bold)
            + style.say("（", " (") + counts.joined(separator: style.say("，", ", "))
            + style.say("）：", "):") + "\n"
        for change in changes { text += change.text(in: style) }
        return text
    }
}

extension RosterChange {
    /// `11-25 周三 夜班 巡查员 示例社区：示例丙一 → 示例丙三`.
    package func text(in style: TextStyle) -> String {
        let place = at.map { " " + harmless($0) } ?? ""
        let from =
            old.map { harmless($0.name) + ($0.lender?.asideText(in: style) ?? "") } ?? style.say("新增", "new")
        let to =
            new.map { harmless($0.person.name) + ($0.lender?.asideText(in: style) ?? "") }
            ?? (kind == .opened
                ? style.paint(style.say(DutyCrew.openMark), .bad) : style.say("撤岗", "released"))
        return
            "  \(date.shortText(in: style)) \(harmless(shift)) \(harmless(post))\(place)"
            + style.say("：", ": ") + "\(from) → \(to)\n"
    }
}
