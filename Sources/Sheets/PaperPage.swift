package import Papers

/// A paper as a page for browsers: the same words as in its PDF.
package struct PaperPage {
    private let paper: Paper

    package init(_ paper: Paper) { self.paper = paper }

    package var text: String {
        var page = Page(paper.title, level: paper.level, isWide: paper.size == .a4Across)
        for section in paper.sections {
            page.html.raw("<section class=\"page\">\n")
            // A table, because its head is what browsers repeat on every printed page.
            page.html.raw("<table class=\"frame\"><thead><tr><td>")
            page.head(section.title, section.subtitle, corner: section.corner)
            page.html.raw("</td></tr></thead><tbody><tr><td>\n")
            for block in section.blocks { draw(block, &page.html) }
            page.html.element("p", class: "quiet small foot", section.footer)
            page.html.raw("</td></tr></tbody></table>\n</section>\n")
        }
        return page.finished()
    }

    private func draw(_ block: PaperBlock, _ html: inout HTMLText) {
        switch block {
        case .heading(let text): html.element("h2", text)
        case .paragraph(let text):
            html.raw("<p>")
            draw(text, &html)
            html.raw("</p>\n")
        case .table(let table): draw(table, &html)
        case .blanks(let labels):
            html.raw("<div class=\"sign\">")
            for label in labels { html.element("span", label) }
            html.raw("</div>\n")
        case .bars(let bars):
            html.raw("<div class=\"bars\">\n")
            for bar in bars { draw(bar, &html) }
            html.raw("</div>\n")
        }
    }

    private func draw(_ text: PaperText, _ html: inout HTMLText) {
        let isSmall = text.size == .small
        if isSmall { html.open("span", class: "small") }
        for run in text.runs {
            let style: StaticString? =
                switch run.ink {
                case .black: nil
                case .quiet: "quiet"
                case .good: "good"
                case .bad: "bad"
                }
            if run.isBold { html.open("b") }
            if let style { html.open("span", class: style) }
            for (index, line) in run.text.split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated()
            {
                if index > 0 { html.raw("<br>") }
                html.escaped(String(line))
            }
            if style != nil { html.close("span") }
            if run.isBold { html.close("b") }
        }
        if isSmall { html.close("span") }
    }

    private func draw(_ table: PaperTable, _ html: inout HTMLText) {
        guard !table.columns.isEmpty else { return }
        html.open("table", class: table.isPlain ? "plain" : "paper")
        html.raw("<colgroup>")
        for column in table.columns {
            html.raw("<col style=\"width:")
            switch column.width {
            case .millimetres(let width):
                html.number(Int(width.rounded()))
                html.raw("mm\">")
            case .share: html.raw("auto\">")
            }
        }
        html.raw("</colgroup>\n")
        if table.columns.contains(where: { !$0.title.isEmpty }) {
            html.raw("<thead><tr>")
            for column in table.columns {
                html.open("th", class: column.isRight ? "n" : "")
                draw(PaperText(column.title), &html)
                html.close("th")
            }
            html.raw("</tr></thead>\n")
        }
        html.raw("<tbody>\n")
        for row in table.rows { draw(row, of: table, &html) }
        html.raw("</tbody></table>\n")
    }

    private func draw(_ row: PaperTable.Row, of table: PaperTable, _ html: inout HTMLText) {
        html.raw("<tr")
        if row.kind == .band { html.raw(" class=\"shift\"") }
        if row.height > 0 {
            html.raw(" style=\"height:")
            html.number(Int(row.height.rounded(.up)))
            html.raw("mm\"")
        }
        html.raw(">")
        var column = 0
        for cell in row.cells where column < table.columns.count {
            html.raw("<td")
            if cell.span > 1 {
                html.raw(" colspan=\"")
                html.number(cell.span)
                html.raw("\"")
            }
            if table.columns[column].isRight { html.raw(" class=\"n\"") }
            html.raw(">")
            draw(cell.text, &html)
            html.raw("</td>")
            column += cell.span
        }
        html.raw("</tr>\n")
    }

    private func draw(_ bar: PaperBar, _ html: inout HTMLText) {
        html.element("b", bar.label)
        html.raw("<span class=\"bar\"><span class=\"")
        html.raw(bar.isMet ? "met" : "missed")
        html.raw("\" style=\"width:")
        html.number(min(max(bar.length, 0), 1_000_000) / 10_000)
        html.raw("%\"></span>")
        if let goal = bar.goal {
            html.raw("<i style=\"left:")
            html.number(min(max(goal, 0), 1_000_000) / 10_000)
            html.raw("%\"></i>")
        }
        html.raw("</span>")
        html.element("span", bar.text)
        html.raw("\n")
    }
}
