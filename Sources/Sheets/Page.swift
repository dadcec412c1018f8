import Activating
import Diagnostics
import PlanModel
import Staffing

/// The frame of every page: head, level, and the warning about files that were left out.
struct Page {
    private let order: AlertOrder
    private let provenance: Provenance
    private let title: String
    var html = HTMLText()

    init(_ title: String, of response: StaffedResponse, isWide: Bool = false) {
        self.init(title, response.activation.order, on: response.provenance, isWide: isWide)
    }

    /// - Parameters:
    ///   - provenance: Assumptions and plan files with errors are named on every sheet.
    ///   - isWide: A4 across.
    init(_ title: String, _ order: AlertOrder, on provenance: Provenance, isWide: Bool = false) {
        self.order = order
        self.provenance = provenance
        self.title = title
        html.raw("<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
        html.raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
        // Nothing is loaded and no script runs, whatever a plan may have smuggled in.
        html.raw(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        )
        html.element("title", title)
        html.raw("\n<style>\n")
        html.raw(PageStyle.css)
        if isWide { html.raw(PageStyle.wide) }
        html.raw("\n</style>\n</head>\n")
        switch order.level {
        case .yellow: html.raw("<body class=\"yellow\">\n")
        case .orange: html.raw("<body class=\"orange\">\n")
        case .red: html.raw("<body class=\"red\">\n")
        }
    }

    /// Begins a sheet of paper.
    mutating func beginSheet() {
        html.raw("<section class=\"page\">\n")
        caveats()
    }

    mutating func endSheet() {
        html.raw("</section>\n")
    }

    /// The head of a working paper: what it is on the left, level and order on the right.
    mutating func head(_ title: String, _ subtitle: String) {
        html.raw("<div class=\"head\"><div>")
        html.element("h1", title)
        html.element("p", subtitle)
        html.raw("</div><div>")
        html.element("p", class: "tag", "\(order.level.title.chinese)预警")
        html.element("p", class: "small nowrap", order.number.map { "文号 \($0)" } ?? "文号 ____________")
        html.raw("</div></div>\n")
    }

    private mutating func caveats() {
        if !provenance.assumed.isEmpty {
            html.raw("<div class=\"left-out\"><b>假设（没有写入计划）：</b><ul>")
            for phrase in provenance.assumed { html.element("li", phrase.chinese) }
            html.raw("</ul></div>\n")
        }
        let files = provenance.leftOut
        guard !files.isEmpty else { return }
        html.raw("<div class=\"left-out\"><b>以下计划文件有错误，其内容未计入本件：</b><ul>")
        for file in files { html.element("li", file) }
        html.raw("</ul></div>\n")
    }

    /// The whole text of the page.
    func finished() -> String {
        html.text + "</body>\n</html>\n"
    }
}
