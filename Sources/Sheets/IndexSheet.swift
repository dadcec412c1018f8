import Activating
import Diagnostics
import Papers
import PlanModel
import Printing
import Staffing

/// The page to open first: verdict, picture, tables, and the way to every other page.
struct IndexSheet {
    private let frame: PaperFrame
    private let paths: SheetPaths
    private let printed: [PaperKind]
    private let kinds: [PaperKind]
    private let events: [ResponseEvent]
    private var response: StaffedResponse { frame.response }
    private var balance: ReductionBalance { response.activation.balance }

    /// - Parameter events: What is told of the response's life; none for the page of one event.
    init(
        _ frame: PaperFrame, paths: SheetPaths, printed: [PaperKind], _ kinds: [PaperKind],
        events: [ResponseEvent] = []
    ) {
        self.frame = frame
        self.paths = paths
        self.printed = printed
        self.kinds = kinds
        self.events = events
    }

    /// Whether the page tells of an end: then nothing is in force that it could list.
    private var isLifted: Bool { frame.ends }

    private var title: String {
        let deed = isLifted ? frame.endTitle : ""
        let title =
            "\(response.book.district.name)空气重污染\(response.activation.order.level.title.chinese)预警响应\(deed)"
        return response.activation.order.isDrill ? "【演练】\(title)" : title
    }

    var text: String {
        var page = Page(title, of: response)
        page.beginSheet()
        banner(&page.html)
        if !isLifted { cards(&page.html) }
        life(&page.html)
        page.html.element("h2", "减排比例")
        BalancePicture(balance).draw(into: &page.html)
        figures(&page.html)
        denominator(&page.html)
        page.html.element("h2", "街道文书")
        districtPapers(&page.html)
        subDistricts(&page.html)
        page.endSheet()
        page.beginSheet()
        page.html.element("h2", "各行业削减（kg/d）")
        sectors(&page.html)
        if !isLifted {
            page.html.element("h2", "生效的措施")
            measures(&page.html)
            openShifts(&page.html)
            notices(&page.html)
        }
        footer(&page.html)
        page.endSheet()
        return page.finished()
    }

    private func banner(_ html: inout HTMLText) {
        let order = response.activation.order
        html.raw("<div class=\"banner\">")
        html.element("h1", title)
        html.element("p", order.paperText + (order.number.map { "；文号 \($0)" } ?? ""))
        let verdict =
            balance.isMet
            ? "各污染物均达到减排比例" + balance.whole.pooledRemark.chinese
            : "\(balance.missed.map(\.symbol).joined(separator: "、")) 未达到减排比例"
        // What has ended has nothing to reach.
        if !isLifted {
            if balance.isMet {
                html.element("p", class: "verdict good", "✓ \(verdict)")
            } else {
                html.element("p", class: "verdict bad", "✗ \(verdict)")
            }
        }
        html.raw("</div>\n")
    }

    /// What happened so far, each with the way to its papers.
    private func life(_ html: inout HTMLText) {
        guard !events.isEmpty else { return }
        html.element("h2", "经过")
        html.raw(
            "<table><thead><tr><th class=\"n\">序</th><th>事项</th><th>级别</th><th>文号</th><th>发布</th><th>生效</th><th>结束</th><th>文书</th></tr></thead><tbody>\n"
        )
        for event in events {
            html.raw("<tr>")
            html.element("td", class: "n", "\(event.number)")
            html.element("td", event.kind.title.chinese)
            html.element("td", event.level.title.chinese)
            html.element("td", event.orderNumber ?? "")
            html.element("td", class: "nowrap", event.issued.isoText)
            html.element("td", class: "nowrap", event.effective.isoText)
            html.element("td", class: "nowrap", event.until?.isoText ?? "待定")
            html.raw("<td>")
            if let papers = event.papers { html.link(to: "\(papers)/index.html", "打开") }
            html.raw("</td></tr>\n")
        }
        html.raw("</tbody></table>\n")
    }

    private func districtPapers(_ html: inout HTMLText) {
        let pages = [PaperKind.cover, .lifting].filter { kinds.contains($0) && frame.hasPaper($0) }
        let own = printed.filter(\.isDistrictWide)
        let isMoved = MovedSheet(response) != nil
        guard !pages.isEmpty || !own.isEmpty || isMoved else { return }
        html.raw("<p>")
        if isMoved {
            html.link(to: paths.base + MovedSheet.path, "值守变动")
            html.raw("　")
        }
        for kind in pages {
            html.link(to: paths.district(kind), paths.name(kind))
            html.raw("　")
        }
        for (place, kind) in own.enumerated() {
            html.raw(place == 0 ? "打印（A4 PDF）：" : " · ")
            html.link(to: paths.pdf(kind), paths.name(kind))
        }
        html.raw("</p>\n")
    }

