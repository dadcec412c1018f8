import Activating
import Diagnostics
import PlanModel
import Printing
import Staffing

/// What a patrol takes along: for every round and community, where it goes and what it looks at.
struct ChecklistPaper {
    let frame: PaperFrame
    let part: StaffedResponse.Part
    let rounds: [PatrolRound]

    var paper: Paper {
        let title = "\(part.name.text)街道\(frame.level)巡查清单"
        let sections = rounds.flatMap { round in
            part.checklist.communities.enumerated().map { section(title, round, $1, number: $0 + 1) }
        }
        guard sections.isEmpty else { return frame.paper(title, sections) }
        return frame.paper(
            title,
            [frame.section(title, frame.order.paperText, [.paragraph("本街道在本级别没有需要巡查的点位。")])])
    }

    private func section(_ title: String, _ round: PatrolRound, _ walk: PatrolChecklist.Walk, number: Int)
        -> PaperSection
    {
        let hours = round.occurrence.hoursText(within: part.roster, in: paperStyle)
        return frame.section(
            title,
            "\(round.occurrence.date.paperText) 第 \(round.number) 轮　\(hours)　\(walk.community)",
            code: frame.code(part, "\(round.occurrence.date.isoText)/\(round.number)/\(number)"),
            [
                facts(round, walk), .paragraph(ItemRows.legend), stops(walk), .heading("发现的问题"),
                problems(round),
            ]
                + statutes(walk) + [.blanks(["巡查员签字", "返回时间", "街道接单人"])])
    }

    private func facts(_ round: PatrolRound, _ walk: PatrolChecklist.Walk) -> PaperBlock {
        let team = round.team(of: walk.community)
        let people = team.map { $0?.paperText ?? "\(DutyCrew.openMark.chinese)____________" }
        let lead = part.roster.crews(in: round.occurrence).filter {
            $0.slot.place == .subDistrict && !$0.slot.post.isStandby
        }
        return .table(
            .facts([
                ("社区", PaperText("\(walk.community)，\(walk.stops.count) 处，按行走顺序")),
                ("巡查组", people.isEmpty ? "____________" : PaperText.lines(people)),
                (
                    "值班",
                    PaperText.lines(
                        lead.flatMap { crew in
                            crew.members.map { "\(crew.slot.post.title) \($0.person.paperText)" }
                        })
                ),
                (
                    "时限",
                    PaperText(
                        "\(round.verifyBy.paperText) 前现场核验\n\(round.feedbackBy.paperText) 前反馈行业部门和街道")
                ),
            ]))
    }

    private func stops(_ walk: PatrolChecklist.Walk) -> PaperBlock {
        .table(
            PaperTable(
                ItemRows.columns, rows: walk.stops.enumerated().flatMap { rows(of: $1, number: $0 + 1) }))
    }

    /// A stop stays together as long as a page holds it.
    private func rows(of stop: PatrolStop, number: Int) -> [PaperTable.Row] {
        var who = stop.responsible.map { "责任人 \($0.paperText)　" } ?? ""
        who += "报到单位 \(stop.lead.paperText)"
        let head =
            PaperText("\(number)　\(stop.name)", bold: true)
            + PaperText(stop.isGuarded ? "　【专人盯守】" : "", bold: true)
            + PaperText("　\(stop.id)\n\(stop.address)　\(stop.kind)\n\(who)")
        var see = stop.evidence.isEmpty ? "" : "查看：" + stop.evidence.map { "□\($0)" }.joined(separator: "　")
        see += see.isEmpty ? "" : "\n"
        return [PaperTable.Row([PaperTable.Cell(head, span: 8)], .band, keepsNext: true, code: stop.id)]
            + ItemRows.rows(of: stop.items, code: stop.id)
            + [
                PaperTable.Row(
                    [
                        PaperTable.Cell(PaperText(see + "现场情况"), span: 4),
                        PaperTable.Cell("到达　　时　　分　　照片号\n问题", span: 4),
                    ], height: 12)
            ]
    }

    /// Room for what is found, with whom it goes to and by when.
    private func problems(_ round: PatrolRound) -> PaperBlock {
        .table(
            PaperTable(
                [
                    PaperTable.Column("点位序号", .millimetres(15)), PaperTable.Column("问题", .share(1.3)),
                    PaperTable.Column("现场处置", .share(1)), PaperTable.Column("移交部门、电话", .share(0.8)),
                    PaperTable.Column("核验（\(round.verifyBy.paperText) 前）", .millimetres(27)),
                    PaperTable.Column("反馈（\(round.feedbackBy.paperText) 前）", .millimetres(27)),
                ],
                rows: (0..<3).map { PaperTable.Row(["", "", "", "", "", ""], height: 13, keepsNext: $0 < 2) })
        )
    }

    private func statutes(_ walk: PatrolChecklist.Walk) -> [PaperBlock] {
        var statutes: [String] = []
        for statute in walk.stops.flatMap(\.statutes) where !statutes.contains(statute) {
            statutes.append(statute)
        }
        guard !statutes.isEmpty else { return [] }
        return [
            .paragraph(
                PaperText("可引用的法条：\n" + statutes.joined(separator: "\n"), .quiet, size: .small))
        ]
    }
}
