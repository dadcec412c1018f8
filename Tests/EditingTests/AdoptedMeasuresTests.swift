import Diagnostics
import Editing
import Foundation
import MarkedYAML
import PlanModel
import TestSupport
import Testing

struct AdoptedMeasuresTests {
    /// The lists of the other levels, which stay as they are.
    private static let red = "  red:\n    - {line: L1, action: stop}   # 停\n"

    private func check(
        _ orange: String, _ reserve: String, choosing options: [Int] = [0], becomes after: String,
        _ here: SourceLocation = #_sourceLocation
    ) throws {
        func text(_ orange: String) -> String {
            "kind: enterprise\nmeasures:\n  yellow: []\n" + orange + Self.red + "reserve:\n" + reserve
                + "guard: [orange]   # 完\n"
        }
        let (before, expected) = (text(orange), text(after))
        let found = try adopting(options, in: before)
        #expect(found == expected, sourceLocation: here)
        let windows = { (text: String) in "\u{FEFF}" + text.replacing("\n", with: "\r\n") }
        let foundOnWindows = try adopting(options, in: windows(before))
        #expect(foundOnWindows == windows(expected), sourceLocation: here)
    }

    @Test func anOptionStandsWhereTheMeasureStoodThatItReplaces() throws {
        try check(
            "  orange:   # 一\n    # 甲\n    - {line: L1, action: limit, by: 30 %}   # 乙\n    - {line: L2, action: stop}\n",
            "  orange:\n    - {line: L1, action: stop, cost: 21000 元/d}   # 丙\n",
            becomes:
                "  orange:   # 一\n    # 甲\n    - {line: L1, action: stop}   # 乙\n    - {line: L2, action: stop}\n"
        )
        try check(
            "  橙色:\n  - {生产线: L1, 动作: 限, 减少: 30 %}\n",
            "  橙色:\n  - { 费用: 8 元/d,  生产线: \"L1\" ,动作: 停 }\n",
            becomes: "  橙色:\n  - { 生产线: \"L1\" ,动作: 停 }\n")
        try check(
            "  orange:\n    - {transport: true, action: limit, by: 30 %}\n    - {line: L1, action: stop}\n",
            "  orange:\n    - {transport: true, action: stop, cost: 1 元/d, ban: [甲, 乙]}\n",
            becomes:
                "  orange:\n    - {transport: true, action: stop, ban: [甲, 乙]}\n    - {line: L1, action: stop}\n"
        )
    }

    @Test func whatReplacesNothingGoesToTheEnd() throws {
        try check(
            "  orange:\n    - line: L1\n      action: stop   # 甲\n      # 乙\n\n    # 丙\n",
            "  orange: [{line: L2, action: stop, cost: 5 元/d}]\n",
            becomes:
                "  orange:\n    - line: L1\n      action: stop   # 甲\n    - {line: L2, action: stop}\n      # 乙\n\n    # 丙\n"
        )
        let before =
            "kind: enterprise\nreserve: {orange: [{line: L2, action: stop}]}\nmeasures:\n  orange:\n  - "
        let entry = "{line: L1, action: stop}"
        let found = try adopting([0], in: before + entry)
        #expect(found == before + entry + "\n  - {line: L2, action: stop}\n")
    }

    @Test func allLinesAndRepeatedLinesAreReplacedAtOnce() throws {
        try check(
            "  orange:\n    - {transport: true, action: stop}\n    # 甲\n    - {line: L1, action: limit, by: 30 %}  # 乙\n"
                + "    # 丙\n    -\n      line: L2   # 丁\n      action: stop\n    - {line: L1, action: keep}   # 戊\n"
                + "    # 己\n",
            "  orange:\n    - {line: all, action: stop, cost: 5 元/d}\n",
            becomes:
                "  orange:\n    - {transport: true, action: stop}\n    # 甲\n    - {line: all, action: stop}  # 乙\n"
                + "    # 丙\n    # 己\n")
        // A single line does not lift what holds for all.
        try check(
            "  orange: [{line: all, action: limit, by: 1 %}]\n",
            "  orange: [{line: L1, action: stop}]\n",
            becomes: "  orange: [{line: all, action: limit, by: 1 %}, {line: L1, action: stop}]\n")
    }

    @Test func severalOptionsFollowEachOther() throws {
        try check(
            "  orange:\n    - {line: L1, action: limit, by: 1 %}\n    - {line: L2, action: limit, by: 2 %}   # 乙\n",
            "  orange:\n    - {line: L2, action: stop, cost: 1 元/d}\n    - {line: L3, action: stop}\n"
                + "    - {line: L4, action: keep, cost: 2 元/d}\n",
            choosing: [2, 0, 1],
            becomes:
                "  orange:\n    - {line: L1, action: limit, by: 1 %}\n    - {line: L2, action: stop}   # 乙\n"
                + "    - {line: L4, action: keep}\n    - {line: L3, action: stop}\n")
    }

