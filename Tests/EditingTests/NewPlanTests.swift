import Diagnostics
import Editing
import PlanReading
import TestSupport
import Testing

struct NewPlanTests {
    /// An entry as it is written, its dash so many columns in; comments begin in column 40.
    private func entry(_ indent: Int) -> String {
        let lines = [
            ("- id: a-2", ""), ("  name: 乙", ""), ("  phone:", "# 电话，如 010-00000001"),
            ("  posts:", "# 岗位，如 [patrol]"),
            ("  # community: 示例", "# 社区"), ("  # knows: [示例]", "# 熟悉社区"),
            ("  # skills: [driver]", "# 技能"), ("  # leave: [2026-12-01/2026-12-05]", "# 请假"),
            ("  # wishes: {daysOff: [2026-12-01/2026-12-05]}", "# 意愿"),
            ("  # joined: 2026-11-24", "# 到岗"), ("  # left: 2026-11-24", "# 离岗"),
        ]
        return lines.map { text, comment in
            let wide = text.contains("示例") ? 2 : 0
            let gap = comment.isEmpty ? 0 : max(2, 40 - indent - text.count - wide)
            return String(repeating: " ", count: indent) + text + String(repeating: " ", count: gap) + comment
                + "\n"
        }.joined()
    }

    private func adding(to text: String) throws -> String {
        let outline = PlanOutline([file(text)])
        let addition = try NewPlan.adding(["id": "a-2", "name": "乙"], to: try #require(outline.files.first))
        let after = String(decoding: addition.bytes, as: UTF8.self)
        let line = after.replacing("\r\n", with: "\n").split(
            separator: "\n", omittingEmptySubsequences: false)[addition.line - 1]
        #expect(line.hasSuffix("- id: a-2"))
        return after
    }

    @Test func anEntryGoesBehindTheLastAndNothingElseChanges() throws {
        let head = "kind: people\nsubDistrict: 月坛\n"
        let cases: [(before: String, after: String)] = [
            ("people:\n  - {id: a-1}   # 甲\n", "people:\n  - {id: a-1}   # 甲\n" + entry(2)),
            ("people:\n- {id: a-1}", "people:\n- {id: a-1}\n" + entry(0)),
            (
                "people:\n    - id: a-1\n      note: |\n        x\n\n# 完\nx: 1\n",
                "people:\n    - id: a-1\n      note: |\n        x\n" + entry(4) + "\n# 完\nx: 1\n"
            ),
            ("people: []\n", "people:\n" + entry(2)),
            ("people: [ ]  # 待填\nx: 1\n", "people:  # 待填\n" + entry(2) + "x: 1\n"),
            ("people:\nx: 1\n", "people:\n" + entry(2) + "x: 1\n"), ("people: ~", "people:\n" + entry(2)),
            ("人员:   # 待填\n  # - 甲\n", "人员:   # 待填\n" + entry(2) + "  # - 甲\n"),
        ]
        for (before, after) in cases {
            let found = try adding(to: head + before)
            #expect(found == head + after)
            guard before.hasSuffix("\n") else { continue }
            let windows = { (text: String) in "\u{FEFF}" + (head + text).replacing("\n", with: "\r\n") }
            let foundOnWindows = try adding(to: windows(before))
            #expect(foundOnWindows == windows(after))
        }
    }

    @Test(arguments: [
        "people: [a]\n", "x: &p [a]\npeople: *p\n", "", "people: 甲\n", "people: {a: 1}\n", "people: [\n]\n",
    ])
    func whatIsNoListInLinesIsLeftAlone(_ text: String) throws {
        let outline = PlanOutline([file("kind: people\n" + text)])
        let file = try #require(outline.files.first)
        #expect(throws: Refusal.self) { try NewPlan.adding(["name": "乙"], to: file) }
    }

    /// Every sample list takes an entry, and is canonical and as long as it was but for the entry.
    @Test func everySampleListTakesAnEntry() throws {
        let outline = PlanOutline(try planFiles(below: samplePlans))
        var count = 0
        for file in outline.files where [.people, .subDistrict].contains(file.kind) {
            let addition = try NewPlan.adding(["id": "x-1", "name": "甲: # 乙"], to: file)
            let after = file.file.with(String(decoding: addition.bytes, as: UTF8.self))
            let old = file.file.text.split(separator: "\n", omittingEmptySubsequences: false)
            var new = after.text.split(separator: "\n", omittingEmptySubsequences: false)
            new.removeSubrange((addition.line - 1)..<(addition.line - 1 + new.count - old.count))
            #expect(new == old, "\(file.file.path)")
            guard case .canonical = PlanFormatting.format(after) else {
                Issue.record("\(file.file.path) is not canonical")
                continue
            }
            count += 1
        }
        #expect(count == 30)
    }

    /// `check` has nothing to say of a new enterprise but that values are missing; with every optional key
    /// uncommented it still knows every key and reads every example.
    @Test func aNewEnterpriseLacksNothingButValues() async throws {
        let text = String(
            decoding: try NewPlan.enterprise(
                id: "XC-YT-999", name: "示例", subDistrict: "月坛", path: "new.yaml"), as: UTF8.self)
        #expect(formatted(text) == text)
        #expect(try await rules(text) == [.missingValue])
        let all = text.split(separator: "\n").dropFirst().map { line in
            line.replacing("# ", with: "", maxReplacements: line.drop { $0 == " " }.hasPrefix("# ") ? 1 : 0)
                + "\n"
        }.joined()
        let found = try await rules(all)
        #expect(found.isSubset(of: [.missingValue, .contradictoryKeys, .undefinedLine]), "\(found)")
    }

    @Test(arguments: ["示例（西城）", "3号 厂: #1", "\"引\"\\", "yes", "- x", "&a", "{b}", "'"])
    func namesReadBackAsTheyAre(_ name: String) throws {
        let bytes = try NewPlan.enterprise(id: nil, name: name, subDistrict: "月坛", path: "new.yaml")
        #expect(formatted(String(decoding: bytes, as: UTF8.self)) == String(decoding: bytes, as: UTF8.self))
    }

    @Test func aNameThatWouldNotReadBackIsRefused() {
        #expect(throws: Refusal.self) {
            try NewPlan.enterprise(id: nil, name: "甲\u{2028}乙", subDistrict: "月坛", path: "new.yaml")
        }
    }

