import Activating
import Diagnostics
import Papers
import PlanModel
import Printing
import Staffing

/// What a patrol carries on one round: a sheet for each community, every stop with its boxes.
struct ChecklistSheet {
    private let response: StaffedResponse
    private let part: StaffedResponse.Part
    private let round: PatrolRound

    init(_ response: StaffedResponse, part: StaffedResponse.Part, round: PatrolRound) {
        self.response = response
        self.part = part
        self.round = round
    }

    var text: String {
        let order = response.activation.order
        var page = Page(
            "\(part.name.text)街道 \(order.level.title.chinese)预警巡查单 \(round.occurrence.date.isoText) 第\(round.number)轮",
            of: response)
        if part.checklist.communities.isEmpty {
            page.beginSheet()
            head(&page)
            page.html.element("p", "本街道没有需要巡查的点位。")
            page.endSheet()
        }
        for walk in part.checklist.communities {
            page.beginSheet()
            // A table, because its head is what browsers repeat on every printed page.
            page.html.raw("<table class=\"frame\"><thead><tr><td>")
            head(&page, community: walk.community)
            page.html.raw("</td></tr></thead><tbody>\n")
            sheet(walk, &page.html)
            page.html.raw("</tbody></table>\n")
            page.endSheet()
        }
        return page.finished()
    }

    private func head(_ page: inout Page, community: SubDistrict.Community? = nil) {
        page.head(
            "\(part.name.text)街道\(response.activation.order.level.title.chinese)预警巡查单",
            "\(round.occurrence.date.paperText) 第 \(round.number) 轮　\(round.occurrence.hoursText(within: part.roster, in: paperStyle))"
                + (community.map { "　\($0)" } ?? ""))
    }

    private func sheet(_ walk: PatrolChecklist.Walk, _ html: inout HTMLText) {
        let team = round.team(of: walk.community)
        html.raw("<tr><td><dl class=\"facts\"><dt>社区</dt>")
        html.element("dd", "\(walk.community)，\(walk.stops.count) 处，按地址顺序")
        html.raw("<dt>巡查员</dt><dd>")
        for person in team {
            html.element(
                "span", class: "person", person?.paperText ?? DutyCrew.openMark.chinese + "____________")
        }
        if team.isEmpty { html.raw("____________") }
        html.raw("</dd>")
        html.raw("<dt>时限</dt>")
        html.element(
            "dd", "发现的问题最迟 \(round.verifyBy.paperText) 前现场核实，\(round.feedbackBy.paperText) 前反馈行业部门和街道")
        html.raw("</dl></td></tr>\n")
        for (index, stop) in walk.stops.enumerated() { self.stop(stop, number: index + 1, &html) }
        html.raw("<tr><td>")
        statutes(walk, &html)
        html.raw(
            "<div class=\"sign\"><span>巡查员签字</span><span>返回时间　　时　分</span><span>街道接单人</span></div></td></tr>\n"
        )
    }

    /// Columns that fit beside a pair of boxes in half the width of a sheet.
    private static let shortItem = 34

    private func stop(_ stop: PatrolStop, number: Int, _ html: inout HTMLText) {
        html.raw("<tr><td><div class=\"stop\"><header>")
        html.element("h3", "\(number)　\(stop.name)")
        html.escaped("\(stop.address)　\(stop.kind)　")
        html.element("span", class: "quiet", stop.id)
        if stop.isGuarded { html.raw("　<span class=\"tag\">专人盯守</span>") }
        html.raw("</header><div class=\"who small\">")
        if let responsible = stop.responsible { html.escaped("责任人 \(responsible.paperText)　") }
        html.escaped("报到单位 \(stop.lead.paperText)")
        html.raw("</div><div class=\"items\">\n")
        for item in stop.items {
            if DisplayWidth.of(item.text) > Self.shortItem {
                html.raw("<div class=\"item long\">")
            } else {
                html.raw("<div class=\"item\">")
            }
            html.element("span", item.text)
            // Not 是/否: items ask both 是否 and 有无, and a tired reader must not have to work out which is good.
            html.raw("<span class=\"box\">□合格 □问题</span></div>\n")
        }
        html.raw("</div>")
        if !stop.evidence.isEmpty {
            html.element(
                "div", class: "see small", "查看：" + stop.evidence.map { "□\($0)" }.joined(separator: "　"))
        }
        html.raw(
            "<div class=\"write\"><span>到达　　时　分</span><span>问题</span><span>处置</span></div></div></td></tr>\n")
    }

    private func statutes(_ walk: PatrolChecklist.Walk, _ html: inout HTMLText) {
        // A handful of different ones: looking through them is quicker than hashing long Chinese text.
        var statutes: [String] = []
        for statute in walk.stops.flatMap(\.statutes) where !statutes.contains(statute) {
            statutes.append(statute)
        }
        guard !statutes.isEmpty else { return }
        html.raw("<div class=\"small quiet\"><b>可引用的法条</b>")
        for statute in statutes { html.element("p", statute) }
        html.raw("</div>\n")
    }
}
