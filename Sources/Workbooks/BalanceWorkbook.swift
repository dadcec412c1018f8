package import Activating
import Diagnostics
package import PlanModel
import Printing

extension Workbook {
    /// The evaluation table of all levels, then every grouping of the levels asked for.
    /// - Parameters:
    ///   - evaluation: Of all levels.
    ///   - levels: Those whose tables are wanted.
    package init(
        _ evaluation: Evaluation, levels: [AlertLevel], district: District, provenance: Provenance
    ) {
        let views = evaluation.views.filter { levels.contains($0.level) }
        let notes = Self.notes(evaluation, district, provenance)
        let sheets = views.flatMap { view in
            BalanceTable.Grouping.allCases.map { grouping in
                let name = (views.count > 1 ? view.level.title.chinese : "") + grouping.title.chinese
                return Sheet(name, view.dataTable(by: grouping, district: district), notes: notes)
            }
        }
        self.init(
            "\(district.name)空气重污染应急减排核算",
            at: evaluation.views.first?.activation.order.effective ?? CivilTime(minuteNumber: 0),
            sheets: [Sheet("评估表", evaluation.dataTable, notes: notes)] + sheets)
    }

    private static func notes(
        _ evaluation: Evaluation, _ district: District, _ provenance: Provenance
    ) -> [String] {
        var notes = [district.denominatorPhrase.chinese]
        if let name = evaluation.views.first?.subDistrict {
            notes.append("本表只列\(name.text)，比例的分母是其清单内排放量，目标是全区的。")
        }
        notes.append("比例向下取整，各行之和可略小于合计。备用、停用和豁免的不计削减，留在分母。")
        notes.append(provenance.planLine)
        return provenance.caveats + notes
    }
}
