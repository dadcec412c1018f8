import Diagnostics
import PlanModel
package import Staffing

/// Where papers lie inside the folder of a response.
package enum PaperPaths {
    /// `启动令.pdf`.
    package static func pdf(of kind: PaperKind) -> String { "\(kind.title.chinese).pdf" }

    /// `01-德胜/值班表.pdf`.
    package static func pdf(of kind: PaperKind, _ part: StaffedResponse.Part) -> String {
        "\(folder(of: part))/\(pdf(of: kind))"
    }

    /// `01-德胜`; a slash or a control character in a name cannot lead out of the folder.
    package static func folder(of part: StaffedResponse.Part) -> String {
        let name = part.name.text.unicodeScalars.map { scalar in
            scalar == "/" || scalar == "." || scalar.value < 0x20 ? "_" : String(scalar)
        }.joined().prefix(40)
        return (part.number < 10 ? "0" : "") + "\(part.number)-\(name)"
    }
}
