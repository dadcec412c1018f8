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

    /// A name that a sheet may have, told apart from others by a number, as Excel compares them: without case.
    private static func sheetName(_ text: String, besides others: [String]) -> String {
        var plain = String(
            String.UnicodeScalarView(
                harmless(text).unicodeScalars.map { "[]:*?/\\'".unicodeScalars.contains($0) ? "_" : $0 }))
        while plain.utf16.count > 27 { plain.removeLast() }
        if plain.isEmpty { plain = "_" }
        let taken = Set(others.map { $0.lowercased() })
        guard taken.contains(plain.lowercased()) else { return plain }
        return (2...).lazy.map { "\(plain)\($0)" }.first { !taken.contains($0.lowercased()) } ?? plain
    }
}
