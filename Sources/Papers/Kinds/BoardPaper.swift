import Activating
import Diagnostics
import PlanModel
import Printing
import Staffing

/// The board at an enterprise's gate (公示牌): what every line does at each level, as the plan says.
struct BoardPaper {
    let frame: PaperFrame
    let part: StaffedResponse.Part
    let size: PaperSize

    var paper: Paper {
        let title = "\(part.name.text)街道重污染天气应急减排公示牌"
        let enterprises = frame.response.book.enterprises(of: part.name)
        return Paper(
            title, size: size, level: nil,
            sections: enterprises.isEmpty
                ? [frame.section(title, "", [.paragraph("本街道清单内没有企业。")])] : enterprises.map(section))
    }

    private func section(_ enterprise: Enterprise) -> PaperSection {
        let book = frame.response.book
        let scope = enterprise.rating.scope.map { "\($0) " } ?? ""
        let lead = book.member(enterprise.lead.value)
        let facts: [(String, PaperText)] = [
            ("企业", PaperText(enterprise.name, bold: true)), ("信用代码", PaperText(enterprise.creditCode)),
            ("绩效等级", PaperText("\(scope)\(enterprise.rating.grade.rawValue)", bold: true)),
            ("行业", PaperText(enterprise.industry.category)),
            ("地址", PaperText("\(part.name.text)街道 \(enterprise.address)")),
            (
                "清单年份",
                PaperText("\(book.district.baseline.year) 年（方案 \(enterprise.reviewed.value.isoText) 复核）")
            ),
            ("责任人", PaperText(enterprise.responsible.paperText)),
            ("监督电话", PaperText("\(lead.name) \(lead.phone)")),
        ]
        let caveats = frame.response.provenance.caveats.map {
            PaperBlock.paragraph(PaperText($0, bold: true, .bad))
        }
        return PaperSection(
            "重污染天气应急减排公示牌", enterprise.name,
            footer: "\(book.district.name)　\(part.name.text)街道　\(enterprise.id.value.text)",
            blocks: caveats + [.table(.facts(facts, labels: 17)), .table(levels(enterprise))]
                + exemption(enterprise)
                + [
                    .paragraph("预警期间按所列级别执行，解除后恢复。所列与现场不一致的，请拨打监督电话。")
                ])
    }

    private func levels(_ enterprise: Enterprise) -> PaperTable {
        var rows = enterprise.lines.map { line in
            PaperTable.Row(
                [PaperTable.Cell(PaperText("\(line.name)\n\(line.process)"))]
                    + AlertLevel.allCases.map { level in
                        let own = enterprise.measures(of: line, at: level)
                        return cell(
                            line.status == .running ? own : [],
                            none: line.status == .running ? "正常生产" : line.status.title.chinese)
                    })
        }
        if enterprise.transport != nil {
            rows.append(
                PaperTable.Row(
                    ["运输"]
                        + AlertLevel.allCases.map { level in
                            cell(enterprise.measures[level].filter { $0.target == .transport }, none: "如实登记")
                        }))
        }
        return PaperTable(
            [PaperTable.Column("生产线、工序", .share(1.1))]
                + AlertLevel.allCases.map { PaperTable.Column("\($0.title.chinese)预警", .share(1)) },
            rows: rows)
    }

    private func cell(_ measures: [EnterpriseMeasure], none: String) -> PaperTable.Cell {
        measures.isEmpty
            ? PaperTable.Cell(PaperText(none))
            : PaperTable.Cell(PaperText(measures.map(\.orderText).joined(separator: "；"), bold: true))
    }

    private func exemption(_ enterprise: Enterprise) -> [PaperBlock] {
        // One that has run out is none.
        guard let exemption = enterprise.exemption, frame.order.effective.date <= exemption.until else {
            return []
        }
        return [
            .paragraph(PaperText(OrderWords.sentence(of: exemption)))
        ]
    }
}
