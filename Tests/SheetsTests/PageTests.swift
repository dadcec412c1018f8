import Diagnostics
import Foundation
import TestSupport
import Testing

/// The pages as another program reads them, also when the plans try to break out of them.
struct PageTests {
    private struct Page: Decodable {
        let path: String
        let faults: [String]
        let missing: [String]
        let links: Int
        let loads: [String]
        let scripts: Bool
        let text: String
    }

    private func pages(changing change: (String, String) -> String = { $1 }, arguments: [String] = []) throws
        -> [Page]
    {
        let scratch = try TemporaryFolder()
        for file in try planFiles(below: samplePlans) {
            try scratch.write(Data(change(file.path, file.text).utf8), to: "Plans/\(file.path)")
        }
        let result = try run(
            program,
            [
                "activate", "--level", "orange", "--effective", "2026-11-24 18:00", "--seconds", "0",
                "--no-pdf",
            ]
                + arguments, in: scratch.url)
        #expect(result.status == 0, "\(result.errorText.prefix(500))")
        let judge = repository.appending(path: "Tests/Judges/pages.py").path
        let answer = try python(["-X", "utf8", judge, scratch.url.path + "/Responses/2026-11-24-orange"])
        #expect(answer.status == 0, "\(answer.errorText)")
        return try JSONDecoder().decode([Page].self, from: answer.output)
    }

    private func checkForm(_ pages: [Page]) {
        for page in pages {
            #expect(page.faults.isEmpty, "\(page.path): \(page.faults.prefix(3))")
            #expect(page.missing.isEmpty, "\(page.path) links to \(page.missing.prefix(3))")
            #expect(page.loads.isEmpty && !page.scripts, "\(page.path) loads nothing and runs nothing")
        }
    }

    @Test func everyPageIsWellFormedAndEveryLinkLeadsSomewhere() throws {
        let pages = try pages()
        checkForm(pages)
        #expect(pages.count == 123)
        let index = try #require(pages.first { $0.path == "index.html" })
        #expect(index.links == 122, "the index leads to every other page")
        #expect(index.text.contains("各污染物均达到减排比例"))
        let orders = pages.filter { $0.path.hasSuffix("通知单.html") }.map(\.text).joined()
        #expect(
            orders.components(separatedBy: "减排措施通知单").count - 1 == 327,
            "one order for each of 67 enterprises and 260 sources")
        for round in pages.filter({ $0.path.contains("巡查单") }) {
            #expect(
                round.text.contains("前现场核验") && round.text.contains("报到单位") && round.text.contains("巡查员签字"))
        }
    }

    /// What is to be printed lies beside the pages, and the index leads to it.
    @Test func theIndexLeadsToWhatIsPrinted() throws {
        let pages = try pages(arguments: ["--pdf"])
        checkForm(pages)
        let index = try #require(pages.first { $0.path == "index.html" })
        #expect(index.links == 120 + 2 + 2 + 15 * 5)
        #expect(index.text.contains("启动令") && index.text.contains("盯守记录表"))
    }

    @Test func plansCannotBreakOutOfThePage() throws {
        let nasty = "<script>alert(1)</script>&\\\"' onload=x </table></td><img src=x>"
        let pages = try pages(
            changing: { path, text in
                guard path.hasPrefix("sub-districts/") else { return text }
                return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                    if line.hasPrefix("name: 北京") { return "name: \"\(nasty)\"" }
                    if line.hasPrefix("    name: ") { return "    name: \"\(nasty)\"" }
                    if line.hasPrefix("address: ") || line.hasPrefix("    address: ") {
                        return line.prefix { $0 == " " } + "address: \"\(nasty)\""
                    }
                    return String(line)
                }.joined(separator: "\n")
            }, arguments: ["--order-number", "<b>\"x'</b>"])
        checkForm(pages)
        let orders = try #require(pages.first { $0.path.hasSuffix("11-月坛/通知单.html") })
        #expect(orders.text.contains("<script>alert(1)</script>&\"'"), "shown as text")
        #expect(orders.text.contains("<b>\"x'</b>"))
    }

    @Test func everyPageNamesTheFilesThatWereLeftOut() throws {
        let pages = try pages(
            changing: { path, text in
                path.hasSuffix("示例彩印.yaml")
                    ? text.replacingOccurrences(of: "kind: enterprise", with: "kind: enterprize") : text
            }, arguments: ["--despite-errors"])
        checkForm(pages)
        for page in pages { #expect(page.text.contains("示例彩印.yaml"), "\(page.path)") }
    }
}
