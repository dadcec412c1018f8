import Activating
import Diagnostics
import Papers
import PlanModel
import Printing
import Staffing

/// The orders of a sub-district's enterprises, one enterprise a sheet.
struct OrderSheet {
    private let response: StaffedResponse
    private let part: StaffedResponse.Part

    init(_ response: StaffedResponse, part: StaffedResponse.Part) {
        self.response = response
        self.part = part
    }

    var text: String {
        let order = response.activation.order
        let enterprises = response.activation.enterprises(of: part.name)
        var page = Page("\(part.name.text)街道 \(order.level.title.chinese)预警企业通知单", of: response)
        if enterprises.isEmpty {
            page.beginSheet()
            page.head("\(part.name.text)街道企业通知单", order.paperText)
            page.html.element("p", "本街道清单内没有企业。")
            page.endSheet()
        }
        for item in enterprises {
            page.beginSheet()
            sheet(item, &page)
            page.endSheet()
        }
        return page.finished()
    }

    private func sheet(_ item: EnterpriseActivation, _ page: inout Page) {
        let (enterprise, order) = (item.enterprise, response.activation.order)
        page.head("空气重污染\(order.level.title.chinese)预警减排措施通知单", order.paperText)
        facts(item, &page.html)
        exemption(item, &page.html)
        lines(item, &page.html)
        page.html.element(
            "p", "请按上表执行至预警解除，保留生产台账、每日用电、出入库、车辆进出记录和视频备查；公示牌与本通知不一致的，立即改正。")
        let statutes = response.book.patrol.enterprise.statutes
        if !statutes.isEmpty {
            page.html.raw("<div class=\"small quiet\">")
            for statute in statutes { page.html.element("p", statute) }
            page.html.raw("</div>")
        }
        page.html.element(
            "p", "牵头单位：\(response.book.member(enterprise.lead.value).paperText)；街道责任人：\(responsible)")
        page.html.raw(
            "<div class=\"sign\"><span>送达人</span><span>企业签收人</span><span>签收时间　　月　日　时　分</span></div>\n")
    }

    private var responsible: String {
        response.book.list(of: part.name)?.responsible.paperText ?? "____________"
    }

    private func facts(_ item: EnterpriseActivation, _ html: inout HTMLText) {
        let enterprise = item.enterprise
        let scope = enterprise.rating.scope.map { "\($0) " } ?? ""
        html.raw("<dl class=\"facts\">")
        let facts = [
            ("企业", "\(enterprise.name)（\(enterprise.id.value.text)）"), ("信用代码", enterprise.creditCode),
            ("地址", "\(part.name.text)街道 \(enterprise.community.value) \(enterprise.address)"),
            (
                "行业、绩效",
                "\(enterprise.industry.category)（\(enterprise.industry.code)），\(scope)\(enterprise.rating.grade.rawValue)"
            ),
            ("责任人", enterprise.responsible.paperText),
        ]
        for fact in facts {
            html.element("dt", fact.0)
            html.element("dd", fact.1)
        }
        if item.isGuarded {
            html.element("dt", "盯守")
            html.element("dd", "本级别派专人盯守")
        }
        html.raw("</dl>\n")
    }

    private func exemption(_ item: EnterpriseActivation, _ html: inout HTMLText) {
        guard let exemption = item.exemption else { return }
        let load = exemption.maxLoad.map { "，负荷不得超过 \($0.percentText)" } ?? ""
        html.element(
            "p", class: "good",
            "豁免：\(exemption.kind)（\(exemption.approved)，至 \(exemption.until.isoText)）\(load)。现场备好批准文件。")
    }

    private func lines(_ item: EnterpriseActivation, _ html: inout HTMLText) {
        html.raw(
            "<table><thead><tr><th>生产线</th><th>工序</th><th>状态</th><th>本级别措施</th><th>何时</th></tr></thead><tbody>\n"
        )
        for line in item.lines {
            html.row([
                "\(line.line.id.text) \(line.line.name)", line.line.process, line.line.status.title.chinese,
                OrderWords.instruction(line, isExempt: item.exemption != nil),
                OrderWords.times(line, from: response.activation.order.effective),
            ])
        }
        if let transport = item.transport {
            let text = OrderWords.instruction(transport)
            html.row([
                "运输", "物料运输",
                "日常 \(transport.transport.lorries.text)" + (transport.transport.hasGate ? "，有门禁" : ""),
                text, transport.measures.isEmpty ? "" : "\(response.activation.order.effective.paperText) 起",
            ])
        }
        html.raw("</tbody></table>\n")
    }
}