    @Test func optionsInLinesKeepTheirLines() throws {
        let option =
            "  orange:\n      - cost: 5 元/d   # 报价\n        line: L1\n        # 依据\n        action: stop   # 全停\n"
            + "        cuts:\n          NOx: 50 %\n        note: |\n          甲 # 乙\n\n            丙\n"
        let entry =
            "    - line: L1\n      # 依据\n      action: stop   # 全停\n      cuts:\n        NOx: 50 %\n      note: |\n"
            + "        甲 # 乙\n\n          丙\n"
        try check("  orange:\n    - {line: L1, action: keep}\n", option, becomes: "  orange:\n" + entry)
        try check("  orange: []\n", option, becomes: "  orange:\n" + entry)
        try check(
            "  orange:\n    - line: L1   # 甲\n      action: limit\n      by: 30 %\n    - {line: L2, action: stop}\n",
            "  orange:\n  - line: L1\n    action: stop  # 乙\n    cost: 3 元/d\n",
            becomes: "  orange:\n    - line: L1\n      action: stop  # 乙\n    - {line: L2, action: stop}\n")
        // One line takes one comment: the one that stood there.
        try check(
            "  orange:\n    - {line: L1, action: keep}   # 甲\n",
            "  orange:\n    - line: L1\n      action: stop  # 乙\n      cost: 3 元/d\n",
            becomes: "  orange:\n    - line: L1\n      action: stop   # 甲\n")
        try check(
            "  orange:\n    - {line: L1, action: keep}\n",
            "  orange:\n    - {line: L1,   # 甲\n       # 乙\n       cost: 3 元/d,   # 丙\n       action: stop}\n",
            becomes: "  orange:\n    - {line: L1,   # 甲\n       # 乙\n       action: stop}\n")
        try check(
            "  orange:\n    - {line: L1, action: keep}\n",
            "  orange:\n        - {line: L1,\n           action: stop,   # 甲\n           cost: 3 元/d}\n",
            becomes: "  orange:\n    - {line: L1,\n       action: stop   # 甲\n       }\n")
    }

    @Test func listsInBracketsStayInBrackets() throws {
        let option =
            "  orange:\n    - line: L2\n      action: limit   # 甲\n      cuts:\n        NOx: 5 %\n"
            + "      by: \"3 %\"\n      cost: 7 元/d\n"
        let entry = "{line: L2, action: limit, cuts: {NOx: 5 %}, by: \"3 %\"}"
        try check(
            "  orange: [ ]  # 无\n", option.replacing("line: L2", with: "line: L9"),
            becomes:
                "  orange:  # 无\n    - line: L9\n      action: limit   # 甲\n      cuts:\n        NOx: 5 %\n"
                + "      by: \"3 %\"\n")
        try check(
            "  orange: [{line: L1, action: stop},{line: L2, action: stop} , {line: L2, action: keep}]   # 乙\n",
            option, becomes: "  orange: [{line: L1, action: stop},\(entry)]   # 乙\n")
        try check(
            "  orange: [{line: L2, action: stop}, {line: L1, action: keep}, {line: L2, action: keep}, ]\n",
            option, becomes: "  orange: [\(entry), {line: L1, action: keep}, ]\n")
        try check(
            "  orange: [\n    {line: L1, action: stop}   # 甲\n  ]\n", option,
            becomes: "  orange: [\n    {line: L1, action: stop},   # 甲\n    \(entry)\n  ]\n")
        try check(
            "  orange: [\n    {line: L1, action: stop},   # 甲\n  ]\n", option,
            becomes: "  orange: [\n    {line: L1, action: stop},   # 甲\n    \(entry),\n  ]\n")
        try check(
            "  orange: [\n    {line: L2, action: stop},   # 甲\n    {line: L2, action: keep},   # 乙\n    # 丙\n"
                + "    {line: L3, action: keep},\n    {line: L2, action: keep}   # 丁\n  ]\n",
            option,
            becomes: "  orange: [\n    \(entry),   # 甲\n    # 丙\n    {line: L3, action: keep}\n  ]\n")
        let whole = "kind: enterprise\nmeasures: {yellow: [], orange: []}\nreserve:\n" + option
        let found = try adopting([0], in: whole)
        #expect(found == whole.replacing("orange: []", with: "orange: [\(entry)]"))
    }

    /// Dashes stand as far behind their key as those of the other levels do.
    @Test func anEmptyListTakesTheIndentOfTheOthers() throws {
        let before =
            "kind: enterprise\nmeasures:\n  orange: []\n  red:\n  - {line: L1, action: stop}\n"
            + "reserve: {orange: [{line: L2, action: stop}]}\n"
        let found = try adopting([0], in: before)
        #expect(found == before.replacing("orange: []", with: "orange:\n  - {line: L2, action: stop}"))
    }

