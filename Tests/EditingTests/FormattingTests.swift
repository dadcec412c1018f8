import Diagnostics
import Editing
import TestSupport
import Testing

/// One text each, before and after; what comes after is canonical itself.
struct FormattingTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let before: String
        let after: String
        var testDescription: String { name }

        init(_ name: String, _ before: String, _ after: String) {
            (self.name, self.before, self.after) = (name, before, after)
        }
    }

    @Test(arguments: cases)
    func comesOut(_ example: Case) {
        #expect(formatted(example.before) == example.after)
        #expect(formatted(example.after) == example.after)
    }

    /// Files that are left alone, each with the rule that says why.
    @Test(arguments: [
        ("a: [1\n", RuleID.yamlSyntax), ("a: 1\n---\nb: 2\n", .secondDocument), ("只有文字\n", .notAPlan),
        ("# 只有注释\n", .notAPlan), ("- a\n", .notAPlan), ("", .notAPlan),
        // Without a line break at its end the text says "x", with one "x" and a line break.
        ("kind: people\nnote: |\n  x", .notRewritten),
    ])
    func isLeftAlone(_ text: String, _ rule: RuleID) {
        guard case .leftAlone(let finding) = PlanFormatting.format(file(text)) else {
            Issue.record("something was done to \(text)")
            return
        }
        #expect(finding.rule == rule)
    }

    @Test func aLongDocumentTakesNoTime() throws {
        let item = "  - {name: 甲, id: a}   # 注\n"
        let many = String(repeating: item, count: 20_000)
        let right = "  - {id: a, name: 甲}   # 注\n"
        let clock = ContinuousClock()
        let time = clock.measure {
            #expect(
                formatted("kind: people\npeople:\n" + many)
                    == "kind: people\npeople:\n" + String(repeating: right, count: 20_000))
        }
        #expect(time < .seconds(60))
    }

    static let cases: [Case] = [
        Case(
            "keys go into the order of their declarations, unknown ones behind",
            "name: 月坛\nxyz: 1\nkind: sub-district\nabc: 2\n", "kind: sub-district\nname: 月坛\nxyz: 1\nabc: 2\n"
        ),
        Case(
            "Chinese keys are the same keys",
            "人员:\n  - {姓名: 甲, 编号: a}\n街道: 月坛\n类型: 人员\n", "类型: 人员\n街道: 月坛\n人员:\n  - {编号: a, 姓名: 甲}\n"),
        Case(
            "what people have agreed goes behind the people, each entry in its own order",
            "kind: people\nborrowsFrom: [牛街]\nswaps:\n  - {shift: night, date: 2026-12-04, in: b, out: a}\nfixed:\n  - at: 三里河社区\n    post: patrol\n    person: a   # 指定\n    shift: day\n    date: 2026-12-02\npairs: [{apart: [a, b]}]\npeople:\n  - {wishes: {shifts: [day], daysOff: [2026-12-05]}, skills: [driver], knows: [三里河社区], leave: [], id: a}\n",
            "kind: people\npeople:\n  - {id: a, knows: [三里河社区], skills: [driver], leave: [], wishes: {daysOff: [2026-12-05], shifts: [day]}}\npairs: [{apart: [a, b]}]\nfixed:\n  - person: a   # 指定\n    date: 2026-12-02\n    shift: day\n    post: patrol\n    at: 三里河社区\nswaps:\n  - {out: a, in: b, date: 2026-12-04, shift: night}\nborrowsFrom: [牛街]\n"
        ),
        Case(
            "the head of a file stays its head",
            "# yaml-language-server: $schema=x.json\n\n# 示例\nsubDistrict: 月坛  # 街\n# 种类\nkind: people\n",
            "# yaml-language-server: $schema=x.json\n\n# 示例\n# 种类\nkind: people\nsubDistrict: 月坛  # 街\n"),
        Case(
            "what is said to the program of an entry stays above it",
            "# 头\n# emergency: allow unknown-key — 说明\nxyz: 1\nkind: people\n",
            "# 头\nkind: people\n# emergency: allow unknown-key — 说明\nxyz: 1\n"),
        Case(
            "comments above an entry move with it, empty lines too",
            "kind: people\n\n# 甲的\n# emergency: allow missing-key — 说明\npeople: []\n\n# 街\nsubDistrict: 月坛\n# 完\n",
            "kind: people\n\n# 街\nsubDistrict: 月坛\n\n# 甲的\n# emergency: allow missing-key — 说明\npeople: []\n# 完\n"
        ),
        Case(
            "comments at the end of a block stay there",
            "kind: people\npeople:\n    - name: 甲\n      id: a\n      # 甲完\n    # 人员完\n# 街\nsubDistrict: 月坛\n",
            "kind: people\n# 街\nsubDistrict: 月坛\npeople:\n  - id: a\n    name: 甲\n    # 甲完\n  # 人员完\n"),
        Case(
            "comments between the items of a list",
            "kind: people\npeople:\n# 一\n- id: a   # 甲\n\n\n\n# 二\n-   name: 乙\n    # 编号\n    id: b\n-\n  # 空\n  id: c\n",
            "kind: people\npeople:\n  # 一\n  - id: a  # 甲\n\n  # 二\n  # 编号\n  - id: b\n    name: 乙\n  -\n    # 空\n    id: c\n"
        ),
        Case(
            "an alias keeps its anchor before it",
            "kind: sub-district\nsources: &s [{name: *n, id: &n 甲}]\nname: *s\n".replacing(
                "name: *n, id: &n 甲", with: "name: &n 甲, id: *n"),
            "kind: sub-district\nsources: &s [{name: &n 甲, id: *n}]\nname: *s\n"),
        Case(
            "anchors go along where nothing stands against it",
            "kind: people\npeople:\n  - &a\n    name: 甲\n    id: x\n  - *a\n  - leave: &b [2026-01-01/2026-01-02]\n    id: &c  y\nsubDistrict:   &d 月坛\n",
            "kind: people\nsubDistrict: &d 月坛\npeople:\n  - &a\n    id: x\n    name: 甲\n  - *a\n  - id: &c  y\n    leave: &b [2026-01-01/2026-01-02]\n"
        ),
        Case(
            "line ends, byte order mark, white space",
            "\u{FEFF}kind: people  \r\n\r\n\r\nsubDistrict:\t月坛 \t# 街 \r\npeople:\r\n- {id: a,name: 甲 ,phone: \"1\"}\r\n\r\n",
            "kind: people\n\nsubDistrict: 月坛  # 街\npeople:\n  - {id: a, name: 甲, phone: \"1\"}\n"),
        Case(
            "quotes that hold what looks like comments and keys",
            "kind: people\nsubDistrict: \"月 # 坛: 甲\"#no\n".replacing("#no", with: " # 注"),
            "kind: people\nsubDistrict: \"月 # 坛: 甲\"  # 注\n"),
        Case(
            "plain text with # and : inside",
            "kind: people\nsubDistrict: a#b:c  # 注 'x\n'people' : [ 'it''s', \"# x\" ]\n",
            "kind: people\nsubDistrict: a#b:c  # 注 'x\n'people': ['it''s', \"# x\"]\n"),
        Case(
            "block scalars to the letter",
            "people:\n    - note: |  # 头\n          # 不是注释\n\n\n           b: [1]  \n      id: a\n    - >-\n      折\n\n      行\n\n\nkind: people\n",
            "kind: people\npeople:\n  - id: a\n    note: |    # 头\n        # 不是注释\n\n\n         b: [1]  \n  - >-\n    折\n\n    行\n"
        ),
        Case(
            "a block scalar whose last line is nothing but spaces",
            "kind: people\npeople:\n - |\n  x\n   \n\n", "kind: people\npeople:\n  - |\n   x\n    \n"),
        Case(
            "a block scalar that keeps its empty lines",
            "kind: people\npeople: |+\n  a\n\n\n# 完\n", "kind: people\npeople: |+\n  a\n\n\n# 完\n"),
        Case(
            "brackets over several lines are only moved",
            "kind: people\npeople:\n      [ {name: 甲,  # 甲\n         id: a},\n\n        b ]   # 完\nsubDistrict: 月坛\n",
            "kind: people\nsubDistrict: 月坛\npeople:\n  [ {name: 甲,      # 甲\n     id: a},\n\n    b ]       # 完\n"
        ),
        Case(
            "text over several lines is only moved",
            "people:\n    - name: 甲  乙\n        丙   # 注\n      id: \"一  \n\n        二\"\nkind: people\n",
            "kind: people\npeople:\n  - id: \"一  \n\n      二\"\n    name: 甲  乙\n      丙     # 注\n"),
        Case(
            "empty values and what is commented out below them",
            "kind: people\npeople:   # 待填\n    # - {id: a}\n    # - {id: b}\nsubDistrict:\n",
            "kind: people\nsubDistrict:\npeople:   # 待填\n  # - {id: a}\n  # - {id: b}\n"),
        Case(
            "comments that stood in one column still do",
            "kind: sub-district\nname: 月坛     # 一\nresponsible: {name: 甲,phone: \"1\"} # 二\ncommunities: [a,b]   # 三\n",
            "kind: sub-district\nname: 月坛                              # 一\n".replacing(
                "月坛                              #", with: "月坛       #")
                + "responsible: {name: 甲, phone: \"1\"}  # 二\ncommunities: [a, b]    # 三\n"),
        Case(
            "lists within lists, empty items",
            "kind: people\npeople:\n- - a\n  -   b\n  # 内完\n-\n-   {}\n- [ ]\n",
            "kind: people\npeople:\n  - - a\n    - b\n    # 内完\n  -\n  - {}\n  - []\n"),
        Case(
            "marks of the document stay",
            "%YAML 1.1\n# 头\n---   # 始\nname: 月坛\nkind: sub-district\n...\n# 尾\n",
            "%YAML 1.1\n# 头\n---   # 始\nkind: sub-district\nname: 月坛\n...\n# 尾\n"),
        Case(
            "unusual keys stay where they are",
            "kind: people\n? subDistrict\n: 月坛\npeople: {? id : a}\n",
            "kind: people\n? subDistrict\n: 月坛\npeople: {? id : a}\n"),
        Case(
            "a file all in brackets", "{name: 月坛, kind: sub-district,}   # 注",
            "{kind: sub-district, name: 月坛}    # 注\n"),
        Case(
            "a file of no known kind is only spaced", "b:   1\na:  {y: 1,x: 2}\n", "b: 1\na: {y: 1, x: 2}\n"),
        Case(
            "a key that stands twice keeps its order",
            "name: 一\n名称: 二\nname: 三\nkind: sub-district\n", "kind: sub-district\nname: 一\n名称: 二\nname: 三\n"),
    ]
}

func file(_ text: String) -> SourceFile {
    SourceFile(path: "p.yaml", bytes: Array(text.utf8))
}

/// The text in canonical form.
func formatted(_ text: String) -> String {
    switch PlanFormatting.format(file(text)) {
    case .canonical: return text
    case .rewritten(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .leftAlone(let finding):
        Issue.record("left alone: \(finding.message.english)")
        return ""
    }
}
