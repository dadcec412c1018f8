import Activating
import Diagnostics
import PlanModel
import Staffing

/// The frame of every page: its head, the level's colours, and the warning about files that were left out.
struct Page {
    private let provenance: Provenance?
    var html = HTMLText()

    init(_ title: String, of response: StaffedResponse) {
        self.init(title, response.activation.order, on: response.provenance)
    }

    /// - Parameters:
    ///   - provenance: Assumptions and plan files with errors are named on every sheet.
    init(_ title: String, _ order: AlertOrder, on provenance: Provenance) {
        self.init(title, level: order.level, isWide: false, provenance)
    }

    /// - Parameter isWide: A4 across.
    init(_ title: String, level: AlertLevel?, isWide: Bool, _ provenance: Provenance? = nil) {
        self.provenance = provenance
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
        switch level {
        case .yellow: html.raw("<body class=\"yellow\">\n")
        case .orange: html.raw("<body class=\"orange\">\n")
        case .red: html.raw("<body class=\"red\">\n")
        case nil: html.raw("<body>\n")
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

    /// The head of a working paper: what it is on the left, level and number on the right.
    mutating func head(_ title: String, _ subtitle: String, corner: [String]) {
        html.raw("<div class=\"head\"><div>")
        html.element("h1", title)
        html.element("p", subtitle)
        html.raw("</div><div>")
        for (index, line) in corner.enumerated() {
            html.element("p", class: index == 0 ? "tag" : "small nowrap", line)
        }
        html.raw("</div></div>\n")
    }

    private mutating func caveats() {
        guard let provenance else { return }
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
