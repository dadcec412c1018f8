import Diagnostics
package import Papers
package import PlanModel
import Printing
import Staffing

/// All files of a response's folder.
package struct ResponseSheets {
    /// In the order in which a reader meets them; paths are relative to the folder.
    package let files: [(path: String, text: String)]

    /// Draws the pages of the sub-districts on all cores.
    /// - Parameters:
    ///   - printed: The kinds of paper that lie beside them as PDF.
    ///   - kinds: Which papers are drawn.
    package init(_ frame: PaperFrame, printed: [PaperKind] = [], kinds: [PaperKind] = PaperKind.allCases)
        async
    {
        let paths = SheetPaths(base: "", frame: frame)
        let pages = await frame.response.subDistricts.mapOnAllCores {
            Self.pages(of: $0, frame, kinds, paths: paths)
        }
        files =
            [
                (path: "index.html", text: IndexSheet(frame, paths: paths, printed: printed, kinds).text),
                (path: "response.yaml", text: frame.response.responseYAML),
            ]
            + (MovedSheet(frame.response).map { [(path: MovedSheet.path, text: $0.text)] } ?? [])
            + [PaperKind.cover, .lifting].filter(kinds.contains).compactMap { kind in
                frame.paper(kind).map { (path: paths.district(kind), text: PaperPage($0).text) }
            } + pages.flatMap { $0 }
    }

    /// The page to open first, in the folder above that of the files: it leads to them, and says what happened so far.
    package static func frontPage(
        _ frame: PaperFrame, in folder: String, printed: [PaperKind],
        kinds: [PaperKind] = PaperKind.allCases, after events: [ResponseEvent]
    ) -> String {
        IndexSheet(
            frame, paths: SheetPaths(base: "\(folder)/", frame: frame), printed: printed, kinds,
            events: events
        ).text
    }

    private static func pages(
        of part: StaffedResponse.Part, _ frame: PaperFrame, _ kinds: [PaperKind], paths: SheetPaths
    ) -> [(path: String, text: String)] {
        let rounds = kinds.contains(.checklist) ? part.checklist.rounds : []
        let checklists = rounds.map { round in
            (
                path: paths.checklist(part, round),
                text: PaperPage(frame.checklist(of: part, on: round)).text
            )
        }
        let papers = [(paths.orders(part), PaperKind.order), (paths.roster(part), .roster)]
        return papers.filter { kinds.contains($0.1) }.compactMap { path, kind in
            frame.paper(kind, of: part).map { (path: path, text: PaperPage($0).text) }
        } + checklists
    }
}
