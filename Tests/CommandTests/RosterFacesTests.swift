import Foundation
import Printing
import TestSupport
import Testing

/// A roster in every form, read back by programs that people use.
struct RosterFacesTests {
    private static let order = [
        "roster", "--level", "orange", "--effective", "2026-11-24 18:00", "--no-history", "--seconds", "2",
    ]

    private static func folder(nasty: Bool = false) throws -> TemporaryFolder {
        let scratch = try TemporaryFolder()
        try FileManager.default.copyItem(
            at: repository.appending(path: "Plans"), to: scratch.url.appending(path: "Plans"))
        guard nasty else { return scratch }
        let people = scratch.url.appending(path: "Plans/sub-districts/牛街/people.yaml")
        let text = try String(contentsOf: people, encoding: .utf8)
        let spoilt = text.replacing("name: 示例甲二,", with: "name: \"=cmd|' /C calc'!A0\",")
            .replacing("name: 示例丙一,", with: "name: \"＠<b>&一\\n二\",")
        #expect(spoilt != text)
        try spoilt.write(to: people, atomically: true, encoding: .utf8)
        return scratch
    }

    private static func judged(_ scratch: TemporaryFolder) throws -> String {
        let result = try run(
            program,
            order + [
                "--sub-district", "牛街", "--format", "json=roster.json", "--format", "csv=roster.csv",
                "--format",
                "xlsx=roster.xlsx", "--format", "html=roster.html",
            ], in: scratch.url)
        #expect(result.status == 1, "a post stays open: \(result.errorText)")
        let verdict = try judge(
            "python",
            [repository.appending(path: "Tests/Judges/roster_tables.py").path, scratch.url.path])
        #expect(verdict.status == 0, "\(verdict.errorText)")
        return verdict.text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test func everyFormHoldsTheSameSeats() throws {
        let scratch = try Self.folder()
        #expect(try Self.judged(scratch) == "81 1")
        let first = try Data(contentsOf: scratch.url.appending(path: "roster.xlsx"))
        _ = try Self.judged(scratch)
        #expect(try Data(contentsOf: scratch.url.appending(path: "roster.xlsx")) == first)
    }

    @Test func namesCanBeNoFormulasAndNoMarkup() throws {
        let scratch = try Self.folder(nasty: true)
        _ = try run(
            program,
            Self.order + [
                "--sub-district", "牛街", "--format", "csv=roster.csv", "--format", "html=roster.html",
                "--format", "xlsx=roster.xlsx",
            ], in: scratch.url)
        let csv = try String(contentsOf: scratch.url.appending(path: "roster.csv"), encoding: .utf8)
        #expect(csv.contains("'=cmd|' /C calc'!A0") && !csv.contains(",=cmd"))
        let page = try String(contentsOf: scratch.url.appending(path: "roster.html"), encoding: .utf8)
        #expect(page.contains("&lt;b&gt;&amp;一") && !page.contains("<b>&"))
    }

    @Test(arguments: ["grid", "shift", "person", "post"])
    func textFitsEightyColumns(view: String) throws {
        let scratch = try Self.folder()
        for until in ["2026-11-27 12:00", "2026-12-20 12:00"] {
            for language in ["zh", "en"] {
                let result = try run(
                    program,
                    Self.order + [
                        "--until", until, "--sub-district", "展览路", "--by", view, "--lang", language,
                        "--seconds",
                        "0",
                    ], in: scratch.url)
                let lines = result.text.split(separator: "\n")
                #expect(lines.count > 20, "\(result.errorText)")
                for line in lines { #expect(DisplayWidth.of(line) <= 80, "\(line)") }
            }
        }
    }
}
