package import Staffing
import Printing

/// All files of a response's folder.
package struct ResponseSheets {
    /// In the order in which a reader meets them; paths are relative to the folder.
    package let files: [(path: String, text: String)]

    package init(_ response: StaffedResponse) {
        let paths = SheetPaths()
        var files = [
            (path: "index.html", text: IndexSheet(response, paths: paths).text),
            (path: "response.yaml", text: response.responseYAML),
        ]
        for part in response.subDistricts {
            files.append((paths.orders(part), OrderSheet(response, part: part).text))
            files.append((paths.roster(part), RosterSheet(response, part: part).text))
            for round in part.checklist.rounds {
                files.append(
                    (paths.checklist(part, round), ChecklistSheet(response, part: part, round: round).text))
            }
        }
        self.files = files
    }
}
