import Diagnostics
import PlanModel
import Staffing

/// Where each page lies inside the folder of a response.
struct SheetPaths {
    /// `01-德胜`; a slash or a control character in a name cannot lead out of the folder.
    private func folder(_ part: StaffedResponse.Part) -> String {
        let name = part.name.text.unicodeScalars.map { scalar in
            scalar == "/" || scalar == "." || scalar.value < 0x20 ? "_" : String(scalar)
        }.joined().prefix(40)
        return (part.number < 10 ? "0" : "") + "\(part.number)-\(name)"
    }

    func orders(_ part: StaffedResponse.Part) -> String { "\(folder(part))/通知单.html" }

    func roster(_ part: StaffedResponse.Part) -> String { "\(folder(part))/值班表.html" }

    func checklist(_ part: StaffedResponse.Part, _ round: PatrolRound) -> String {
        "\(folder(part))/巡查单-\(round.occurrence.date.isoText)-第\(round.number)轮.html"
    }
}
