import Diagnostics
import Printing
package import Staffing

/// All files of a response's folder.
package struct ResponseSheets {
    /// In the order in which a reader meets them; paths are relative to the folder.
    package let files: [(path: String, text: String)]

    /// Draws the pages of the sub-districts on all cores.
    package init(_ response: StaffedResponse) async {
        let paths = SheetPaths()
        let pages = await response.subDistricts.mapOnAllCores {
            Self.pages(of: $0, in: response, paths: paths)
        }
        files =
            [
                (path: "index.html", text: IndexSheet(response, paths: paths).text),
                (path: "response.yaml", text: response.responseYAML),
            ] + pages.flatMap { $0 }
    }

    private static func pages(
        of part: StaffedResponse.Part, in response: StaffedResponse, paths: SheetPaths
    ) -> [(path: String, text: String)] {
        let rounds = part.checklist.rounds.map { round in
            (
                path: paths.checklist(part, round),
                text: ChecklistSheet(response, part: part, round: round).text
            )
        }
        return [
            (path: paths.orders(part), text: OrderSheet(response, part: part).text),
            (path: paths.roster(part), text: RosterSheet(response, part: part).text),
        ] + rounds
    }
}
