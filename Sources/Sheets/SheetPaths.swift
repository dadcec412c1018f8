import Diagnostics
import Papers
import PlanModel
import Staffing

/// Where each page lies inside the folder of a response.
struct SheetPaths {
    /// What stands before every path: empty, or a folder with a slash.
    let base: String
    /// Whether orders say only what changes.
    let isChange: Bool

    private func folder(_ part: StaffedResponse.Part) -> String { base + PaperPaths.folder(of: part) }

    func orders(_ part: StaffedResponse.Part) -> String {
        "\(folder(part))/\(PaperPaths.name(of: .order, isChange: isChange)).html"
    }

    func pdf(_ kind: PaperKind) -> String { base + PaperPaths.pdf(of: kind, isChange: isChange) }

    func pdf(_ kind: PaperKind, _ part: StaffedResponse.Part) -> String {
        base + PaperPaths.pdf(of: kind, part, isChange: isChange)
    }

    func roster(_ part: StaffedResponse.Part) -> String { "\(folder(part))/值班表.html" }

    func checklist(_ part: StaffedResponse.Part, _ round: PatrolRound) -> String {
        "\(folder(part))/巡查单-\(round.occurrence.date.isoText)-第\(round.number)轮.html"
    }
}
