import Diagnostics
import Papers
import PlanModel
import Staffing

/// Where each page lies inside the folder of a response.
struct SheetPaths {
    private func folder(_ part: StaffedResponse.Part) -> String { PaperPaths.folder(of: part) }

    func orders(_ part: StaffedResponse.Part) -> String { "\(folder(part))/通知单.html" }

    func roster(_ part: StaffedResponse.Part) -> String { "\(folder(part))/值班表.html" }

    func checklist(_ part: StaffedResponse.Part, _ round: PatrolRound) -> String {
        "\(folder(part))/巡查单-\(round.occurrence.date.isoText)-第\(round.number)轮.html"
    }
}
