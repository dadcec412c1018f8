import Activating
import Diagnostics
import PlanModel
import Printing
import Staffing

/// The order to begin (启动令) and what the district has in hand: the balance, and a row a sub-district.
struct CoverPaper {
    let frame: PaperFrame
    private var response: StaffedResponse { frame.response }
    private var balance: ReductionBalance { response.activation.balance }

    var paper: Paper {
        frame.paper(
            "\(response.book.district.name)空气重污染\(frame.level)响应启动令", [order, summary])
    }

    private var order: PaperSection {
        let district = response.book.district
        let end = frame.order.end.map { "至 \($0.paperText)" } ?? "至市里解除时止"
        let begin = frame.order.effective.paperTextWithYear
        return frame.section(
            "\(district.name)空气重污染\(frame.level)响应\(orderTitle)", "\(begin) 起，\(end)", numbered: false,
            [
                .paragraph(
                    PaperText(
                        "各街道、各成员单位：\n根据\(frame.orderNumber.map { "“\($0)”" } ?? "市级预警")，自 \(begin) 起\(end)，\(deed)\(frame.level)响应。请按下列措施和各自清单组织落实，领导带班，专人盯守，发现问题就地处置，按时报送。"
                    ))
            ] + measures + [.blanks(["签发人", "签发时间", "发文单位（章）"])])
    }

    /// The measures by what becomes of them where a level changes, else by their group.
    private var measures: [PaperBlock] {
        let now = response.activation.measures.map(\.measure)
        guard let changes = frame.changes, former != nil, frame.deed != .revoke else {
            return Measure.Group.allCases.flatMap { group in
                table(group.title.chinese, now.filter { $0.group == group })
            }
        }
        let before = changes.before.measures.map(\.measure)
        func isIn(_ some: [Measure], _ one: Measure) -> Bool {
            some.contains { $0.id.value == one.id.value }
        }
        return table("解除的措施", before.filter { !isIn(now, $0) })
            + table("新增的措施", now.filter { !isIn(before, $0) })
            + table("继续执行的措施（要求变了的，见各单位的变更通知单）", now.filter { isIn(before, $0) })
    }

    private func table(_ title: String, _ measures: [Measure]) -> [PaperBlock] {
        guard !measures.isEmpty else { return [] }
        let rows = measures.map { measure in
            PaperTable.Row([
                PaperTable.Cell(PaperText(measure.title)),
                PaperTable.Cell(PaperText(response.book.member(measure.lead.value).name)),
                PaperTable.Cell(PaperText(measure.basis)),
            ])
        }
        return [
            .heading(title),
            .table(
                PaperTable(
                    [
                        PaperTable.Column("措施", .share(1.6)), PaperTable.Column("牵头单位", .millimetres(38)),
                        PaperTable.Column("依据", .share(1)),
                    ], rows: rows)),
        ]
    }

    private var former: AlertLevel? {
        frame.changes.map(\.before.order.level).flatMap { $0 == frame.order.level ? nil : $0 }
    }

    private var deed: String {
        if frame.deed == .revoke {
            return former.map { "收回尚未生效的\($0.title.chinese)预警响应，仍执行" } ?? "收回上一道尚未生效的命令，仍执行"
        }
        if let former {
            return "由\(former.title.chinese)\(former < frame.order.level ? "升" : "降")为"
        }
        return frame.deed == .extend ? "继续执行" : "启动"
    }

    private var orderTitle: String { frame.deedName ?? PaperKind.cover.title.chinese }

    private var summary: PaperSection {
        let title = "\(response.book.district.name)\(frame.level)响应情况一览"
        return frame.section(
            title, frame.order.paperText,
            [
                .paragraph(
                    PaperText(
                        balance.whole.verdict(in: paperStyle) + balance.whole.pooledRemark.chinese,
                        bold: true,
                        balance.isMet ? .good : .bad)
                        + PaperText(
                            "　\(response.activation.enterprises.count) 家企业在内共 \(stops) 处巡查点位；\(seats) 个岗次，空岗 \(response.openSeats)"
                        )),
                .bars(Pollutant.allCases.map(bar)),
                .paragraph(
                    PaperText(
                        "竖线是目标，条长是占全社会排放的比例（满格 \(scale) %）。\(response.book.district.denominatorPhrase.chinese)比例向下取整显示。",
                        .quiet, size: .small)),
                .heading("各街道"), .table(subDistricts),
            ] + open)
    }