    private func cards(_ html: inout HTMLText) {
        let stops = response.subDistricts.reduce(0) { $0 + $1.checklist.stops.count }
        let slots = response.subDistricts.reduce(0) { $0 + $1.roster.seats }
        let mandatory = response.activation.measures.count { $0.measure.group == .mandatory }
        let cards = [
            ("\(mandatory)", "条强制性措施生效"), ("\(response.activation.enterprises.count)", "家企业接通知单"),
            ("\(stops)", "处点位每轮巡查"), ("\(slots - response.openSeats) / \(slots)", "个岗次已排"),
        ]
        html.raw("<div class=\"cards\">")
        for card in cards {
            html.raw("<div class=\"card\">")
            html.element("b", card.0)
            html.escaped(card.1)
            html.raw("</div>")
        }
        html.raw("</div>\n")
    }

    private func figures(_ html: inout HTMLText) {
        html.raw(
            "<table><thead><tr><th>污染物</th><th class=\"n\">全社会 kg/d</th><th class=\"n\">应减 kg/d</th><th class=\"n\">削减 kg/d</th><th class=\"n\">比例</th><th class=\"n\">目标</th><th class=\"n\">余量 kg/d</th><th>结论</th></tr></thead><tbody>\n"
        )
        for pollutant in Pollutant.allCases {
            let figure = balance.figures[pollutant]
            html.raw("<tr>")
            html.element("td", "\(pollutant.symbol) \(pollutant.title.chinese)")
            html.element("td", class: "n", figure.base.kilogramsText)
            html.element("td", class: "n", figure.required.kilogramsText)
            html.element("td", class: "n", figure.cut.kilogramsText)
            html.element(
                "td", class: "n", (figure.ratio?.percentText(decimals: balance.decimals) ?? "–") + " %")
            html.element("td", class: "n", figure.target.percentText)
            html.element("td", class: "n", figure.marginMass.signedKilogramsText)
            html.element(
                "td", class: balance.isMet(pollutant) ? "good nowrap" : "bad nowrap",
                balance.whole.verdict(on: pollutant).chinese)
            html.raw("</tr>\n")
        }
        html.raw("</tbody></table>\n")
    }

    private func denominator(_ html: inout HTMLText) {
        html.element(
            "p", class: "quiet small",
            response.book.district.denominatorPhrase.chinese
                + "比例向下取整显示；备用、停用和豁免的不计削减，留在分母。"
        )
    }

    private func sectors(_ html: inout HTMLText) {
        html.raw("<table><thead><tr><th>行业</th>")
        for pollutant in Pollutant.allCases { html.element("th", class: "n", pollutant.symbol) }
        html.raw("</tr></thead><tbody>\n")
        func row(_ name: String, _ emissions: Emissions) {
            html.element("td", name)
            for pollutant in Pollutant.allCases {
                html.element("td", class: "n", emissions[pollutant].kilogramsText)
            }
            html.raw("</tr>\n")
        }
        for sector in balance.sectors {
            html.raw("<tr>")
            row(sector.name.title.chinese, sector.account.cut)
        }
        html.raw("<tr class=\"total\">")
        row("削减合计", Emissions { balance.figures[$0].cut })
        for sector in balance.sectors {
            html.raw("<tr class=\"quiet\">")
            row("排放：\(sector.name.title.chinese)", sector.account.base)
        }
        html.raw("<tr class=\"quiet\">")
        row("排放：未列清单", balance.unlisted)
        html.raw("<tr class=\"total\">")
        row("全社会", Emissions { balance.figures[$0].base })
        for reason in balance.notCounted {
            html.raw("<tr class=\"quiet\">")
            row("其中不计削减：\(reason.name.title.chinese)", reason.account.base)
        }
        html.raw("</tbody></table>\n")
    }

