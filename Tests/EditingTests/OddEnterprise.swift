import TestSupport

/// Enterprises' lists in every style and mixture of styles, with comments wherever one may stand.
struct OddEnterprise {
    /// A plan, what is chosen from its reserve, and what it has to say then.
    struct Plan {
        let text: String
        let chosen: [Int]
        let expected: String
        /// Comments that no adopting may lose: those on lines of their own, and behind what stays.
        let lastingNotes: [String]
    }

    private struct Entry {
        let target: String
        /// Keys and values as they are written; the value of `cuts` is a mapping.
        let pairs: [(key: String, value: String)]
        let isBlock: Bool
    }

    private var seeded: Seeded
    private var notes = 0
    private var lasting: [String] = []

    init(seeded: Seeded) { self.seeded = seeded }

    mutating func plan() -> Plan {
        let measures = (0..<Int.random(in: 0...5, using: &seeded)).map { _ in entry(hasCost: false) }
        let options = (0..<Int.random(in: 1...4, using: &seeded)).map { _ in entry(hasCost: !chance(4)) }
        let chosen = Array(
            options.indices.shuffled(using: &seeded).prefix(Int.random(in: 1...3, using: &seeded)))
        let adopted = chosen.reduce(measures) { Self.adopting(options[$1], into: $0) }
        let isBlock = !measures.isEmpty && chance(2)
        let key = chance(3) ? "橙色" : "orange"
        let head = "kind: enterprise\n" + remark(0) + "measures:" + tail() + "  yellow: []\n"
        let orange =
            "  \(key):"
            + (isBlock ? lines(measures, isLasting: true) : brackets(measures, isLasting: true))
        let red = "  red:\n    - {line: L1, action: stop}\n" + remark(2)
        let reserve = "reserve:\n" + remark(2) + "  orange:" + lines(options, isLasting: false) + remark(0)
        let plain =
            "kind: enterprise\nmeasures:\n  yellow: []\n  \(key): ["
            + adopted.map(Self.plain).joined(separator: ", ") + "]\n  red:\n    - {line: L1, action: stop}\n"
            + "reserve:\n  orange: [" + options.map(Self.plain).joined(separator: ", ") + "]\nguard: [red]\n"
        var text = head + orange + red + reserve + "guard: [red]" + (chance(3) ? "" : "\n")
        if chance(5) { text = text.replacing("\n", with: "\r\n") }
        if chance(5) { text = "\u{FEFF}" + text }
        return Plan(
            text: text, chosen: chosen, expected: plain, lastingNotes: lasting)
    }

    /// The rule, said once more: on the same target, or from all lines to single ones.
    private static func adopting(_ option: Entry, into list: [Entry]) -> [Entry] {
        let goes = { (entry: Entry) in
            entry.target == option.target || option.target == "all" && entry.target != "transport"
        }
        guard let place = list.firstIndex(where: goes) else { return list + [stripped(option)] }
        return list[..<place] + [stripped(option)] + list[place...].filter { !goes($0) }
    }

    private static func stripped(_ entry: Entry) -> Entry {
        Entry(
            target: entry.target, pairs: entry.pairs.filter { !["cost", "费用", "\"cost\""].contains($0.key) },
            isBlock: entry.isBlock)
    }

    private static func plain(_ entry: Entry) -> String {
        "{" + entry.pairs.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
    }

    // MARK: - Chance

