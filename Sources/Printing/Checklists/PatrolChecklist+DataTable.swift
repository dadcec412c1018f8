import Diagnostics
package import PlanModel
package import Staffing

extension PatrolChecklist {
    /// A row for each item of each stop.
    package var itemTable: DataTable {
        DataTable(
            "\(subDistrict.text)街道巡查单",
            columns: [
                "街道", "社区", "序号", "点位编号", "名称", "类别", "盯守", "地址", "责任人", "电话", "副岗", "副岗电话", "报到单位",
                "报到单位电话", "检查内容", "来源",
            ].map { DataTable.Column($0) },
            rows: rows { walk, number, stop, item in
                [
                    .text(subDistrict.text), .text(walk.community), .number(number), .text(stop.id),
                    .text(stop.name), .text(stop.kind), .text(stop.isGuarded ? "专人盯守" : ""),
                    .text(stop.address), .text(stop.responsible?.name ?? ""),
                    .text(stop.responsible?.phone ?? ""), .text(stop.responsible?.deputy?.name ?? ""),
                    .text(stop.responsible?.deputy?.phone ?? ""), .text(stop.lead.name),
                    .text(stop.lead.phone), .text(item?.text ?? ""), .text(item?.origin.title ?? ""),
                ]
            }, decimals: 1)
    }

    /// The same items as a sheet that a round's patrols fill in.
    /// - Parameter round: nil for a sheet of no round in particular.
    package func table(toFillIn round: PatrolRound?, title: String) -> DataTable {
        DataTable(
            title,
            columns: ["社区", "序号", "点位编号", "名称", "地址", "责任人", "电话", "检查内容"].map { DataTable.Column($0) } + [
                DataTable.Column("落实情况", choices: PatrolAnswer.allCases.map(\.title)),
                DataTable.Column("现场情况/问题", room: 30), DataTable.Column("照片号", room: 10),
                DataTable.Column("时间", room: 10), DataTable.Column("巡查员"),
            ],
            rows: rows { walk, number, stop, item in
                [
                    .text(walk.community), .number(number), .text(stop.id), .text(stop.name),
                    .text(stop.address), .text(stop.responsible?.namesText ?? ""),
                    .text(stop.responsible?.phonesText ?? ""), .text(item?.text ?? ""), .nothing, .nothing,
                    .nothing, .nothing, .text(round?.namesText(of: walk.community) ?? ""),
                ]
            }, decimals: 1)
    }

    /// A row for each community on each round: who goes, and until when findings are answered for.
    package func roundTable(title: String) -> DataTable {
        DataTable(
            title,
            columns: ["日期", "星期", "班次", "轮次", "出发", "社区", "处数", "巡查员", "电话", "核实期限", "反馈期限"].map {
                DataTable.Column($0)
            },
            rows: rounds.flatMap { round in
                communities.map { walk in
                    let date = round.occurrence.date
                    return DataTable.Row([
                        .text(date.isoText), .text(date.weekdayTitle.chinese),
                        .text(round.occurrence.shift.title), .number(round.number),
                        .text(round.start.isoText), .text(walk.community), .number(walk.stops.count),
                        .text(round.namesText(of: walk.community)),
                        .text(round.team(of: walk.community).compactMap { $0?.phone }.joined(separator: "、")),
                        .text(round.verifyBy.isoText), .text(round.feedbackBy.isoText),
                    ])
                }
            }, decimals: 1)
    }

    /// A row for each stop: what stands beside its items on paper.
    package func stopTable(title: String) -> DataTable {
        DataTable(
            title,
            columns: [
                "社区", "序号", "点位编号", "名称", "类别", "盯守", "地址", "责任人", "电话", "报到单位", "报到单位电话", "查看",
            ].map { DataTable.Column($0) },
            rows: communities.flatMap { walk in
                walk.stops.enumerated().map { index, stop in
                    DataTable.Row([
                        .text(walk.community), .number(index + 1), .text(stop.id), .text(stop.name),
                        .text(stop.kind), .text(stop.isGuarded ? "专人盯守" : ""), .text(stop.address),
                        .text(stop.responsible?.namesText ?? ""), .text(stop.responsible?.phonesText ?? ""),
                        .text(stop.lead.name), .text(stop.lead.phone),
                        .text(stop.evidence.joined(separator: "、")),
                    ])
                }
            }, decimals: 1)
    }

    /// Item by item, each with the number of its stop within the community, from 1. A stop where nothing is asked has
    /// one row, so that nobody passes it by.
    private func rows(
        _ cells: (Walk, Int, PatrolStop, PatrolStop.Item?) -> [DataTable.Cell]
    ) -> [DataTable.Row] {
        communities.flatMap { walk in
            walk.stops.enumerated().flatMap { index, stop in
                (stop.items.isEmpty ? [nil] : stop.items.map { $0 }).map {
                    DataTable.Row(cells(walk, index + 1, stop, $0))
                }
            }
        }
    }
}

extension PatrolRound {
    /// The patrol of a community by name, 【空岗】 for a seat that stays open: 示例甲、【空岗】.
    package func namesText(of community: SubDistrict.Community) -> String {
        team(of: community).map { $0?.name ?? DutyCrew.openMark.chinese }.joined(separator: "、")
    }

    /// `2026-11-24 周二 白班 第 1 轮`.
    package var title: String {
        let date = occurrence.date
        return "\(date.isoText) \(date.weekdayTitle.chinese) \(occurrence.shift.title) 第 \(number) 轮"
    }
}

extension PatrolStop.Item.Origin {
    fileprivate var title: String {
        switch self {
        case .kind: "点位类型"
        case .measure: "减排措施"
        case .plan: "本点位计划"
        }
    }
}

extension ResponsiblePerson {
    fileprivate var namesText: String { name + (deputy.map { "、\($0.name)（副岗）" } ?? "") }
    fileprivate var phonesText: String { phone + (deputy.map { "、\($0.phone)" } ?? "") }
}
