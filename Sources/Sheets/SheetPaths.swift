import Diagnostics
import Papers
import PlanModel
import Staffing

/// Where each page lies inside the folder of a response.
struct SheetPaths {
    /// What stands before every path: empty, or a folder with a slash.
    let base: String
    let frame: PaperFrame

    private func folder(_ part: StaffedResponse.Part) -> String { base + PaperPaths.folder(of: part) }

    func name(_ kind: PaperKind) -> String { PaperPaths.name(of: kind, frame) }

    /// A paper of the district.
    func district(_ kind: PaperKind) -> String { "\(base)\(name(kind)).html" }

    func orders(_ part: StaffedResponse.Part) -> String { "\(folder(part))/\(name(.order)).html" }

    func pdf(_ kind: PaperKind) -> String { base + PaperPaths.pdf(of: kind, frame) }

    func pdf(_ kind: PaperKind, _ part: StaffedResponse.Part) -> String {
        base + PaperPaths.pdf(of: kind, frame, part)
    }

    func roster(_ part: StaffedResponse.Part) -> String { "\(folder(part))/值班表.html" }

    func checklist(_ part: StaffedResponse.Part, _ round: PatrolRound) -> String {
        "\(folder(part))/巡查单-\(round.occurrence.date.isoText)-第\(round.number)轮.html"
    }
}
