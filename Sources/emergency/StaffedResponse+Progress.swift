import Activating
import Diagnostics
import PlanModel
import Printing
import Staffing

extension StaffedResponse {
    /// Staffs with a line on the terminal that says how far it has come.
    /// - Parameter wanted: Some sub-districts; nil for all.
    init(
        _ book: PlanBook, order: AlertOrder, provenance: Provenance, basis: RosterBasis,
        only wanted: Set<Identifier<SubDistrict>>? = nil, shownOn terminal: Terminal
    ) async {
        let line = ProgressLine(of: .rostering, on: terminal)
        await self.init(
            book, order: order, provenance: provenance, basis: basis, only: wanted,
            progress: line?.count(of: wanted?.count ?? book.district.subDistricts.count))
        line?.clear()
    }
}
