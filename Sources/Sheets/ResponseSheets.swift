import Diagnostics
package import Papers
import Printing
package import Staffing

/// All files of a response's folder.
package struct ResponseSheets {
    /// In the order in which a reader meets them; paths are relative to the folder.
    package let files: [(path: String, text: String)]

    /// Draws the pages of the sub-districts on all cores.
    /// - Parameter printed: The kinds of paper that lie beside them as PDF.
    package init(_ response: StaffedResponse, printed: [PaperKind] = []) async {
        let paths = SheetPaths()
        let pages = await response.subDistricts.mapOnAllCores {
            Self.pages(of: $0, in: response, paths: paths)
        }
        files =
            [
                (path: "index.html", text: IndexSheet(response, paths: paths, printed: printed).text),
                (path: "response.yaml", text: response.responseYAML),
            ] + pages.flatMap { $0 }
    }

    private static func pages(
        of part: StaffedResponse.Part, in response: StaffedResponse, paths: SheetPaths
    ) -> [(path: String, text: String)] {
        let frame = PaperFrame(response)
        let rounds = part.checklist.rounds.map { round in
            (
                path: paths.checklist(part, round),
                text: PaperPage(frame.checklist(of: part, on: round)).text
            )
        }
        let papers = [(paths.orders(part), PaperKind.order), (paths.roster(part), .roster)]
        return papers.compactMap { path, kind in
            frame.paper(kind, of: part).map { (path: path, text: PaperPage($0).text) }
        } + rounds
    }
}
