import Activating
import Diagnostics
import PlanModel
import Printing
import Staffing

/// What a named guard writes down (专人盯守): a sheet for every guarded place and shift.
struct GuardPaper {
    let frame: PaperFrame
    let part: StaffedResponse.Part

    var paper: Paper {
        let title = "\(part.name.text)街道盯守记录表"
        let places = part.checklist.stops.filter(\.isGuarded)
        return frame.paper(
            title, places.flatMap { stop in part.roster.occurrences.map { section(title, stop, $0) } })
    }

    private func section(_ title: String, _ stop: PatrolStop, _ occurrence: ShiftOccurrence) -> PaperSection {
        let crews = part.roster.crews(in: occurrence).filter { crew in
            if case .guarded(let id, _) = crew.slot.place { id == stop.id } else { false }
        }
        let people = crews.flatMap { crew in
            crew.peopleText(in: paperStyle).map { person in
                PaperText("\(crew.slot.post.title)　", .quiet)
                    + (person.map { PaperText($0) }
                        ?? PaperText("\(DutyCrew.openMark.chinese)____________", bold: true, .bad))
            }
        }
        let facts: [(String, PaperText)] = [
            ("点位", PaperText("\(stop.name)（\(stop.id)）", bold: true)),
            ("地址", PaperText("\(stop.community) \(stop.address)")),
            ("盯守", PaperText.lines(people)),
            (
                "责任人", PaperText(stop.responsible?.paperText ?? "____________")
            ),
            ("报到单位", PaperText(stop.lead.paperText)),
        ]
        let times = (0..<8).map { _ in PaperTable.Row(["　　时　　分", "", "", ""], height: 10) }
        return frame.section(
            title,
            "\(occurrence.date.paperText)　\(occurrence.hoursText(within: part.roster, in: paperStyle))　\(stop.name)",
            code:
                "\(frame.code(part, "guard/\(occurrence.date.isoText)/\(occurrence.shift.id.value.text)")) \(stop.id)",
            [
                .table(.facts(facts)), .heading("到岗时逐项看一遍"), .paragraph(ItemRows.legend),
                .table(PaperTable(ItemRows.columns, rows: ItemRows.rows(of: stop.items))),
                .heading("盯守记录（每次巡看、来人、异常随时记）"),
                .table(
                    PaperTable(
                        [
                            PaperTable.Column("时间", .millimetres(26)),
                            PaperTable.Column("电表、车辆、作业情况", .share(1)),
                            PaperTable.Column("发现问题和处置", .share(1)),
                            PaperTable.Column("照片号", .millimetres(20)),
                        ], rows: times)),
                .blanks(["交班人", "接班人", "交接时间"]),
            ])
    }
}
