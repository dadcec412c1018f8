import Activating
import Diagnostics
import PlanModel
import Printing
import Staffing

/// Who is told something else than in the edition before, sub-district by sub-district.
struct MovedSheet {
    private let response: StaffedResponse

    static let path = "值守变动.html"

    /// nil where nobody is.
    init?(_ response: StaffedResponse) {
        guard response.subDistricts.contains(where: { !$0.roster.changes.isEmpty }) else { return nil }
        self.response = response
    }

    var text: String {
        let title = "\(response.book.district.name)空气重污染预警值守变动"
        var page = Page(response.activation.order.isDrill ? "【演练】\(title)" : title, of: response)
        page.beginSheet()
        page.html.element("h1", title)
        for part in response.subDistricts where !part.roster.changes.isEmpty {
            page.html.element("h2", "\(part.number). \(part.name.text)（\(part.roster.changes.count) 处）")
            page.html.raw(
                "<table><thead><tr><th>日期</th><th>班次</th><th>岗位</th><th>地点</th><th>原来</th><th>现在</th></tr></thead><tbody>\n"
            )
            for change in part.roster.changes {
                page.html.row([
                    change.date.isoText, change.shift, change.post, change.at ?? "", change.oldText,
                    change.newText,
                ])
            }
            page.html.raw("</tbody></table>\n")
        }
        page.endSheet()
        return page.finished()
    }
}

extension RosterChange {
    fileprivate var oldText: String {
        old.map { $0.name + ($0.lender.map { "（\($0.text)借用）" } ?? "") } ?? "（新增）"
    }

    fileprivate var newText: String {
        guard let new else { return kind == .opened ? "【空岗】" : "（撤岗）" }
        return new.person.name + (new.lender.map { "（\($0.text)借用）" } ?? "")
    }
}
