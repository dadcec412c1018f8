import Activating
import Diagnostics
import PlanModel
import Printing
import Staffing

/// The order to end (解除令), once it is known when.
struct LiftingPaper {
    let frame: PaperFrame
    let end: CivilTime

    var paper: Paper {
        let district = frame.response.book.district
        let title = "\(district.name)空气重污染\(frame.level)响应解除令"
        let duties: [(String, String)] = [
            ("企业", "自解除时起恢复到预警前；备用、停用的生产线仍按登记；台账和用电记录留存备查"),
            ("点位、车辆", "自解除时起停止执行本级别措施；日常的苫盖、冲洗、冒烟和标准限制照旧"),
            ("值守", "各班值到 \(end.paperText) 为止，交清记录、钥匙和物资"),
            ("总结", "各街道、成员单位按要求报送总结评估"),
        ]
        return paper(
            title, "\(end.paperTextWithYear) 起解除",
            basis + "自 \(end.paperTextWithYear) 起解除\(frame.level)响应。请做好下列工作。", duties)
    }

    private var basis: String {
        guard frame.deed == .lift || frame.deed == .revoke, let number = frame.orderNumber else { return "" }
        return "根据“\(number)”，"
    }

    /// The order that takes an alert back before it takes effect.
    var revocation: Paper {
        let title = "\(frame.response.book.district.name)空气重污染\(frame.level)响应撤回令"
        let number = frame.order.number.map { "（\($0)）" } ?? ""
        return paper(
            title, "原定 \(end.paperTextWithYear) 生效",
            basis + "原定 \(end.paperTextWithYear) 起生效的\(frame.level)响应\(number)撤回，不再执行。",
            [
                ("企业", "已按通知单停机、减量的，自接到本令起恢复；照旧留存台账和用电记录"),
                ("点位、车辆", "照日常要求执行"), ("值守", "已通知的班次全部取消"),
            ])
    }

    private func paper(
        _ title: String, _ subtitle: String, _ words: String, _ duties: [(String, String)]
    ) -> Paper {
        frame.paper(
            title,
            [
                frame.section(
                    title, subtitle, numbered: false,
                    [
                        .paragraph(PaperText("各街道、各成员单位：\n" + words)),
                        .table(
                            PaperTable(
                                [
                                    PaperTable.Column("对象", .millimetres(24)),
                                    PaperTable.Column("做什么", .share(1)),
                                ],
                                rows: duties.map {
                                    PaperTable.Row([
                                        PaperTable.Cell(PaperText($0.0, bold: true)),
                                        PaperTable.Cell(PaperText($0.1)),
                                    ])
                                })), .blanks(["签发人", "签发时间", "发文单位（章）"]),
                    ])
            ])
    }
}
