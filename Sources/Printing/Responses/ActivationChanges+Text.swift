package import Activating
import Diagnostics
import PlanModel

extension ActivationChanges {
    /// What is otherwise than before: what is released first, then what is eased, altered, tightened and what is new, in
    /// each enterprises by name and sources by measure.
    /// - Parameter details: Also every source by name.
    package func text(in style: TextStyle, details: Bool) -> String {
        guard !isEmpty else {
            return style.say(
                "措施没有变化（\(unchangedItems) 项照旧）\n", "No measure changes (\(unchangedItems) go on as before)\n")
        }
        return summary(in: style)
            + ItemChange.Kind.allCases.map { section($0, in: style, details: details) }.joined()
            + guardsText(in: style)
    }

    private func summary(in style: TextStyle) -> String {
        let counts = ItemChange.Kind.allCases.filter { count($0) > 0 }.map { kind in
            style.say("\(kind.title.chinese) \(count(kind))", "\(count(kind)) \(kind.title.english)")
        }
        let (chinese, english) = (counts.joined(separator: "，"), counts.joined(separator: ", "))
        return WrappedText.of(
            style.paint(style.say("变更", "Changes"), .bold)
                + style.say(
                    " \(chinese)，涉及 \(owners.count) 家企业和点位；\(unchangedItems) 项照旧，\(unchangedOwners) 家不变",
                    ": \(english), for \(owners.count) enterprises and sources; \(unchangedItems) items and \(unchangedOwners) owners go on as before"
                ))
    }

    private func section(_ kind: ItemChange.Kind, in style: TextStyle, details: Bool) -> String {
        let some = owners.compactMap { owner -> (owner: OwnerChanges, items: [ItemChange.Item])? in
            let items = owner.items.filter { $0.kind == kind }.map(\.item)
            return items.isEmpty ? nil : (owner, items)
        }
        let ended = measures.filter { $0.kind == kind }
        guard !some.isEmpty || !ended.isEmpty else { return "" }
        var text = style.paint(style.say(kind.title), .bold) + "\n"
        for measure in ended where !some.contains(where: { $0.items.contains { $0.isOf(measure.measure) } }) {
            text += WrappedText.of(harmless(measure.measure.title), indent: 2)
        }
        let enterprises = some.filter(\.owner.isEnterprise)
        if details || enterprises.count <= Self.mostListed {
            for (owner, items) in enterprises { text += owner.text(items, in: style) }
        } else {
            text += Self.counted(enterprises.map(\.owner), in: style)
        }
        let sources = some.filter { !$0.owner.isEnterprise }
        guard !details else { return text + sources.map { $0.owner.text($0.items, in: style) }.joined() }
        var table = TextTable([.left, .right])
        for (title, count) in Self.counts(sources.flatMap(\.items)) {
            table.add([title, style.say("\(count) 处", "\(count)")])
        }
        return text + table.text(in: style, indent: 2)
    }

    /// More enterprises than these are counted, not listed, unless details are asked for.
    private static let mostListed = 200

    private static func counted(_ owners: [OwnerChanges], in style: TextStyle) -> String {
        var table = TextTable([.left, .right])
        for name in owners.map({ $0.subDistrict?.text ?? "" }).unique {
            let count = owners.count { $0.subDistrict?.text ?? "" == name }
            table.add([name, style.say("\(count) 家企业", "\(count) enterprises")])
        }
        return table.text(in: style, indent: 2)
            + style.say("  逐家列出：加 --details\n", "  to list each add --details\n")
    }

    /// Sources by measure, in the order in which they come.
    private static func counts(_ items: [ItemChange.Item]) -> [(title: String, count: Int)] {
        var counts: [(title: String, count: Int)] = []
        for item in items {
            let title = OrderWords.change(item).name
            if let index = counts.firstIndex(where: { $0.title == title }) {
                counts[index].count += 1
            } else {
                counts.append((title, 1))
            }
        }
        return counts
    }

    private func guardsText(in style: TextStyle) -> String {
        func names(_ isPosted: Bool) -> [String] {
            owners.filter { $0.guards.after == isPosted && $0.guards.before != isPosted }.map {
                harmless($0.name)
            }
        }
        return [
            (names(true), style.say("改派专人盯守", "Guarded from now on")),
            (names(false), style.say("不再专人盯守", "Guarded no more")),
        ].filter { !$0.0.isEmpty }.map { names, title in
            WrappedText.of(
                style.say("\(title) \(names.count) 处：", "\(title) (\(names.count)): ")
                    + names.joined(separator: style.say("、", ", ")))
        }.joined()
    }
}

extension OwnerChanges {
    fileprivate var isEnterprise: Bool { if case .enterprise = owner { true } else { false } }

    /// The owner's name, and below it what was told and what is told now.
    fileprivate func text(_ items: [ItemChange.Item], in style: TextStyle) -> String {
        let place = subDistrict.map { harmless($0.text) + " " } ?? ""
        return "  \(place)\(harmless(id)) \(harmless(name))\n"
            + items.map { item in
                let words = OrderWords.change(item)
                return WrappedText.of(
                    "\(harmless(words.name))：\(harmless(words.before)) → \(harmless(words.now))"
                        + item.hours(in: style), indent: 4)
            }.joined()
    }
}

extension ItemChange.Item {
    /// By when a stop that takes time is to be done; empty for what holds from the effective time on.
    fileprivate func hours(in style: TextStyle) -> String {
        guard case .line(_, let now?) = self, now.line.entry.notCounted == nil, now.line.isToStop,
            now.line.beginBy < now.line.doneBy
        else { return "" }
        return style.say(
            "（\(now.line.beginBy.isoText) 前开始停机，\(now.line.doneBy.isoText) 前停到位）",
            " (begin to stop by \(now.line.beginBy.isoText), stopped by \(now.line.doneBy.isoText))")
    }

    fileprivate func isOf(_ measure: Measure) -> Bool {
        if case .measure(let before, let after) = self {
            (after ?? before)?.measure.id.value == measure.id.value
        } else {
            false
        }
    }
}
