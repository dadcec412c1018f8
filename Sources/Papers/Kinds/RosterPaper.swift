import Activating
import Diagnostics
import PlanModel
import Printing
import Staffing

/// The roster as it hangs on the wall, the sheet on which people sign in, and whom to call.
struct RosterPaper {
    let frame: PaperFrame
    let part: StaffedResponse.Part
    private var roster: DutyRoster { part.roster }

    var paper: Paper {
        let title = "\(part.name.text)街道空气重污染\(frame.level)值班表"
        let times =
            "\(roster.start.paperText) 至 \(roster.end.paperText)"
            + (frame.order.end == nil ? "（解除时间待定，先排到此）" : "")
        return frame.paper(
            title, size: .a4Across,
            [
                frame.section(title, times, [summary, wall] + reasons),
                frame.section("\(title)·签到", times, [signing]),
            ])
    }

    /// One page of telephones, upright.
    var contacts: Paper {
        let title = "\(part.name.text)街道\(frame.level)联络单"
        return frame.paper(title, [frame.section(title, frame.order.paperText, contactBlocks)])
    }

    private var summary: PaperBlock {
        let rules = frame.response.book.duty
        let filled =
            roster.open.isEmpty
            ? PaperText("\(roster.seats) 个岗次全部排定。带班领导和值班人员手机 24 小时畅通。")
            : PaperText(
                "\(roster.seats) 个岗次，其中 \(roster.openSeats) 个没有人能排，原因见表后，请街道补派。", bold: true, .bad)
        let years = frame.response.missingHolidayYears.map(String.init).joined(separator: "、")
        let holidays =
            years.isEmpty
            ? "" : PaperText("\n计划里没有 \(years) 年的节假日，只按周末算休息日：节假日请自行核对。", bold: true, .bad)
        return .paragraph(
            filled + holidays
                + PaperText(
                    "\n轮值规则（\(rules.certainty.title.chinese)）：两班之间休息不少于 \(rules.rest.rest.minutes / 60) 小时；\(rules.rest.within.minutes / 1440) 天内不超过 \(rules.rest.mostShifts) 班；连续夜班不超过 \(rules.rest.consecutiveNights) 个。\(roster.search.isProven ? "这份排法已证明空岗最少、最公平" : "这份排法未证明最公平")。",
                    .quiet))
    }

    private var wall: PaperBlock {
        let wall = WallRoster(roster)
        let columns =
            [
                PaperTable.Column("日期", .millimetres(16)), PaperTable.Column("星期/节假日", .millimetres(20)),
                PaperTable.Column("班次", .millimetres(24)),
            ]
            + wall.columns.map { PaperTable.Column($0.post.title, $0.namesPlaces ? .share(2.4) : .share(1)) }
            + [PaperTable.Column("电话", .millimetres(34)), PaperTable.Column("备注", .share(1))]
        return .table(
            PaperTable(
                columns,
                rows: wall.rows.map { row in
                    let cells = row.cells.map { PaperTable.Cell(.lines($0.map(text))) }
                    let remarks =
                        PaperText(row.open ?? "", bold: true, .bad)
                        + PaperText(
                            (row.open != nil && !row.notes.isEmpty ? "\n" : "")
                                + row.notes.joined(separator: "\n"))
                    let day: [PaperTable.Cell] = [
                        PaperTable.Cell(PaperText(row.date)), PaperTable.Cell(PaperText(row.day)),
                        PaperTable.Cell(PaperText(row.shift)),
                    ]
                    return PaperTable.Row(
                        day + cells
                            + [
                                PaperTable.Cell(PaperText(row.phones.joined(separator: "\n"))),
                                PaperTable.Cell(remarks),
                            ])
                }))
    }

    /// A place and its people on as few lines as they take.
    private func text(_ entry: WallRoster.Entry) -> PaperText {
        let people = entry.crews.flatMap { crew in
            let post = crew.post.map { $0 + " " } ?? ""
            return crew.people.map { PaperText(post + $0) }
                + Array(
                    repeating: PaperText(post + DutyCrew.openMark.chinese, bold: true, .bad),
                    count: crew.openSeats)
        }
        var line = entry.place.map { PaperText("\($0)　", .quiet) } ?? ""
        for (index, person) in people.enumerated() {
            line = line + PaperText(index == 0 ? "" : entry.place == nil ? "\n" : "；") + person
        }
        return line
    }

