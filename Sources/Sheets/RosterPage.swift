import Activating
import Diagnostics
import PlanModel
package import Staffing

/// The rosters of all sub-districts, or of those at hand, one after another as they hang on the wall.
package struct RosterPage {
    private let response: StaffedResponse

    package init(_ response: StaffedResponse) { self.response = response }

    package var text: String {
        var page = Page(
            "\(response.book.district.name)空气重污染\(response.activation.order.level.title.chinese)预警值班表",
            of: response, isWide: true)
        for part in response.subDistricts { RosterSheet(response, part: part).draw(on: &page) }
        return page.finished()
    }
}
