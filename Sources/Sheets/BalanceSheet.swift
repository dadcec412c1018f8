package import Activating
import Diagnostics
import Papers
package import PlanModel
package import Printing

/// A balance on paper: the picture, the figures, and the rows asked for, level by level.
package struct BalanceSheet {
    private let views: [BalanceView]
    private let district: District
    private let provenance: Provenance

    /// - Parameter views: One a level, at least one.
    package init(_ views: [BalanceView], district: District, provenance: Provenance) {
        self.views = views
        self.district = district
        self.provenance = provenance
    }

    /// - Parameter choice: nil for the picture and the figures alone.
    package func page(_ choice: BalanceChoice?) -> String {
        guard let first = views.first else { preconditionFailure("a balance has a level") }
        var page = Page(title(of: views), first.activation.order, on: provenance)
        for view in views {
            page.beginSheet()
            switch view.level {
            case .yellow: page.html.open("div", class: "yellow")
            case .orange: page.html.open("div", class: "orange")
            case .red: page.html.open("div", class: "red")
            }
            banner(view, &page.html)
            BalancePicture(view).draw(into: &page.html)
            page.html.element("h2", "各污染物")
            figures(view, &page.html)
            page.html.element("p", class: "quiet small", note)
            if let choice, choice.grouping != .pollutant { rows(view, choice, &page.html) }
            page.html.close("div")
            page.endSheet()
        }
        return page.finished()
    }

    /// The picture of the first level alone, as a file that any browser and Word can show.
    package var picture: String {
        guard let first = views.first else { preconditionFailure("a balance has a level") }
        return BalancePicture(first).file(
            "\(title(of: [first]))：\(first.figures.verdict(in: paperStyle))",
            notes: [note] + provenance.caveats)
    }

    private func title(of views: [BalanceView]) -> String {
        let levels = views.map(\.level.title.chinese).joined(separator: "、")
        let name = views.first?.subDistrict.map { "\($0.text)街道" } ?? ""
        return "\(district.name)\(name)空气重污染\(levels)预警减排核算"
    }

    private var note: String {
        let own =
            views.first?.subDistrict.map { "比例的分母是\($0.text)清单内排放量，目标是全区的。" } ?? ""
        return own + district.denominatorPhrase.chinese + "比例向下取整显示；备用、停用和豁免的不计削减，留在分母。"
    }

    private func banner(_ view: BalanceView, _ html: inout HTMLText) {
        html.raw("<div class=\"banner\">")
        html.element("h1", title(of: [view]))
        html.element("p", view.activation.order.paperText)
        let verdict = view.figures.verdict(in: paperStyle)
        if view.figures.isMet {
            html.element("p", class: "verdict good", "✓ \(verdict)")
        } else {
            html.element("p", class: "verdict bad", "✗ \(verdict)")
        }
        html.raw("</div>\n")
    }

    private func figures(_ view: BalanceView, _ html: inout HTMLText) {
        html.raw("<table><thead><tr><th>污染物</th>")
        for head in [
            view.subDistrict == nil ? "全社会 kg/d" : "清单 kg/d", "应减 kg/d", "削减 kg/d", "余量 kg/d", "比例 %", "目标",
            "单独", "调整后",
        ] { html.element("th", class: "n", head) }
        html.raw("</tr></thead><tbody>\n")
        for pollutant in Pollutant.allCases {
            let figure = view.figures[pollutant]
            html.raw("<tr>")
            html.element("td", "\(pollutant.symbol) \(pollutant.title.chinese)")
            for text in [
                figure.base.kilogramsText, figure.required.kilogramsText, figure.cut.kilogramsText,
                figure.marginMass.signedKilogramsText,
                figure.ratio?.percentText(decimals: view.balance.decimals) ?? "–", figure.target.percentText,
            ] { html.element("td", class: "n", text) }
            mark(figure.isMet, &html)
            mark(view.figures.isMet(pollutant), &html)
            html.raw("</tr>\n")
        }
        html.raw("</tbody></table>\n")
    }

    private func mark(_ isMet: Bool, _ html: inout HTMLText) {
        if isMet {
            html.element("td", class: "n good", "达到")
        } else {
            html.element("td", class: "n bad", "未达到")
        }
    }

    private func rows(_ view: BalanceView, _ choice: BalanceChoice, _ html: inout HTMLText) {
        let all = view.table(by: choice.grouping).rows
        html.element("h2", "按\(choice.grouping.title.chinese)（削减 kg/d，占自身排放 %）")
        html.raw("<table class=\"small\"><thead><tr>")
        html.element("th", class: "nowrap", choice.grouping.title.chinese)
        let isShort = [.sector, .subDistrict].contains(choice.grouping)
        let pollutants = choice.pollutant.map { [$0] } ?? Pollutant.allCases
        for pollutant in pollutants {
            html.element("th", class: "n", "\(pollutant.symbol) kg/d")
            html.element("th", class: "n", "%")
        }
        html.element("th", class: "nowrap", choice.grouping == .subDistrict ? "清单结论" : "不计")
        html.raw("</tr></thead><tbody>\n")
        for row in all where choice.lists(row) {
            html.raw("<tr>")
            html.open("td", class: isShort ? "nowrap" : "")
            html.escaped(row.subject.title.chinese)
            if let id = row.subject.id {
                html.raw(" <span class=\"quiet\">")
                html.escaped(id)
                html.raw("</span>")
            }
            html.raw("</td>")
            for pollutant in pollutants {
                cells(row.account.cut[pollutant], of: row.account.base[pollutant], view, &html)
            }
            html.element("td", remark(row, view))
            html.raw("</tr>\n")
        }
        html.raw("<tr class=\"total\"><td class=\"nowrap\">合计</td>")
        for pollutant in pollutants {
            cells(view.account.cut[pollutant], of: view.figures[pollutant].base, view, &html)
        }
        html.raw("<td></td></tr></tbody></table>\n")
        let hidden = all.count { !choice.lists($0) }
        if hidden > 0 { html.element("p", class: "quiet small", "另有 \(hidden) 行没有削减，未列出。") }
        if view.subDistrict == nil { html.element("p", class: "quiet small", "合计的比例占全社会排放量。") }
    }

    /// How a sub-district's own list does against the district's targets; for everything else, why it is no cut.
    private func remark(_ row: BalanceTable.Row, _ view: BalanceView) -> String {
        if case .subDistrict(let name) = row.subject {
            return name == nil ? "" : view.figures(of: row.account).verdict(in: paperStyle)
        }
        return row.notCounted.map(\.name.title.chinese).joined(separator: "、")
    }

    private func cells(_ cut: MassRate, of base: MassRate, _ view: BalanceView, _ html: inout HTMLText) {
        html.element("td", class: "n", cut.kilogramsText)
        html.element(
            "td", class: "n",
            cut.ratio(of: base)?.percentText(decimals: view.balance.decimals) ?? "–")
    }
}
