import Diagnostics
package import PlanModel
import Printing
package import Staffing

extension Workbook {
    /// The checklist as an office without a printer fills it in: who goes when, the stops, then a sheet a round.
    /// - Parameter title: Of the whole: 月坛街道橙色预警巡查单.
    package init(
        _ checklist: PatrolChecklist, title: String, at time: CivilTime, provenance: Provenance
    ) {
        let notes = provenance.caveats + [provenance.planLine]
        var names = ["轮次", "点位"]
        let rounds: [PatrolRound?] = checklist.rounds.isEmpty ? [nil] : checklist.rounds
        let sheets = rounds.map { round in
            let name = Self.sheetName(round?.sheetTitle ?? "巡查单", besides: names)
            names.append(name)
            let table = checklist.table(
                toFillIn: round, title: title + (round.map { "　\(harmless($0.title))" } ?? ""))
            let deadlines = round.map {
                ["发现的问题最迟 \($0.verifyBy.isoText) 前现场核实，\($0.feedbackBy.isoText) 前反馈行业部门和街道。"]
            }
            return Sheet(name, table, notes: (deadlines ?? []) + notes)
        }
        self.init(
            title, at: time,
            sheets: [
                Sheet("轮次", checklist.roundTable(title: "\(title)　轮次"), notes: notes),
                Sheet("点位", checklist.stopTable(title: "\(title)　点位"), notes: notes),
            ] + sheets)
    }
}

extension PatrolRound {
    /// `11-24 白班 1`, since nobody reads more on a tab.
    fileprivate var sheetTitle: String {
        "\(occurrence.date.isoText.dropFirst(5)) \(occurrence.shift.title) \(number)"
    }
}
