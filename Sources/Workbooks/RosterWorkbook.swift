import Diagnostics
package import PlanModel
import Printing
package import Staffing

extension Workbook {
    /// A sheet a sub-district as it hangs on the wall, then what everybody carries, then every seat.
    package init(_ rosters: [DutyRoster], title: String, provenance: Provenance) {
        let notes = provenance.caveats + [provenance.planLine]
        var names: [String] = []
        let walls = rosters.map { roster in
            let name = Self.sheetName(roster.subDistrict.text, besides: names + ["工作量", "明细"])
            names.append(name)
            return Sheet(name, roster.wallTable, notes: notes)
        }
        self.init(
            title, at: rosters.first?.start ?? CivilTime(minuteNumber: 0),
            sheets: walls + [
                Sheet("工作量", rosters.shareTable, notes: notes), Sheet("明细", rosters.seatTable, notes: notes),
            ])
    }
}