    private func rules(_ text: String) async throws -> Set<RuleID> {
        let new = SourceFile(path: "new.yaml", bytes: Array(text.utf8))
        let reading = await PlanReader.read(
            try planFiles(below: samplePlans) + [new], in: "Plans", on: sampleDay)
        return Set(reading.diagnostics.filter { $0.place.file.path == "new.yaml" }.map(\.rule))
    }

    @Test func idsFollowThoseOfTheSubDistrict() throws {
        let texts = [
            "kind: people\nsubDistrict: 甲\npeople: [{id: a-08}, {id: b-1}, {id: a-09}, {id: 无号}, {id: \"7\"}]\n",
            "kind: people\nsubDistrict: 乙\npeople: [{id: a-10}]\n",
            "kind: people\nsubDistrict: 丙\npeople: [{id: 张}]\n",
            "kind: sub-district\nname: 甲\nsources: [{id: G-1, kind: g}, {id: G-2, kind: g}, {id: C-9, kind: c}]\n",
        ]
        let outline = PlanOutline(texts.map(file))
        #expect(outline.nextID(.people, of: "甲") == "a-11")
        #expect(outline.nextID(.people, of: "乙") == "a-11")
        #expect(outline.nextID(.people, of: "丙") == nil)
        #expect(outline.nextID(.subDistrict, of: "甲") == "G-3")
        #expect(outline.nextID(.subDistrict, of: "甲", sort: "c") == "C-10")
        #expect(outline.nextID(.subDistrict, of: "甲", sort: "x") == "G-3")
        #expect(outline.hasID("a-10", .people) && !outline.hasID("a-10", .enterprise))
    }
}
