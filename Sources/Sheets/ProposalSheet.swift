package import Activating
import Diagnostics
package import PlanModel
import Printing

/// A proposal on paper: what to adopt, what it costs, what each goal ends at, and cost against target.
package struct ProposalSheet {
    private let proposal: Proposal
    private let curve: ProposalCurve?
    private let district: District
    private let provenance: Provenance
    private let style = TextStyle(language: .chinese, usesColor: false)

    package init(
        _ proposal: Proposal, _ curve: ProposalCurve?, _ district: District, _ provenance: Provenance
    ) {
        self.proposal = proposal
        self.curve = curve
        self.district = district
        self.provenance = provenance
    }

    /// The whole page.
    package var text: String {
        let title = "\(district.name)备用措施优选"
        var page = Page(title, proposal.before.order, on: provenance)
        page.beginSheet()
        page.head(
            title, "按 \(proposal.before.order.effective.date.isoText) 的计划",
            corner: ["\(proposal.before.order.level.title.chinese)预警"])
        // The verdict, the shortfalls and the proof say the same here as on the terminal.
        page.html.element("p", class: "verdict", proposal.verdictText(in: style))
        options(&page.html)
        page.html.element("h2", "目标")
        goals(&page.html)
        for line in proposal.remarks(in: style) { page.html.element("p", line) }
        page.html.element("p", class: "quiet small", district.denominatorPhrase.chinese)
        if let curve {
            page.html.element("h2", "费用随目标变化")
            CurvePicture(curve).draw(into: &page.html)
            table(curve, &page.html)
        }
        page.endSheet()
        return page.finished()
    }

    private func options(_ html: inout HTMLText) {
        guard case .chosen(let choice) = proposal.outcome else { return }
        html.element("h2", "追加的措施")
        html.raw("<table>\n<thead>")
        html.row(["街道", "企业", "生产线", "措施", "多削减 kg/d", "费用 元/d"], head: true, numbers: 5..<6)
        html.raw("</thead>\n<tbody>\n")
        for item in choice.options {
            html.row(
                [
                    item.enterprise.subDistrict.value.text,
                    "\(item.enterprise.name)（\(item.enterprise.id.value.text)）",
                    item.fullPartName,
                    item.option.measure.orderText,
                    item.extraFigures(in: style), item.costText,
                ], numbers: 5..<6)
        }
        html.raw("<tr class=\"total\"><td colspan=\"5\">合计</td>")
        html.element("td", class: "n", choice.cost.moneyText)
        html.raw("</tr>\n</tbody></table>\n")
    }

    private func goals(_ html: inout HTMLText) {
        let decimals = proposal.decimals
        html.raw("<table>\n<thead>")
        html.row(["范围", "污染物", "现在 %", "追加后 %", "要求 %", "结论"], head: true, numbers: 2..<5)
        html.raw("</thead>\n<tbody>\n")
        for item in proposal.goals {
            html.row(
                [
                    item.goal.scope.title(in: style),
                    item.goal.pollutants.sumTitle,
                    item.goal.ratio(of: item.before).percentText(decimals: decimals),
                    item.goal.ratio(of: item.after).percentText(decimals: decimals),
                    item.goal.target.percentText(decimals: decimals), item.isReached ? "达到" : "未达到",
                ], numbers: 2..<5)
        }
        html.raw("</tbody></table>\n")
    }

    private func table(_ curve: ProposalCurve, _ html: inout HTMLText) {
        html.raw("<table>\n<thead>")
        html.row(["达到目标的 %", "费用 元/d", "下限 元/d", "追加 项"], head: true, numbers: 0..<4)
        html.raw("</thead>\n<tbody>\n")
        html.row([curve.present.tenthsText, "0", "0", "0"], numbers: 0..<4)
        for point in curve.points {
            html.row(
                [
                    point.thousandths.tenthsText, point.cost.moneyText,
                    point.bound.moneyText, String(point.options),
                ], numbers: 0..<4)
        }
        html.raw("</tbody></table>\n")
    }
}
