package import Activating
import Diagnostics
package import PlanModel

extension BalanceView {
    /// A table for people who calculate: every row, its base, cut and ratio of every pollutant, what is no cut and why.
    package func dataTable(by grouping: BalanceTable.Grouping, district: District) -> DataTable {
        let title = "\(level.title.chinese)预警减排核算：按\(grouping.title.chinese)"
        if grouping == .pollutant { return pollutants(title, district) }
        let base = grouping == .measure ? "作用于 kg/d" : "排放 kg/d"
        let figures = Pollutant.allCases.flatMap { pollutant in
            [
                DataTable.Column(pollutant.symbol, base), .init(pollutant.symbol, "削减 kg/d"),
                .init(pollutant.symbol, "比例 %"),
            ]
        }
        let isOwn = grouping == .subDistrict
        let table = table(by: grouping)
        return DataTable(
            title,
            columns: [DataTable.Column("级别")] + grouping.columns + figures
                + (isOwn ? ownListColumns : [])
                + (grouping == .measure ? [] : Self.notCountedColumns),
            rows: table.rows.map { row in
                DataTable.Row(
                    [.text(level.title.chinese)] + row.subject.cells + figureCells(row.account)
                        + (isOwn ? ownListCells(row) : [])
                        + (grouping == .measure ? [] : Self.notCountedCells(row.notCounted)))
            },
            total: [.text("合计")] + grouping.columns.map { _ in .nothing }
                + (grouping == .measure ? cutCells : figureCells(account))
                + (isOwn ? ownListColumns.map { _ in .nothing } : [])
                + (grouping == .measure ? [] : Self.notCountedCells(notCounted)),
            decimals: balance.decimals)
    }

    private func figureCells(_ account: ReductionBalance.Account) -> [DataTable.Cell] {
        Pollutant.allCases.flatMap { pollutant -> [DataTable.Cell] in
            let (base, cut) = (account.base[pollutant], account.cut[pollutant])
            return [.kilograms(base), .kilograms(cut), .ratio(cut, of: base)]
        }
    }

    /// What measures found before them adds up to nothing.
    private var cutCells: [DataTable.Cell] {
        Pollutant.allCases.flatMap { [.nothing, .kilograms(account.cut[$0]), .nothing] }
    }

    private static var notCountedColumns: [DataTable.Column] {
        Pollutant.allCases.map { .init($0.symbol, "不计削减 kg/d") } + [.init("不计原因")]
    }

    private static func notCountedCells(
        _ reasons: [ReductionBalance.Row<ReductionBalance.Reason>]
    ) -> [DataTable.Cell] {
        let base = reasons.reduce(Emissions.zero) { $0 + $1.account.base }
        return Pollutant.allCases.map { .kilograms(base[$0]) }
            + [.text(reasons.map(\.name.title.chinese).joined(separator: "；"))]
    }

    /// A sub-district's own list against the district's targets, without the pool and with it.
    private var ownListColumns: [DataTable.Column] {
        Pollutant.allCases.map { .init($0.symbol, "余量 kg/d") }
            + (figures.pool.map { [.init("\($0.title) 合计比例 %")] } ?? []) + [.init("单独"), .init("调整后")]
    }

    private func ownListCells(_ row: BalanceTable.Row) -> [DataTable.Cell] {
        guard case .subDistrict(.some) = row.subject else { return ownListColumns.map { _ in .nothing } }
        let own = figures(of: row.account)
        return Pollutant.allCases.map { .kilograms(own[$0].marginMass) }
            + (own.pool.map { [.percent($0.ratio)] } ?? [])
            + [own.missedAlone, own.missed].map { .text(Self.verdict($0)) }
    }

    private static func verdict(_ missed: [Pollutant]) -> String {
        missed.isEmpty ? "达到" : missed.map(\.symbol).joined(separator: "、") + " 未达到"
    }

    private func pollutants(_ title: String, _ district: District) -> DataTable {
        let whole = subDistrict == nil ? "全社会 kg/d" : "清单 kg/d"
        let heads = [
            "级别", "污染物", whole, "清单内 kg/d", "应减 kg/d", "削减 kg/d", "余量 kg/d", "不计削减 kg/d", "比例 %",
            "目标 %", "余量 %", "单独", "调整后", "分母年份", "分母口径", "目标来源",
        ]
        let out = notCounted.reduce(Emissions.zero) { $0 + $1.account.base }
        let (baseline, targets) = (district.baseline, district.targets)
        func basis() -> [DataTable.Cell] {
            [
                .number(baseline.year), .text("\(baseline.method)（\(baseline.certainty.title.chinese)）"),
                .text(targets.attribution.chinese),
            ]
        }
        func met(_ isMet: Bool) -> DataTable.Cell { .text(isMet ? "达到" : "未达到") }
        let rows = Pollutant.allCases.map { pollutant in
            let figure = figures[pollutant]
            let masses: [DataTable.Cell] = [
                .kilograms(figure.base), .kilograms(account.base[pollutant]), .kilograms(figure.required),
                .kilograms(figure.cut), .kilograms(figure.marginMass), .kilograms(out[pollutant]),
            ]
            return DataTable.Row(
                [.text(level.title.chinese), .text(pollutant.symbol)] + masses
                    + [
                        .ratio(figure.ratio), .percent(ExactRatio(figure.target)), .ratio(figure.margin),
                        met(figure.isMet), met(figures.isMet(pollutant)),
                    ] + basis())
        }
        let pool = figures.pool.map { pool in
            DataTable.Row(
                [.text(level.title.chinese), .text(pool.title)] + (0..<6).map { _ in .nothing }
                    + [
                        .percent(pool.ratio), .percent(pool.target), .percent(pool.margin), .nothing,
                        met(pool.isMet),
                    ] + basis())
        }
        return DataTable(
            title, columns: heads.map { DataTable.Column($0) }, rows: rows + (pool.map { [$0] } ?? []),
            decimals: balance.decimals)
    }
}

extension BalanceTable.Grouping {
    /// What a row is known by.
    fileprivate var columns: [DataTable.Column] {
        switch self {
        case .pollutant: [.init("污染物")]
        case .sector: [.init("行业")]
        case .subDistrict: [.init("街道")]
        case .enterprise: [.init("编号"), .init("名称"), .init("街道")]
        case .line: [.init("编号"), .init("名称"), .init("部分编号"), .init("部分"), .init("街道"), .init("行业")]
        case .measure: [.init("编号"), .init("措施")]
        }
    }
}

extension BalanceTable.Subject {
    /// As many as its grouping has columns.
    fileprivate var cells: [DataTable.Cell] {
        let place = DataTable.Cell.text(place?.chinese ?? "")
        return switch self {
        case .pollutant, .sector, .subDistrict: [.text(title.chinese)]
        case .owner(let emitter, _): [.text(emitter.owner), .text(emitter.ownerName), place]
        case .part(let emitter, let sector, _):
            [
                .text(emitter.owner), .text(emitter.ownerName), .text(emitter.part),
                .text(emitter.partTitle.chinese), place, .text(sector.title.chinese),
            ]
        case .measure, .ownPlans: [.text(id ?? ""), .text(title.chinese)]
        }
    }
}