    private var reasons: [PaperBlock] {
        guard !roster.open.isEmpty else { return [] }
        let rows = roster.open.map { shift in
            let others = shift.reasons.count - shift.holders.count
            let reasons =
                shift.holders.map { "\($0.person.name)：\($0.keptOut.text.chinese)" }
                + (others > 0 ? ["另有 \(others) 人不任此岗"] : [])
            return PaperTable.Row([
                PaperTable.Cell(PaperText(shift.slot.text(in: paperStyle, hours: shift.hours))),
                PaperTable.Cell(PaperText(reasons.joined(separator: "；"))),
            ])
        }
        return [
            .heading("空岗和原因"),
            .table(
                PaperTable(
                    [
                        PaperTable.Column("岗次", .millimetres(70)),
                        PaperTable.Column("每个人不能上的原因", .share(1)),
                    ], rows: rows)),
        ]
    }

    private var signing: PaperBlock {
        let rows = roster.occurrences.flatMap { occurrence -> [PaperTable.Row] in
            let day =
                "\(occurrence.date.paperText)　\(occurrence.hoursText(within: roster, in: paperStyle))"
            let seats = roster.crews(in: occurrence).flatMap { crew in
                crew.peopleText(in: paperStyle).map { person in
                    PaperTable.Row(
                        [
                            PaperTable.Cell(PaperText(crew.slot.post.title)),
                            PaperTable.Cell(PaperText(crew.slot.place.text(in: paperStyle))),
                            PaperTable.Cell(
                                person.map { PaperText($0) } ?? PaperText("空岗", bold: true, .bad)),
                            "", "", "",
                        ], height: 6.5)
                }
            }
            return [
                PaperTable.Row([PaperTable.Cell(PaperText(day, bold: true), span: 6)], .band, keepsNext: true)
            ] + seats
        }
        return .table(
            PaperTable(
                [
                    PaperTable.Column("岗位", .millimetres(28)), PaperTable.Column("地点", .share(1)),
                    PaperTable.Column("人员、电话", .millimetres(52)), PaperTable.Column("签到", .millimetres(32)),
                    PaperTable.Column("时间", .millimetres(22)), PaperTable.Column("备注", .share(0.7)),
                ], rows: rows))
    }

    private var contactBlocks: [PaperBlock] {
        let book = frame.response.book
        var blocks: [PaperBlock] = []
        if let responsible = book.list(of: part.name)?.responsible {
            blocks.append(
                .table(.facts([("街道责任人", PaperText(responsible.paperText, bold: true))], labels: 26)))
        }
        let lead = roster.crews.filter { $0.slot.place == .subDistrict && !$0.slot.post.isStandby }
        let rows = roster.occurrences.map { occurrence in
            PaperTable.Row([
                PaperTable.Cell(
                    PaperText(
                        "\(occurrence.date.paperText)\n\(occurrence.hoursText(within: roster, in: paperStyle))"
                    )),
                PaperTable.Cell(
                    PaperText.lines(
                        lead.filter { $0.slot.occurrence == occurrence }.flatMap { crew in
                            crew.peopleText(in: paperStyle).map { person in
                                PaperText("\(crew.slot.post.title)　", .quiet)
                                    + (person.map { PaperText($0) }
                                        ?? PaperText(DutyCrew.openMark.chinese, bold: true, .bad))
                            }
                        })),
            ])
        }
        blocks += [
            .heading("街道值守"),
            .table(
                PaperTable(
                    [PaperTable.Column("班次", .millimetres(52)), PaperTable.Column("人员、电话", .share(1))],
                    rows: rows)),
        ]
        let members = book.district.members
        let pairs = stride(from: 0, to: members.count, by: 2).map { start in
            PaperTable.Row(
                (start..<start + 2).flatMap { index -> [PaperTable.Cell] in
                    guard index < members.count else { return ["", ""] }
                    return [
                        PaperTable.Cell(PaperText(members[index].name)),
                        PaperTable.Cell(PaperText(members[index].phone)),
                    ]
                })
        }
        blocks += [
            .heading("区成员单位"),
            .table(
                PaperTable(
                    [
                        PaperTable.Column("单位", .share(1.4)), PaperTable.Column("电话", .share(1)),
                        PaperTable.Column("单位", .share(1.4)), PaperTable.Column("电话", .share(1)),
                    ], rows: pairs)),
        ]
        return blocks
    }
}
