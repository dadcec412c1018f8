import Diagnostics
import PlanModel
package import Staffing

extension DutyRoster {
    /// One row for every seat, open ones included.
    fileprivate var seatRows: [DataTable.Row] {
        let style = TextStyle(language: .chinese, usesColor: false)
        return crews.flatMap { crew in
            let (slot, shift) = (crew.slot, crew.slot.occurrence)
            let id = if case .guarded(let id, _) = slot.place { id } else { "" }
            let head: [DataTable.Cell] = [
                .text(subDistrict.text), .text(shift.date.isoText), .text(shift.date.weekdayTitle.chinese),
                .text(calendar.kind(of: shift.date).title.chinese), .text(shift.shift.title),
            ]
            let place: [DataTable.Cell] = [
                .text(slot.post.title), .text(slot.place.name ?? ""), .text(id),
            ]
            func times(_ hours: DutyHours.Stretch) -> [DataTable.Cell] {
                [.text(hours.start.isoText), .text(hours.end.isoText)] + place
            }
            let members: [[DataTable.Cell]] = crew.members.map { member in
                times(hours(of: member)) + [
                    .text(member.person.name), .text(member.person.phone), .text(member.person.id.value.text),
                    .text(member.note(in: style) ?? ""),
                ]
            }
            let open: [[DataTable.Cell]] = Array(
                repeating: times(hours.of(shift)) + [
                    .text(DutyCrew.openMark.chinese), .nothing, .nothing, .text("空岗"),
                ],
                count: crew.openSeats)
            return (members + open).map { DataTable.Row(head + $0) }
        }
    }

    /// What each person carries.
    fileprivate var shareRows: [DataTable.Row] {
        shares.map { share in
            let (tally, before) = (share.tally, share.carried)
            return DataTable.Row([
                .text(subDistrict.text), .text(share.person.name), .text(share.person.phone),
                .number(tally.shifts), .number(tally.nights), .number(tally.restDays),
                .number(tally.holidays),
                .number(tally.standby), .hours(tally.time), .number(before.shifts),
                .number(before.nights), .number(before.restDays), .number(before.holidays),
            ])
        }
    }

    /// The roster as it hangs on the wall, its cells with a line for each place.
    package var wallTable: DataTable {
        let wall = WallRoster(self)
        return DataTable(
            "\(subDistrict.text)街道值班表（\(start.isoText) 至 \(end.isoText)）",
            columns: ["日期", "星期/节假日", "班次"].map { DataTable.Column($0) }
                + wall.columns.map { DataTable.Column($0.post.title) }
                + ["电话", "备注"].map { DataTable.Column($0) },
            rows: wall.rows.map { row in
                DataTable.Row(
                    [.text(row.date), .text(row.day), .text(row.shift)]
                        + row.cells.map { .text($0.flatMap(\.lines).joined(separator: "\n")) }
                        + [
                            .text(row.phones.joined(separator: "\n")),
                            .text(row.remarks.joined(separator: "\n")),
                        ])
            }, decimals: 1)
    }
}

extension [DutyRoster] {
    /// Every seat of all sub-districts, a row each.
    package var seatTable: DataTable {
        DataTable(
            "值班明细",
            columns: [
                "街道", "日期", "星期", "日类", "班次", "起", "止", "岗位", "地点", "点位编号", "姓名", "手机", "人员编号", "备注",
            ].map { DataTable.Column($0) }, rows: flatMap(\.seatRows), decimals: 1)
    }

    /// What everybody carries, a row each.
    package var shareTable: DataTable {
        DataTable(
            "值班人员工作量",
            columns: [
                "街道", "姓名", "手机", "班次", "夜班", "休息日", "节假日", "备岗", "工时", "历次班次", "历次夜班", "历次休息日", "历次节假日",
            ].map { DataTable.Column($0) }, rows: flatMap(\.shareRows), decimals: 1)
    }
}
