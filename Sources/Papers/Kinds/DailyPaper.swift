import Activating
import Diagnostics
import PlanModel
import Printing
import Staffing

/// The bulletin's figures for a day, a row a sub-district in the district's order, to be filled in (日报).
struct DailyPaper {
    let frame: PaperFrame

    var paper: Paper {
        let title = "\(frame.response.book.district.name)空气重污染应急日报"
        // Days that are over have had theirs.
        let rounds = frame.response.subDistricts.flatMap(\.checklist.rounds).map(\.start.date)
        let first = frame.deed == .activate ? frame.order.began.date : rounds.min() ?? frame.order.began.date
        let end = frame.order.plannedEnd(openFor: frame.response.book.duty.days)
        let last = CivilTime(minuteNumber: end.minuteNumber - 1).date
        return frame.paper(
            title,
            (first.dayNumber...max(first.dayNumber, last.dayNumber)).map { number in
                section(title, CivilDate(dayNumber: number))
            })
    }

    private func section(_ title: String, _ day: CivilDate) -> PaperSection {
        let rows = frame.response.subDistricts.map { part in
            PaperTable.Row(
                [
                    PaperTable.Cell(PaperText("\(part.number)")), PaperTable.Cell(PaperText(part.name.text)),
                    PaperTable.Cell(PaperText("\(part.checklist.stops.count)")),
                    PaperTable.Cell(
                        PaperText("\(part.checklist.rounds.count { $0.start.date == day })")),
                    "", "", "", "", "", "",
                ], height: 7.5)
        }
        let stops = frame.response.subDistricts.reduce(0) { $0 + $1.checklist.stops.count }
        let sum = PaperTable.Row(
            [
                "", "合计", PaperTable.Cell(PaperText("\(stops)")), "", "", "", "", "", "", "",
            ], .band, height: 7.5)
        return frame.section(
            title, "\(day.year)年\(day.paperText)　\(frame.order.paperText)",
            [
                .paragraph("点位数和轮次是计划数，其余各街道按当天实数填写；没有的写 0。"),
                .table(
                    PaperTable(
                        [
                            PaperTable.Column("序", .millimetres(8), right: true),
                            PaperTable.Column("街道", .share(1.2)),
                            PaperTable.Column("点位", .millimetres(13), right: true),
                            PaperTable.Column("轮次", .millimetres(13), right: true),
                            PaperTable.Column("出动人次", .share(1)), PaperTable.Column("检查家（处）次", .share(1)),
                            PaperTable.Column("发现问题", .share(1)), PaperTable.Column("已整改", .share(1)),
                            PaperTable.Column("移送处罚", .share(1)), PaperTable.Column("备注", .share(1)),
                        ], rows: rows + [sum])),
                .blanks(["填报人", "审核人", "报送时间"]),
            ])
    }
}