    private mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &seeded) == 0 }

    private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &seeded) ?? "" }

    private mutating func note(isLasting: Bool) -> String {
        notes += 1
        let note = "# ✎\(notes)" + pick(["", " a: 1", " \"'", " [", " | #", "   - x", ", {"])
        if isLasting { lasting.append(note) }
        return note
    }

    /// Comments on lines of their own, and empty lines.
    private mutating func remark(_ indent: Int, isLasting: Bool = true) -> String {
        guard chance(4) else { return "" }
        return pick(["", "\n"]) + String(repeating: " ", count: indent) + note(isLasting: isLasting) + "\n"
    }

    /// The end of a line.
    private mutating func tail(isLasting: Bool = false) -> String {
        chance(3) ? pick([" ", "   "]) + note(isLasting: isLasting) + "\n" : pick(["\n", "\n", "  \n"])
    }

    // MARK: - Entries

    private mutating func entry(hasCost: Bool) -> Entry {
        let isTransport = chance(5)
        let target = isTransport ? "transport" : pick(["L1", "L1", "L2", "L3", "all"])
        var pairs: [(key: String, value: String)] =
            isTransport
            ? [(pick(["transport", "运输"]), "true")]
            : [
                (
                    pick(["line", "生产线"]),
                    target == "all" ? pick(["all", "全部"]) : pick([target, "\"\(target)\""])
                )
            ]
        if chance(2) {
            pairs.append((pick(["action", "动作"]), pick(["stop", "停", "'stop'"])))
        } else {
            pairs += [(pick(["action", "动作"]), "limit"), (pick(["by", "减少"]), pick(["30 %", "\"15％\""]))]
        }
        if chance(4) { pairs.append((pick(["note", "备注"]), pick(["\"甲: # 乙, }\"", "甲#乙", "'引''号'"]))) }
        if chance(4) { pairs.append(("cuts", pick(["{NOx: 5 %}", "{VOCs: 1 %, PM: 2 %}"]))) }
        if isTransport, chance(2) { pairs.append(("ban", pick(["[甲]", "[ 甲 ,乙 ]"]))) }
        if hasCost { pairs.append((pick(["cost", "费用", "\"cost\""]), pick(["5 元/d", "\"21000 元/d\""]))) }
        pairs.shuffle(using: &seeded)
        return Entry(target: target, pairs: pairs, isBlock: chance(2))
    }

    /// A list in lines, behind its key.
    private mutating func lines(_ entries: [Entry], isLasting: Bool) -> String {
        let indent = Int.random(in: 2...5, using: &seeded)
        let pad = String(repeating: " ", count: indent)
        var text = tail(isLasting: isLasting)
        for entry in entries {
            text += remark(Int.random(in: indent...indent + 3, using: &seeded), isLasting: isLasting)
            text +=
                pad + "-" + (entry.isBlock ? block(entry, indent) : " " + flow(entry, indent + 2) + tail())
        }
        return text + remark(indent, isLasting: isLasting)
    }

    private mutating func block(_ entry: Entry, _ indent: Int) -> String {
        let gap = Int.random(in: 1...3, using: &seeded)
        let pad = String(repeating: " ", count: indent + 1 + gap)
        var text = chance(6) ? tail() + pad : String(repeating: " ", count: gap)
        for (index, pair) in entry.pairs.enumerated() {
            if index > 0 { text += remark(pad.count, isLasting: false) + pad }
            text += pair.key + ":"
            if pair.key == "cuts", chance(2) {
                text += tail()
                let parts = pair.value.dropFirst().dropLast().split(separator: ",")
                for part in parts { text += pad + "  " + part.drop { $0 == " " } + tail() }
            } else {
                text += pick([" ", "  "]) + pair.value + tail()
            }
        }
        return text
    }

    private mutating func flow(_ entry: Entry, _ indent: Int) -> String {
        let isLong = chance(4)
        var text = "{" + pick(["", " "])
        for (index, pair) in entry.pairs.enumerated() {
            text += pair.key + ": " + pair.value
            if index + 1 < entry.pairs.count {
                let pad = String(repeating: " ", count: indent + Int.random(in: 0...2, using: &seeded))
                text += pick(["", " "]) + "," + (isLong && chance(2) ? tail() + pad : pick(["", " ", "  "]))
            } else {
                text += pick(["", "", ",", " "])
            }
        }
        return text + "}"
    }

    /// A list in brackets, in one line or several.
    private mutating func brackets(_ entries: [Entry], isLasting: Bool) -> String {
        let isLong = chance(2)
        let pad = String(repeating: " ", count: Int.random(in: 3...6, using: &seeded))
        var text = " [" + (isLong ? tail(isLasting: isLasting) : pick(["", " "]))
        for (index, entry) in entries.enumerated() {
            if isLong { text += remark(4, isLasting: isLasting) + pad }
            text += flow(entry, pad.count)
            text += index + 1 < entries.count ? pick([",", " ,", ", "]) : pick(["", ", "])
            if isLong { text += tail() } else { text += pick(["", " "]) }
        }
        return text + (isLong ? "  " : "") + "]" + tail(isLasting: isLasting)
    }
}
