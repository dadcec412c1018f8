import Foundation
import Printing
import TestSupport
import Testing

/// A balance in every form, read back by programs that people use.
struct BalanceTablesTests {
    private static let time = ["--effective", "2026-11-24 18:00"]

    @Test func everyFormHoldsTheSameGrams() throws {
        let scratch = try Self.folder(nasty: false)
        #expect(try Self.judged(scratch.url) == "70829 1411501 544005 839431")
    }

    /// Names that would be formulas, end cells, or say control characters; wide ones too.
    @Test func namesCanBeNoFormulas() throws {
        let scratch = try Self.folder(nasty: true)
        #expect(try Self.judged(scratch.url).split(separator: " ").count == 4)
        let lines = try String(
            contentsOf: scratch.url.appending(path: "lines.csv"), encoding: .utf8)
        #expect(lines.contains("'=cmd|' /C calc'!A0"))
        #expect(lines.contains("\"'@\"\"一,二\"\"\""))
        let page = try String(contentsOf: scratch.url.appending(path: "page.html"), encoding: .utf8)
        #expect(page.contains("&lt;b&gt;_x0041_") && !page.contains("<b>_x0041_"))
    }

    @Test func aWorkbookIsTheSameBytesAgain() throws {
        let scratch = try Self.folder(nasty: false)
        let first = try Data(contentsOf: scratch.url.appending(path: "book.xlsx"))
        _ = try Self.balance(["--format", "xlsx=book.xlsx", "--by", "line"], in: scratch.url)
        #expect(try Data(contentsOf: scratch.url.appending(path: "book.xlsx")) == first)
    }

    @Test(arguments: ["pollutant", "sector", "sub-district", "enterprise", "line", "measure"])
    func textFitsEightyColumns(grouping: String) throws {
        let scratch = try Self.folder(nasty: false)
        for more in [[], ["--all"], ["--pollutant", "NOx"], ["--sub-district", "月坛", "--all"]] {
            for language in ["zh", "en"] {
                let result = try Self.balance(["--by", grouping, "--lang", language] + more, in: scratch.url)
                let lines = result.text.split(separator: "\n")
                #expect(lines.count > 8, "\(result.errorText)")
                for line in lines {
                    #expect(DisplayWidth.of(line) <= 80, "\(more): \(line)")
                }
            }
        }
    }

    /// Nothing is written over a plan, and nothing at all where a name is not asked for rightly.
    @Test func aFileIsAskedForRightly() throws {
        let scratch = try Self.folder(nasty: false)
        for arguments in [
            ["--format", "xlsx"], ["--format", "csv=Plans/district.yaml"],
            ["--format", "csv", "--format", "json"],
            ["--by", "street"], ["--format", "svg", "--level", "all"],
        ] {
            let result = try Self.balance(arguments, in: scratch.url)
            #expect(result.status == 64 && result.text.isEmpty, "\(arguments)")
        }
        let result = try Self.balance(["--format", "xlsx=Plans/duty.yaml/book.xlsx"], in: scratch.url)
        #expect(result.status == 2 && result.errorText.hasPrefix("emergency: "), "\(result.errorText)")
    }

    private static func balance(_ arguments: [String], in folder: URL) throws -> Finished {
        let level = arguments.contains("--level") ? [] : ["--level", "orange"]
        return try run(program, ["balance"] + time + level + arguments, in: folder)
    }

    private static func folder(nasty: Bool) throws -> TemporaryFolder {
        let scratch = try TemporaryFolder()
        try FileManager.default.copyItem(
            at: repository.appending(path: "Plans"), to: scratch.url.appending(path: "Plans"))
        if nasty {
            let plan = scratch.url.appending(path: "Plans/sub-districts/月坛/enterprises/示例彩印.yaml")
            var text = try String(contentsOf: plan, encoding: .utf8)
            for (old, new) in [
                ("id: XC-YT-001", "id: \"=cmd|' /C calc'!A0\""),
                ("name: 北京示例彩印有限公司", "name: \"@\\\"一,二\\\"\""),
                ("name: 四色胶印线", "name: \"<b>_x0041_\\e[2J\\r\\n＝１+１\\uFFFE\""),
            ] {
                #expect(text.contains(old), "\(old) is where the test expects it")
                text = text.replacing(old, with: new)
            }
            try text.write(to: plan, atomically: true, encoding: .utf8)
        }
        let result = try balance(
            ["--by", "line"]
                + ["csv=lines.csv", "json=lines.json", "xlsx=book.xlsx", "html=page.html", "svg=picture.svg"]
                .flatMap { ["--format", $0] }, in: scratch.url)
        #expect(result.status <= 1 && result.text.isEmpty, "\(result.errorText.prefix(600))")
        return scratch
    }

    private static func judged(_ folder: URL) throws -> String {
        let script = repository.appending(path: "Tests/Judges/tables.py").path
        let answer = try judge("python", ["-X", "utf8", script, folder.path])
        #expect(answer.status == 0, "\(answer.errorText.suffix(800))")
        return answer.text.trimmingCharacters(in: .newlines)
    }
}
