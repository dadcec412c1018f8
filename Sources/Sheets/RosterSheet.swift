import Activating
import Diagnostics
import Papers
import PlanModel
import Printing
import Staffing

/// The duty roster of a sub-district, one table with its heading on every sheet.
struct RosterSheet {
    private let response: StaffedResponse
    private let part: StaffedResponse.Part

    init(_ response: StaffedResponse, part: StaffedResponse.Part) {
        self.response = response
        self.part = part
    }

    var text: String {
        var page = Page(
            "\(part.name.text)街道 \(response.activation.order.level.title.chinese)预警值班表", of: response,
            isWide: true)
        draw(on: &page)
        return page.finished()
    }

    /// The roster as it hangs on the wall, then why seats are open, then the sheet on which people sign in.
    func draw(on page: inout Page) {
        let (order, roster) = (response.activation.order, part.roster)
        let title = "\(part.name.text)街道空气重污染\(order.level.title.chinese)预警值班表"
        let times =
            "\(roster.start.paperText) 至 \(roster.end.paperText)" + (order.end == nil ? "（解除时间待定，先排到此）" : "")
        page.beginSheet()
        page.head(title, times)
        if roster.open.isEmpty {
            page.html.element("p", "\(roster.seats) 个岗次全部排定。带班领导和值班人员手机 24 小时畅通。")
        } else {
            page.html.element(
                "p", class: "bad", "\(roster.seats) 个岗次，其中 \(roster.openSeats) 个没有人能排，原因见表后，请街道补派。")
        }
        // Before the table: behind it, it would often have a sheet of its own.
        page.html.element(
            "p", class: "quiet small",
            "轮值规则（\(response.book.duty.certainty.title.chinese)）：两班之间休息不少于 \(hours(response.book.duty.rest.rest))；\(days(response.book.duty.rest.within))内不超过 \(response.book.duty.rest.mostShifts) 班；连续夜班不超过 \(response.book.duty.rest.consecutiveNights) 个。\(roster.search.text(in: paperStyle))。"
        )
        wall(&page.html)
        reasons(&page.html)
        page.endSheet()
        page.beginSheet()
        page.head("\(title)·签到", times)
        table(&page.html)
        page.endSheet()
    }

    /// A row a shift, a column a post; who stands by is in the column of the post for which they do.
    private func wall(_ html: inout HTMLText) {
        let wall = WallRoster(part.roster)
        html.raw("<table class=\"wall\"><thead><tr>")
        for head in ["日期", "星期/节假日", "班次"] { html.element("th", class: "nowrap", head) }
        for column in wall.columns { html.element("th", class: "nowrap", column.post.title) }
        for head in ["电话", "备注"] { html.element("th", class: "nowrap", head) }
        html.raw("</tr></thead><tbody>\n")
        for row in wall.rows {
            html.raw("<tr>")
            for cell in [row.date, row.day] { html.element("td", class: "nowrap", cell) }
            html.raw("<td>")
            for part in row.shift.split(separator: " ", maxSplits: 1) {
                html.element("p", class: "nowrap", String(part))
            }
            html.raw("</td>")
            for cell in row.cells {
                html.raw("<td>")
                for entry in cell { self.entry(entry, &html) }
                html.raw("</td>")
            }
            html.raw("<td>")
            for phone in row.phones { html.element("p", class: "nowrap", phone) }
            html.raw("</td><td>")
            if let open = row.open { html.element("p", class: "bad nowrap", open) }
            for note in row.notes { html.element("p", note) }
            html.raw("</td></tr>\n")
        }
        html.raw("</tbody></table>\n")
    }

    /// What `entry.lines` says, marked up.
    private func entry(_ entry: WallRoster.Entry, _ html: inout HTMLText) {
        html.raw("<p>")
        if let place = entry.place { html.element("span", class: "place", place) }
        for crew in entry.crews {
            let post = crew.post.map { $0 + " " } ?? ""
            for person in crew.people { html.element("span", class: "person", post + person) }
            for _ in 0..<crew.openSeats {
                html.element("span", class: "person bad", post + DutyCrew.openMark.chinese)
            }
        }
        html.raw("</p>")
    }

    private func hours(_ span: Span) -> String { "\(span.minutes / 60) 小时" }

    private func days(_ span: Span) -> String { "\(span.minutes / 1440) 天" }

    private func table(_ html: inout HTMLText) {
        html.raw(
            "<table><thead><tr><th class=\"nowrap\">岗位</th><th>地点</th><th>人员、电话</th><th class=\"nowrap\">签　到</th><th class=\"nowrap\">备　注</th></tr></thead>\n"
        )
        for occurrence in part.roster.occurrences {
            html.raw("<tbody><tr class=\"shift\"><td colspan=\"5\">")
            html.escaped(
                "\(occurrence.date.paperText)　\(occurrence.hoursText(within: part.roster, in: paperStyle))"
            )
            html.raw("</td></tr>\n")
            for seat in part.roster.crews(in: occurrence) {
                html.raw("<tr>")
                html.element("td", class: "nowrap", seat.slot.post.title)
                html.element("td", seat.slot.place.text(in: paperStyle))
                html.raw("<td>")
                for person in seat.people {
                    if let person {
                        html.element("span", class: "person", person.paperText)
                    } else {
                        html.element("span", class: "person bad", "空岗")
                    }
                }
                html.raw("</td><td></td><td></td></tr>\n")
            }
            html.raw("</tbody>")
        }
        html.raw("</table>\n")
    }

    private func reasons(_ html: inout HTMLText) {
        guard !part.roster.open.isEmpty else { return }
        html.element("h2", "空岗和原因")
        html.raw("<table><thead><tr><th>岗次</th><th>每个人不能上的原因</th></tr></thead><tbody>\n")
        for shift in part.roster.open {
            let others = shift.reasons.count - shift.holders.count
            let reasons =
                shift.holders.map { "\($0.person.name)：\($0.keptOut.text.chinese)" }
                + (others > 0 ? ["另有 \(others) 人不任此岗"] : [])
            html.row([shift.slot.text(in: paperStyle), reasons.joined(separator: "；")])
        }
        html.raw("</tbody></table>\n")
    }
}
