import Foundation
import TestSupport
import Testing

/// A checklist in every form, read back by programs that people use.
struct ChecklistFacesTests {
    private static let files = [
        "json=checklist.json", "csv=checklist.csv", "xlsx=checklist.xlsx", "xlsform=form.xlsx",
        "geojson=checklist.geojson",
    ]

    private static func checklist(_ arguments: [String], in scratch: TemporaryFolder) throws -> Finished {
        try run(
            program, ["checklist", "--effective", "2026-11-24 18:00", "--no-history"] + arguments,
            in: scratch.url)
    }

    /// What the judge counts: stops, items, rounds, and stops without a place on the map.
    private static func judged(
        _ scratch: TemporaryFolder, subDistrict: String = "月坛", level: String = "orange"
    ) throws -> String {
        let result = try checklist(
            ["--sub-district", subDistrict, "--level", level] + files.flatMap { ["--format", $0] },
            in: scratch)
        #expect(result.status == 0 && result.text.isEmpty, "\(result.errorText)")
        let verdict = try judge(
            "python",
            [repository.appending(path: "Tests/Judges/checklist_forms.py").path, scratch.url.path])
        #expect(verdict.status == 0, "\(verdict.errorText)")
        return verdict.text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func folder() throws -> TemporaryFolder {
        let scratch = try TemporaryFolder()
        try FileManager.default.copyItem(
            at: repository.appending(path: "Plans"), to: scratch.url.appending(path: "Plans"))
        return scratch
    }

    /// Writes other words into a plan; each must be where the test expects it.
    private static func rewrite(_ path: String, in scratch: TemporaryFolder, _ words: [(String, String)])
        throws
    {
        let file = scratch.url.appending(path: "Plans/\(path)")
        var text = try String(contentsOf: file, encoding: .utf8)
        for (old, new) in words {
            #expect(text.contains(old), "\(old) is where the test expects it")
            text = text.replacing(old, with: new)
        }
        try text.write(to: file, atomically: true, encoding: .utf8)
    }

    private static func bytes(in scratch: TemporaryFolder) throws -> [Data] {
        try files.map {
            try Data(contentsOf: scratch.url.appending(path: String($0.split(separator: "=")[1])))
        }
    }

    @Test(arguments: [
        ("月坛", "yellow", "25 184 3 8"), ("月坛", "red", "25 257 9 8"), ("牛街", "orange", "17 141 6 3"),
    ])
    func everyFormHoldsTheSameItems(subDistrict: String, level: String, counts: String) throws {
        #expect(try Self.judged(Self.folder(), subDistrict: subDistrict, level: level) == counts)
    }

    @Test func theSamePlansGiveTheSameBytes() throws {
        let scratch = try Self.folder()
        _ = try Self.judged(scratch)
        let first = try Self.bytes(in: scratch)
        _ = try Self.judged(scratch)
        #expect(try Self.bytes(in: scratch) == first)
    }

    /// Names that would be formulas, references, markup or control characters, ids that are alike once made safe, and
    /// text that no cell holds.
    @Test func hostileNamesAreOnlyNames() throws {
        let scratch = try Self.folder()
        let plain = try Self.judged(scratch)
        let long = String(repeating: "长", count: 40_000)
        try Self.rewrite(
            "sub-districts/月坛/list.yaml", in: scratch,
            [
                ("id: YT-D-001", "id: \"YT_D_002\""), ("id: YT-G-001", "id: \"yt-d-002\""),
                ("id: YT-G-002", "id: \"甲 乙/丙 ${community} <&'\\\"\""),
                ("id: YT-G-003", "id: \"-x0041-_x0041_\""),
                ("name: 示例菜市场改造工程", "name: \"=cmd|' /C calc'!A0\""),
                ("name: 示例地下管廊支线", "name: \"${community} ${ } ${\\n${x\""),
                ("name: 示例过街天桥加装电梯", "name: \"**粗**__底__<b>&amp;</b>[点](javascript:x) `c` \\\\_\""),
                ("name: 示例城市森林二期", "name: \"\\e[2J\\u202e\\u009b31m\\uFEFF\\n# 题\\n- 项\\t\""),
                ("name: 示例临建拆除整治", "name: \"\(long)\""),
                ("address: 月坛示例南街 52 号", "address: \"＝SUM(1+1)\""),
                ("address: 月坛示例中街 20 号", "address: \"@SUM(1+1)*cmd|' /C calc'!A0\""),
                ("name: 示例子一,", "name: \"+示例'子${一}\","),
            ])
        try Self.rewrite(
            "patrol.yaml", in: scratch,
            [
                ("    - 公示牌是否张挂、内容是否正确", "    - \"- ${community} 是否 _张挂_ <b>\""),
                ("    - 生产台账\n", "    - \"=1+1\"\n"),
            ])
        try Self.rewrite(
            "sub-districts/月坛/enterprises/示例彩印.yaml", in: scratch,
            [("id: XC-YT-001", "id: \"${\(String(repeating: "甲", count: 200))\"")])
        #expect(try Self.judged(scratch) == plain)
    }

    @Test func aFormIsKnownByResponseAndDistrictAndItsVersionByWhatItAsks() throws {
        let scratch = try Self.folder()
        func settings(_ arguments: [String]) throws -> [String] {
            _ = try Self.checklist(arguments + ["--format", "xlsform=form.xlsx"], in: scratch)
            let reading = """
                import openpyxl
                heads, values = openpyxl.load_workbook("form.xlsx")["settings"].iter_rows(values_only=True)
                settings = dict(zip(heads, values))
                print(settings["form_id"], settings["version"])
                """
            let result = try judge("python", ["-c", reading], in: scratch.url)
            return result.text.split(whereSeparator: \.isWhitespace).map(String.init)
        }
        let first = try settings(["--sub-district", "月坛", "--level", "orange"])
        #expect(first.count == 2 && first[0] == "patrol_orange_20261124_u6708u575b")
        #expect(try settings(["--sub-district", "牛街", "--level", "orange"])[0] != first[0])
        #expect(try settings(["--sub-district", "月坛", "--level", "red"])[0] != first[0])
        try Self.rewrite("patrol.yaml", in: scratch, [("公示牌是否张挂", "公示牌是否挂好")])
        let changed = try settings(["--sub-district", "月坛", "--level", "orange"])
        #expect(changed[0] == first[0] && changed[1] != first[1])
    }

    /// Assumptions and files that were left out are said in every form.
    @Test func whatIsLeftOutIsSaid() throws {
        let scratch = try Self.folder()
        try Self.rewrite(
            "sub-districts/月坛/enterprises/示例彩印.yaml", in: scratch, [("lead: ee", "lead: nobody")])
        let result = try Self.checklist(
            ["--sub-district", "月坛", "--despite-errors"] + Self.files.flatMap { ["--format", $0] },
            in: scratch)
        #expect(result.status == 0, "\(result.errorText)")
        for name in ["checklist.csv", "checklist.geojson"] {
            let text = try String(contentsOf: scratch.url.appending(path: name), encoding: .utf8)
            #expect(text.contains("示例彩印.yaml") && !text.contains("XC-YT-001"), "\(name)")
        }
        let reading = """
            import openpyxl, sys
            for name in ("checklist.xlsx", "form.xlsx"):
                book = openpyxl.load_workbook(name)
                words = [str(c) for s in book for r in s.iter_rows(values_only=True) for c in r]
                print(any("示例彩印.yaml" in w for w in words), any("XC-YT-001" in w for w in words))
            """
        let read = try judge(
            "python", ["-c", reading], in: scratch.url, environment: ["PYTHONUTF8": "1"])
        #expect(read.text == "True False\nTrue False\n", "\(read.errorText)")
    }

    /// Where nothing is to be patrolled, or when is not planned, forms and sheets are there all the same.
    @Test func nothingToPatrolIsAFormToo() throws {
        let reading = """
            import openpyxl
            from pyxform.xls2xform import convert
            result = convert("form.xlsx")
            book = openpyxl.load_workbook("checklist.xlsx")
            print(result.warnings, result.xform.count("<select1 "), "没有需要巡查的点位" in result.xform)
            print(book.sheetnames, book["巡查单"].max_row, len(book["巡查单"].data_validations.dataValidation))
            """
        let scratch = try Self.folder()
        func read() throws -> String {
            let result = try Self.checklist(
                ["--sub-district", "月坛", "--level", "yellow"] + Self.files.flatMap { ["--format", $0] },
                in: scratch)
            #expect(result.status == 0, "\(result.errorText)")
            let read = try judge(
                "python", ["-c", reading], in: scratch.url, environment: ["PYTHONUTF8": "1"])
            #expect(read.status == 0, "\(read.errorText)")
            return read.text
        }
        try Self.rewrite("duty.yaml", in: scratch, [("  yellow: [day]", "  yellow: []")])
        // 184 items below title and heads, an empty row and the plans' line; one choice of the community more.
        #expect(try read() == "[] 185 False\n['轮次', '点位', '巡查单'] 188 1\n")
        let part = scratch.url.appending(path: "Plans/sub-districts/月坛")
        try FileManager.default.removeItem(at: part.appending(path: "enterprises"))
        let list = part.appending(path: "list.yaml")
        let text = try String(contentsOf: list, encoding: .utf8)
        let head = try #require(text.range(of: "sources:\n")).lowerBound
        try (text[..<head] + "sources: []\n").write(to: list, atomically: true, encoding: .utf8)
        #expect(try read() == "[] 0 True\n['轮次', '点位', '巡查单'] 4 0\n")
        let map = try String(
            contentsOf: scratch.url.appending(path: "checklist.geojson"), encoding: .utf8)
        #expect(map.contains("\"features\": []"))
    }

    @Test(arguments: [
        ["--format", "xlsx"], ["--format", "xlsform"], ["--format", "csv=Plans/district.yaml"],
        ["--format", "csv", "--format", "geojson"], ["--format", "kml"],
    ])
    func aFileIsAskedForRightly(arguments: [String]) throws {
        let scratch = try Self.folder()
        for language in ["zh", "en"] {
            let result = try Self.checklist(
                ["--sub-district", "月坛", "--lang", language] + arguments, in: scratch)
            #expect(result.status == 64 && result.text.isEmpty && !result.errorText.isEmpty)
        }
    }

    @Test func textIsWhatIsSaidWithoutAForm() throws {
        let scratch = try Self.folder()
        let usual = try Self.checklist(["--sub-district", "月坛", "--lang", "zh"], in: scratch)
        let text = try Self.checklist(
            ["--sub-district", "月坛", "--lang", "zh", "--format", "text"], in: scratch)
        #expect(usual.status == 0 && usual.text == text.text && usual.text.hasPrefix("月坛：每轮 "))
    }
}