    @Test func anUnusedAnchorGoesAndUsedOnesElsewhereStay() throws {
        try check(
            "  orange: &o\n    - &a {line: L1, action: keep}\n    - {line: &l L2, action: stop}\n",
            "  orange:\n    - &b {line: L1, action: stop, cost: &c 3 元/d}\n    - *b\n    - {line: *l, action: stop}\n",
            becomes: "  orange: &o\n    - {line: L1, action: stop}\n    - {line: &l L2, action: stop}\n")
        try check(
            "  orange: [{line: L1, action: keep}]\n",
            "  orange:\n    - {line: L1, ? action : stop, cost: 1 元/d}\n",
            becomes: "  orange: [{line: L1, ? action : stop}]\n")
    }

    @Test(arguments: [
        // The list of another level.
        ("  red: &r [{line: L1, action: stop}]\n  orange: *r\n", at: "*r"),
        ("  orange: &r\n    - {line: L1, action: keep}\n  red: *r\n", at: "&r"),
        // Entries of another level's.
        ("  orange:\n    - &e {line: L1, action: keep}\n  red: [*e]\n", at: "&e"),
        ("  orange:\n    - {line: L1, action: &k keep}\n  red: [{line: L2, action: *k}]\n", at: "{line: L1"),
        ("  red: [&e {line: L1, action: keep}]\n  orange:\n    - *e\n", at: "*e"),
        // What is not understood.
        ("  orange:\n    - {line: L1, action: 慢}\n", at: "{line: L1, action: 慢"),
        ("  orange:\n    - {<<: {line: L1}, action: stop}\n", at: "{<<"),
        ("  <<: {red: []}\n  orange: []\n", at: ""), ("  orange: []\n  橙色: []\n", at: ""),
        ("  red: []\n", at: ""), ("  orange: 无\n", at: ""), ("  orange: ~\n", at: ""),
    ])
    func sharedAndFaultyListsAreRefused(_ lists: String, at token: String) throws {
        let text =
            "kind: enterprise\nmeasures:\n" + lists + "reserve: {orange: [{line: L1, action: stop}]}\n"
        let refusal = try #require(throws: Refusal.self) { try adopting([0], in: text) }
        var place = "plan.yaml"
        if let range = text.range(of: token), !token.isEmpty {
            let above = text[..<range.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
            place += ":\(above.count):\((above.last?.count ?? 0) + 1)"
        }
        #expect(refusal.message.chinese.contains(place), "\(refusal.message.chinese)")
        #expect(refusal.message.english.contains(place), "\(refusal.message.english)")
        #expect(refusal.help != nil)
    }

    @Test(arguments: [
        // An anchor cannot stand twice.
        "{line: L1, action: &s stop}",
        // In brackets a comma would part it.
        "\n      line: L1\n      action: stop\n      note: 甲, 乙",
        "\n      line: L1\n      action: stop\n      note: |\n        甲", "{line: L1, action: 慢}",
    ])
    func unusualOptionsAreRefused(_ option: String) {
        let text =
            "kind: enterprise\nmeasures:\n  orange: [{line: L1, action: keep}]\nreserve:\n  orange:\n    - "
            + option + "\n"
        #expect(throws: Refusal.self) { try adopting([0], in: text) }
    }

    @Test func aPlaceWithoutOptionIsRefused() throws {
        let text = "kind: enterprise\nmeasures: {orange: []}\nreserve: {orange: [{line: L1, action: stop}]}\n"
        let file = file(text)
        let place = SourceSpan(wholeOf: file)
        #expect(throws: Refusal.self) { try AdoptedMeasures.adopting([place], at: .orange, in: file) }
        #expect(throws: Refusal.self) {
            try AdoptedMeasures.adopting([], at: .orange, in: file.with("kind: people\n"))
        }
        let unchanged = try AdoptedMeasures.adopting([], at: .orange, in: file)
        #expect(unchanged == file.bytes)
    }
}

/// A text with some of its orange options adopted, chosen by their number from 0.
func adopting(_ options: [Int], in text: String) throws -> String {
    let file = SourceFile(path: "plan.yaml", bytes: Array(text.utf8))
    let places = try YAMLReader.read(file).withRoot { root in
        let reserve = root?.pairs.first { ["reserve", "备用措施"].contains($0.key.text) }?.value
        let orange = reserve?.pairs.first { ["orange", "橙色"].contains($0.key.text) }?.value
        return orange?.items.map(\.span) ?? []
    }
    let bytes = try AdoptedMeasures.adopting(options.map { places[$0] }, at: .orange, in: file)
    return String(decoding: bytes, as: UTF8.self)
}
