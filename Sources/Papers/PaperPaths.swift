import Diagnostics
import PlanModel
package import Staffing

/// Where papers lie inside the folder of a response.
package enum PaperPaths {
    /// `01-德胜`; a slash or a control character in a name cannot lead out of the folder.
    package static func folder(of part: StaffedResponse.Part) -> String {
        let name = part.name.text.unicodeScalars.map { scalar in
            scalar == "/" || scalar == "." || scalar.value < 0x20 ? "_" : String(scalar)
        }.joined().prefix(40)
        return (part.number < 10 ? "0" : "") + "\(part.number)-\(name)"
    }
}