    private var stops: Int { response.subDistricts.reduce(0) { $0 + $1.checklist.stops.count } }
    private var seats: Int { response.subDistricts.reduce(0) { $0 + $1.roster.seats } }

    /// The whole width, in percent: the least multiple of ten that holds all cuts and goals.
    private var scale: Int {
        let most =
            Pollutant.allCases.map { pollutant -> Int64 in
                let figure = balance.figures[pollutant]
                return max(millionths(figure), millionths(figure.target))
            }.max() ?? 0
        return max(10, Int((most + 99_999) / 100_000) * 10)
    }

    private func millionths(_ figure: ReductionFigure) -> Int64 {
        guard figure.base.gramsPerDay > 0 else { return 0 }
        return Int64(
            Int128(figure.cut.gramsPerDay) * 1_000_000 / Int128(figure.base.gramsPerDay))
    }

    private func millionths(_ share: Share) -> Int64 {
        Int64(Int128(share.numerator) * 1_000_000 / Int128(share.denominator))
    }

    private func bar(_ pollutant: Pollutant) -> PaperBar {
        let figure = balance.figures[pollutant]
        let ratio = (figure.ratio?.percentText(decimals: balance.decimals) ?? "–") + " %"
        return PaperBar(
            "\(pollutant.symbol) \(pollutant.title.chinese)",
            "\(ratio)，目标 \(figure.target.percentText)；减 \(figure.cut.kilogramsText) kg/d，\(balance.whole.verdict(on: pollutant).chinese)",
            length: Int(millionths(figure)) * 100 / scale, goal: Int(millionths(figure.target)) * 100 / scale,
            isMet: balance.isMet(pollutant))
    }

    private var subDistricts: PaperTable {
        let rows = zip(response.subDistricts, balance.subDistricts).map { part, row in
            PaperTable.Row(
                [
                    PaperTable.Cell(PaperText("\(part.number)")), PaperTable.Cell(PaperText(part.name.text)),
                    number(response.activation.enterprises(of: part.name).count),
                    number(part.checklist.stops.count), number(part.checklist.rounds.count),
                    number(part.roster.seats),
                    PaperTable.Cell(
                        PaperText(
                            "\(part.roster.openSeats)", bold: part.roster.openSeats > 0,
                            part.roster.openSeats > 0 ? .bad : .black)),
                ]
                    + Pollutant.allCases.map { pollutant in
                        let ratio = balance.figures(of: row.account)[pollutant].ratio
                        return PaperTable.Cell(
                            PaperText(ratio?.percentText(decimals: balance.decimals) ?? "–"))
                    })
        }
        return PaperTable(
            [PaperTable.Column("序", .millimetres(9), right: true), PaperTable.Column("街道", .share(1.5))]
                + ["企业", "点位", "轮次", "岗次", "空岗"].map { PaperTable.Column($0, .share(1), right: true) }
                + Pollutant.allCases.map { PaperTable.Column("\($0.symbol) %", .share(1.1), right: true) },
            rows: rows)
    }

    private func number(_ count: Int) -> PaperTable.Cell { PaperTable.Cell(PaperText("\(count)")) }

    private var open: [PaperBlock] {
        let open = response.openShifts
        guard !open.isEmpty else { return [] }
        return [
            .heading("空岗"),
            .paragraph(
                PaperText(
                    open.map { "\($0.name.text) \($0.open.slot.text(in: paperStyle, hours: $0.open.hours))" }
                        .joined(
                            separator: "\n"),
                    .bad)),
        ]
    }
}
