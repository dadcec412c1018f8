import Foundation
import Papers
import PlanModel
import TestSupport
import Testing
import Typesetting

/// Papers made up to be hard to set, read back by poppler, qpdf and zbar.
struct TypesettingTests {
    private func paper(
        _ blocks: [PaperBlock], code: String? = nil, size: PaperSize = .a4, title: String = "巡查清单"
    ) -> Paper {
        Paper(
            "试印", size: size, level: .orange,
            sections: [
                PaperSection(title, "月坛街道", corner: ["橙色预警"], code: code, footer: "西城区", blocks: blocks)
            ])
    }

    private func list(_ count: Int, height: Double = 0) -> PaperTable {
        PaperTable(
            [
                PaperTable.Column("序号", .millimetres(20)), PaperTable.Column("名称甲", .share(1)),
                PaperTable.Column("名称乙", .share(1)),
            ],
            rows: (1...count).map { number in
                PaperTable.Row(
                    [
                        PaperTable.Cell(PaperText("<\(number)")),
                        PaperTable.Cell(PaperText(String(repeating: "长名称", count: number % 23 + 1))),
                        PaperTable.Cell(PaperText("\(number)>")),
                    ], height: height, code: "S\(number)")
            })
    }

    /// 200 rows of all heights: every row whole on one page, the head on every page, pages counted.
    @Test func rowsAreNeverSplitAndHeadsComeAgain() throws {
        let printed = try PrintedPages([paper([.table(list(200))])])
        try printed.check()
        let pages = try printed.texts()
        #expect(printed.set.pages == [[pages.count]] && pages.count > 3)
        var seen: [Int] = []
        for (index, page) in pages.enumerated() {
            #expect(page.contains("名称甲") && page.contains("巡查清单") && page.contains("月坛街道"))
            #expect(page.contains("第 \(index + 1) 页") && page.contains("共 \(pages.count) 页"))
            let starts = page.matches(of: /<(\d+)/).compactMap { Int($0.output.1) }
            let ends = page.matches(of: /(\d+)>/).compactMap { Int($0.output.1) }
            #expect(starts == ends, "a row begins and ends on one page")
            seen += starts
        }
        #expect(seen == Array(1...200))
        let letters = pages.joined().filter { "长名称".contains($0) }.count
        #expect(
            letters == (1...200).reduce(0) { $0 + ($1 % 23 + 1) * 3 } + pages.count * 4, "nothing is lost")
    }

    /// What keeps together goes to the next page together; what no page holds goes on all the same.
    @Test func groupsStayTogether() throws {
        let groups = (1...30).flatMap { group in
            (1...5).map { row in
                PaperTable.Row(
                    [PaperTable.Cell(PaperText("g\(group)r\(row)"))], height: 10, keepsNext: row < 5)
            }
        }
        let pages = try PrintedPages([
            paper([.table(PaperTable([PaperTable.Column("组", .share(1))], rows: groups))])
        ]).texts()
        for page in pages {
            let found = page.matches(of: /g(\d+)r(\d)/).map { ($0.output.1, $0.output.2) }
            #expect(found.first?.1 == "1" && found.last?.1 == "5")
        }
        #expect(pages.joined().matches(of: /g\d+r\d/).count == 150)

        let endless = (1...100).map {
            PaperTable.Row([PaperTable.Cell(PaperText("r\($0)."))], height: 20, keepsNext: true)
        }
        let long = try PrintedPages([
            paper([.table(PaperTable([PaperTable.Column("组", .share(1))], rows: endless))])
        ]).texts()
        #expect(long.joined().matches(of: /r\d+\./).count == 100)
    }

    @Test func aRowThatNoPageHoldsIsCutBetweenLines() throws {
        let words = (1...4000).map { "n\($0)，" }.joined()
        let table = PaperTable(
            [PaperTable.Column("正文", .share(1)), PaperTable.Column("号", .millimetres(20))],
            rows: [PaperTable.Row([PaperTable.Cell(PaperText(words)), "一"])])
        let printed = try PrintedPages([paper([.table(table), .paragraph(PaperText(words))])])
        try printed.check()
        let text = try printed.texts().joined().filter { !$0.isWhitespace }
        for number in [1, 999, 1000, 2345, 4000] {
            #expect(text.components(separatedBy: "n\(number)，").count - 1 == 2, "n\(number)")
        }
    }

    /// Fonts are inside, as subsets, and their text can be searched.
    @Test func fontsAreEmbeddedAndTextIsSelectable() throws {
        let printed = try PrintedPages([
            paper([.heading("标题"), .paragraph("正文 XC-YT-001、NOx 20.4 %、生僻字 𬀩𠮷㛃，□已落实"), .table(list(3))])
        ])
        let fonts = try printed.fonts()
        #expect(!fonts.isEmpty)
        for font in fonts {
            #expect(font.contains(" yes yes yes "), "embedded, subset, Unicode: \(font)")
            #expect(font.contains("NotoSans"), "\(font)")
        }
        let text = try printed.texts().joined()
        for word in ["标题", "XC-YT-001", "20.4 %", "𬀩𠮷㛃", "□已落实"] { #expect(text.contains(word)) }
        #expect(printed.set.missing.isEmpty)
        // Some capitals of another Latin make a font's subset a hundred times as large.
        #expect(printed.set.bytes.count < 250_000)
    }

    /// Every outline is whole: cairo spoils that of 如 in a subset of this font.
    @Test func everyCharacterIsDrawn() throws {
        let some = stride(from: 0x4E00, through: 0x9FA5, by: 13).compactMap { Unicode.Scalar($0) }
        for start in stride(from: 0, to: some.count, by: 270) {
            let text =
                "是否如实ABC 0123" + String(String.UnicodeScalarView(some[start..<min(start + 270, some.count)]))
            let printed = try PrintedPages([paper([.paragraph(PaperText(text)), .heading(text)])])
            let glyphs = try printed.glyphs()
            #expect(glyphs.faults.isEmpty, "\(glyphs.faults)")
            #expect(glyphs.drawn > 500)
        }
    }

    /// A list that no page holds fills its pages all the same, and each says what it belongs to.
    @Test func aGroupLongerThanAPageFillsPages() throws {
        let rows = (1...120).map {
            PaperTable.Row(
                [PaperTable.Cell(PaperText("r\($0)."))], height: 10, keepsNext: $0 < 120, code: "S1")
        }
        let printed = try PrintedPages([
            paper([.table(PaperTable([PaperTable.Column("组", .share(1))], rows: rows))], code: "x")
        ])
        let pages = try printed.texts()
        #expect(pages.count == 5, "120 rows of 10 mm")
        #expect(pages.joined().matches(of: /r\d+\./).count == 120)
        for page in pages.indices { #expect(try printed.code(on: page + 1) == "x S1") }
    }

    /// Names of any length leave the rest of the page to what it is for.
    @Test func longNamesLeaveRoom() throws {
        let long = String(repeating: "长", count: 5000)
        let section = PaperSection(
            long, long, corner: [long, long], code: "x", footer: long, blocks: [.table(list(30))])
        let printed = try PrintedPages([Paper("试印", level: .red, sections: [section])])
        #expect(try printed.texts().count <= 3)
        #expect(try printed.texts().joined().contains("<30"))
    }

    @Test func controlCharactersAreNamedAndNothingBehindThemIsLost() throws {
        let printed = try PrintedPages([paper([.paragraph("甲\u{0}乙\u{7}丙\u{202E}丁")])])
        #expect(try printed.texts().joined().contains("甲〔U+0〕乙〔U+7〕丙〔U+202E〕丁"))
    }

    @Test func whatNoFontHasIsNamed() throws {
        let printed = try PrintedPages([paper([.paragraph("示例\u{E000}某\u{E000}\u{10FFFD}")])])
        #expect(printed.set.missing == ["\u{E000}", "\u{10FFFD}"])
        #expect(try printed.texts().joined().contains("示例〔U+E000〕某〔U+E000〕〔U+10FFFD〕"))
    }

    @Test(arguments: [
        "", " ", "\n\n", "a\u{0}b", "\u{202E}右到左", "<b>&amp;</b>", String(repeating: "好", count: 3000),
        String(repeating: "x", count: 3000), "👨‍👩‍👧‍👦e\u{301}", "\u{200B}\u{FEFF}",
    ])
    func anyTextCanBeSet(text: String) throws {
        let printed = try PrintedPages([
            paper(
                [
                    .heading(String(text.prefix(40))), .paragraph(PaperText(text)),
                    .table(
                        PaperTable(
                            [PaperTable.Column("列", .share(1))],
                            rows: [PaperTable.Row([PaperTable.Cell(PaperText(text))])])),
                    .table(.facts([("名", PaperText(text)), ("址", "b"), ("人", PaperText(text))])),
                    .blanks([String(text.prefix(20)), "签字"]),
                ], code: text, title: String(text.prefix(60)))
        ])
        try printed.check()
        #expect(printed.set.bytes.count < 500_000)
    }

    /// The code of a page names the rows that stand on it.
    @Test func codesSayWhatIsOnThePage() throws {
        let printed = try PrintedPages([
            paper([.table(list(60, height: 12))], code: "2026-11-24-orange/11/巡查")
        ])
        let pages = try printed.texts()
        for (index, page) in pages.enumerated() {
            let rows = page.matches(of: /<(\d+)/).map { "S\($0.output.1)" }
            #expect(
                try printed.code(on: index + 1)
                    == (["2026-11-24-orange/11/巡查"] + rows).joined(separator: " "))
        }
    }

    /// Sheets printed on both sides: whatever is handed out begins on a front.
    @Test func sectionsBeginOnFronts() throws {
        let one = PaperSection("甲", "", footer: "", blocks: [.paragraph("甲文")])
        let two = PaperSection("乙", "", footer: "", blocks: [.table(list(60))])
        let paper = Paper("试印", level: nil, sections: [one, two, one])
        let printed = try PrintedPages([paper, paper], duplex: true)
        let pages = try printed.texts()
        #expect(printed.set.pages.count == 2 && printed.set.pages[0] == printed.set.pages[1])
        for (index, page) in pages.enumerated() where page.contains("第 1 页") {
            #expect(index % 2 == 0)
        }
        #expect(pages.contains { !$0.contains("页") }, "a back is left empty")
    }

    @Test func theSamePaperHasTheSameBytes() throws {
        let papers = [paper([.table(list(50))], code: "x"), paper([.paragraph("横")], size: .a4Across)]
        #expect(try PrintedPages(papers).set.bytes == PrintedPages(papers).set.bytes)
    }

    @Test func emptyPapersAreAPageEach() throws {
        let printed = try PrintedPages([paper([]), paper([.table(PaperTable([], rows: []))], size: .a3Board)])
        #expect(printed.set.pages == [[1], [1]])
        try printed.check()
    }
}
