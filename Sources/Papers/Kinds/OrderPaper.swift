import Activating
import Diagnostics
import PlanModel
import Printing
import Staffing

/// The orders of a sub-district: a sheet for every enterprise, and one for every source at which a measure is in force.
struct OrderPaper {
    let frame: PaperFrame
    let part: StaffedResponse.Part
    private var response: StaffedResponse { frame.response }
    private var effective: CivilTime { frame.order.effective }

    var paper: Paper {
        let title = "\(part.name.text)街道\(frame.level)响应通知单"
        let sections =
            response.activation.enterprises(of: part.name).map(section)
            + response.activation.sources(of: part.name).filter(\.isActivated).map(section)
        guard sections.isEmpty else { return frame.paper(title, sections) }
        return frame.paper(
            title, [frame.section(title, frame.order.paperText, [.paragraph("本街道清单内没有要通知的企业和点位。")])])
    }

    private var title: String { "空气重污染\(frame.level)减排措施通知单" }

    private func section(_ item: EnterpriseActivation) -> PaperSection {
        let enterprise = item.enterprise
        var blocks: [PaperBlock] = [.table(.facts(facts(item)))]
        if let exemption = item.exemption {
            blocks.append(.paragraph(PaperText(OrderWords.sentence(of: exemption), bold: true, .good)))
        }
        blocks.append(.table(lines(item)))
        let patrol = response.book.patrol.enterprise
        blocks.append(
            .paragraph(
                PaperText(
                    "请按上表执行至预警解除，留存备查："
                        + (patrol.evidence.isEmpty ? "生产台账、用电记录" : patrol.evidence.joined(separator: "、"))
                        + "。公示牌与本通知不一致的，立即改正。")))
        return frame.section(
            title, "\(enterprise.name)　\(frame.order.paperText)",
            code: "\(frame.code(part, "order")) \(enterprise.id.value.text)",
            blocks + ending(patrol.statutes, lead: enterprise.lead.value))
    }

    private func facts(_ item: EnterpriseActivation) -> [(String, PaperText)] {
        let enterprise = item.enterprise
        let scope = enterprise.rating.scope.map { "\($0) " } ?? ""
        var facts: [(String, PaperText)] = [
            ("企业", PaperText("\(enterprise.name)（\(enterprise.id.value.text)）", bold: true)),
            ("信用代码", PaperText(enterprise.creditCode)),
            ("地址", PaperText("\(part.name.text)街道 \(enterprise.community.value) \(enterprise.address)")),
            (
                "行业、绩效",
                PaperText(
                    "\(enterprise.industry.category)（\(enterprise.industry.code)），\(scope)\(enterprise.rating.grade.rawValue)"
                )
            ),
            ("责任人", PaperText(enterprise.responsible.paperText)),
        ]
        if item.isGuarded { facts.append(("盯守", PaperText("本级别派专人盯守", bold: true))) }
        return facts
    }

    private func lines(_ item: EnterpriseActivation) -> PaperTable {
        var rows = item.lines.map { line in
            PaperTable.Row([
                PaperTable.Cell(PaperText("\(line.line.id.text) \(line.line.name)")),
                PaperTable.Cell(PaperText(line.line.process)),
                PaperTable.Cell(PaperText(line.line.status.title.chinese)),
                PaperTable.Cell(
                    PaperText(
                        OrderWords.instruction(line, under: item.exemption),
                        bold: !line.measures.isEmpty && item.exemption == nil)),
                PaperTable.Cell(PaperText(OrderWords.times(line, from: effective))),
            ])
        }
        if let transport = item.transport {
            rows.append(
                PaperTable.Row([
                    "运输", "物料运输",
                    PaperTable.Cell(
                        PaperText(
                            "日常 \(transport.transport.lorries.text)"
                                + (transport.transport.hasGate ? "，有门禁" : ""))),
                    PaperTable.Cell(
                        PaperText(
                            OrderWords.instruction(transport, under: item.exemption),
                            bold: !transport.measures.isEmpty && item.exemption == nil)),
                    PaperTable.Cell(
                        PaperText(
                            transport.measures.isEmpty || item.exemption != nil
                                ? "" : "\(effective.paperText) 起")),
                ]))
        }
        return PaperTable(
            [
                PaperTable.Column("生产线", .share(1)), PaperTable.Column("工序", .share(0.7)),
                PaperTable.Column("状态", .millimetres(22)), PaperTable.Column("本级别措施", .share(1.5)),
                PaperTable.Column("何时", .millimetres(36)),
            ], rows: rows)
    }

    private func section(_ item: SourceActivation) -> PaperSection {
        let source = item.source
        let inForce = item.measures.filter { $0.measure.group == .mandatory }
        let place = [source.community.map(\.value), source.address].compactMap(\.self).joined(separator: " ")
        var facts: [(String, PaperText)] = [
            ("点位", PaperText("\(source.name)（\(source.id.value.text)）", bold: true)),
            ("类型", PaperText(item.kind.title + (source.rating.map { "（\($0)）" } ?? ""))),
            ("地址", PaperText("\(part.name.text)街道 \(place)")),
            ("状态", PaperText(source.status.title.chinese)),
        ]
        if let responsible = source.responsible { facts.append(("责任人", PaperText(responsible.paperText))) }
        if item.isGuarded { facts.append(("盯守", PaperText("本级别派专人盯守", bold: true))) }
        let rows = inForce.map { one in
            let leave = one.exemption.map {
                "豁免：\($0.reason)（\($0.approved)，至 \($0.until.isoText)），现场备好批准文件"
            }
            return PaperTable.Row([
                PaperTable.Cell(PaperText(one.measure.title, bold: true)),
                PaperTable.Cell(PaperText(leave ?? one.measure.checks.joined(separator: "；"))),
                PaperTable.Cell(PaperText("\(effective.paperText) 起")),
            ])
        }
        let evidence = inForce.flatMap(\.measure.evidence) + item.kind.guidance.evidence
        var seen: Set<String> = []
        let keep = evidence.filter { seen.insert($0).inserted }
        return frame.section(
            title, "\(source.name)　\(frame.order.paperText)",
            code: "\(frame.code(part, "order")) \(source.id.value.text)",
            [
                .table(.facts(facts)),
                .table(
                    PaperTable(
                        [
                            PaperTable.Column("本级别措施", .share(1)),
                            PaperTable.Column("检查时看什么", .share(1.3)),
                            PaperTable.Column("何时", .millimetres(36)),
                        ], rows: rows)),
                .paragraph(
                    PaperText("请执行至预警解除" + (keep.isEmpty ? "。" : "，留存备查：\(keep.joined(separator: "、"))。"))),
            ] + ending(item.kind.guidance.statutes, lead: source.lead.value))
    }

    private func ending(_ statutes: [String], lead: Identifier<MemberUnit>) -> [PaperBlock] {
        (statutes.isEmpty
            ? [] : [.paragraph(PaperText(statutes.joined(separator: "\n"), .quiet, size: .small))])
            + frame.receipt(of: part, lead: lead)
    }
}

extension PaperFrame {
    /// Whom to call, and what is signed for.
    func receipt(of part: StaffedResponse.Part, lead: Identifier<MemberUnit>) -> [PaperBlock] {
        let responsible = response.book.list(of: part.name)?.responsible.paperText ?? "____________"
        return [
            .paragraph(PaperText("牵头单位：\(response.book.member(lead).paperText)　　街道责任人：\(responsible)")),
            .blanks(["送达人", "签收人", "签收时间　　月　　日　　时　　分"]),
        ]
    }
}