    private func subDistricts(_ html: inout HTMLText) {
        html.raw("<table><thead><tr><th>街道</th>")
        for pollutant in Pollutant.allCases { html.element("th", class: "n", "\(pollutant.symbol) %") }
        html.raw(
            "<th class=\"n\">企业</th><th class=\"n\">巡查</th><th class=\"nowrap\">空岗</th><th>文书</th><th>巡查单（日：轮）</th></tr></thead><tbody>\n"
        )
        for (part, row) in zip(response.subDistricts, balance.subDistricts) {
            html.raw("<tr>")
            html.element("td", class: "nowrap", "\(part.number). \(part.name.text)")
            for pollutant in Pollutant.allCases { ratio(row.account, pollutant, &html) }
            html.element("td", class: "n", "\(response.activation.enterprises(of: part.name).count)")
            html.element("td", class: "n", "\(part.checklist.stops.count)")
            if part.roster.open.isEmpty {
                html.element("td", "无")
            } else {
                html.element("td", class: "bad", "\(part.roster.openSeats)")
            }
            html.raw("<td>")
            if kinds.contains(.order) {
                html.link(
                    to: paths.orders(part), paths.name(.order))
                html.raw(" · ")
            }
            html.link(to: paths.roster(part), "值班表")
            let own = printed.filter { !$0.isDistrictWide && frame.hasPaper($0, of: part) }
            for (place, kind) in own.enumerated() {
                html.raw(place == 0 ? "<br>打印：" : " · ")
                html.link(
                    to: paths.pdf(kind, part), paths.name(kind))
            }
            html.raw("</td><td>")
            if kinds.contains(.checklist) { rounds(part, &html) }
            html.raw("</td></tr>\n")
        }
        html.raw("</tbody></table>\n")
        html.element(
            "p", class: "quiet small", "街道比例以该街道清单内排放量为分母；* 低于全区目标。机动车等区级源不在街道清单内。")
    }

    private func ratio(_ account: ReductionBalance.Account, _ pollutant: Pollutant, _ html: inout HTMLText) {
        let figure = balance.figures(of: account)[pollutant]
        guard let ratio = figure.ratio else {
            html.element("td", class: "n quiet", "–")
            return
        }
        html.element(
            "td", class: "n", ratio.percentText(decimals: balance.decimals) + (figure.isMet ? "" : "*"))
    }

    /// `24日：1 2　25日：1 2`, every number a link.
    private func rounds(_ part: StaffedResponse.Part, _ html: inout HTMLText) {
        var day: CivilDate?
        for round in part.checklist.rounds {
            if round.occurrence.date != day {
                if day != nil { html.raw("</span>") }
                html.raw("<span class=\"round\">")
                html.escaped("\(round.occurrence.date.day)日：")
                day = round.occurrence.date
            }
            html.link(to: paths.checklist(part, round), "\(round.number)")
            html.raw(" ")
        }
        if day != nil { html.raw("</span>") }
    }

    private func measures(_ html: inout HTMLText) {
        html.raw(
            "<table><thead><tr><th>类别</th><th>措施</th><th>落到</th><th>牵头单位</th><th>依据（把握）</th></tr></thead><tbody>\n"
        )
        for group in Measure.Group.allCases {
            for active in response.activation.measures where active.measure.group == group {
                let reaches: String =
                    if let count = active.reaches {
                        "\(count) " + (isForEnterprises(active.measure) ? "家企业" : "处")
                            + (active.exempted > 0 ? "，豁免 \(active.exempted)" : "")
                    } else {
                        "面向公众"
                    }
                html.row([
                    group.title.chinese, active.measure.title, reaches,
                    response.book.member(active.measure.lead.value).name,
                    "\(active.measure.basis)（\(active.measure.certainty.title.chinese)）",
                ])
            }
        }
        html.raw("</tbody></table>\n")
    }

    private func isForEnterprises(_ measure: Measure) -> Bool {
        if case .enterprises = measure.scope { true } else { false }
    }

    private func openShifts(_ html: inout HTMLText) {
        let open = response.openShifts
        html.element("h2", "空岗（\(response.openSeats)）")
        guard !open.isEmpty else {
            html.element("p", "没有空岗。")
            return
        }
        html.raw("<table><thead><tr><th>街道</th><th>岗次</th><th>任此岗的人为何不能上</th></tr></thead><tbody>\n")
        for (name, shift) in open {
            html.row([
                name.text, shift.slot.text(in: paperStyle, hours: shift.hours),
                shift.holders.map { "\($0.person.name)：\($0.keptOut.text.chinese)" }.joined(separator: "；"),
            ])
        }
        html.raw("</tbody></table>\n")
    }

    private func notices(_ html: inout HTMLText) {
        let warnings = response.activation.notices.filter { $0.severity == .warning }
        guard !warnings.isEmpty else { return }
        html.element("h2", "留意")
        html.raw("<ul>")
        for notice in warnings {
            html.raw("<li>")
            html.escaped(notice.message.chinese)
            html.element("span", class: "quiet small", "　\(notice.place.location)")
            html.raw("</li>\n")
        }
        html.raw("</ul>\n")
    }

    private func footer(_ html: inout HTMLText) {
        let provenance = response.provenance
        let commit = provenance.commit.map { "提交 \($0.prefix(12))" + (provenance.isClean ? "" : "（有未提交的改动）") }
        html.element(
            "p", class: "quiet small",
            "计划 \(commit ?? "未入 git 库")，内容 \(provenance.contentHash.prefix(19))…；emergency \(provenance.programVersion)。启动记录见同一文件夹的 response.yaml。"
        )
    }
}
