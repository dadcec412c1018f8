import Diagnostics
import PlanModel
import Printing
package import Responding

/// A review as a page to read and print.
package struct ReviewSheet {
    private let review: ResponseReview
    private let district: String
    private let planLines: [String]

    /// - Parameter lines: What the plans became meanwhile; nil where nothing more is known than the record tells.
    package init(_ review: ResponseReview, of district: String, planChanges lines: [String]?) {
        self.review = review
        self.district = district
        planLines = lines ?? review.planNotes
    }

    package var text: String {
        let title =
            (review.record.isDrill ? "【演练】" : "") + "\(district)空气重污染响应总结评估"
        var page = Page(title, level: review.stretches.map(\.level).max(), isWide: false)
        page.beginSheet()
        page.html.raw("<div class=\"banner\">")
        page.html.element("h1", title)
        page.html.element("p", review.standing)
        page.html.raw("</div>\n")
        for section in review.sections {
            page.html.element("h2", section.title)
            if section.title == "减排量" { AvoidedPicture(review).draw(into: &page.html) }
            for table in section.tables { draw(table, &page.html) }
            for note in section.notes { page.html.element("p", class: "quiet small", note) }
        }
        page.html.element("h2", "期间计划变更")
        page.html.raw("<ul>")
        for note in planLines { page.html.element("li", note) }
        page.html.raw("</ul>\n")
        page.html.element("h2", "问题和改进")
        page.html.raw("<ul>")
        for item in ResponseReview.open { page.html.element("li", item) }
        page.html.raw("</ul>\n")
        page.endSheet()
        return page.finished()
    }

    private func draw(_ table: ReviewSection.Table, _ html: inout HTMLText) {
        if !table.title.isEmpty { html.element("h3", table.title) }
        html.raw("<table><thead><tr>")
        for head in table.heads { html.element("th", head) }
        html.raw("</tr></thead><tbody>\n")
        for row in table.rows {
            html.raw("<tr>")
            for cell in row {
                let isFigure = !cell.isEmpty && cell.allSatisfy { "0123456789,.".contains($0) }
                if isFigure { html.element("td", class: "n", cell) } else { html.element("td", cell) }
            }
            html.raw("</tr>\n")
        }
        html.raw("</tbody></table>\n")
    }
}
