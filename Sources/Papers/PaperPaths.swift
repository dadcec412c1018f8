import Diagnostics
import PlanModel
package import Staffing

/// Where papers lie inside the folder of a response.
package enum PaperPaths {
    /// `启动令`, `变更令`, `通知单`, `变更通知单`, …: what only says what changes has a name of its own, since it refers to
    /// the other.
    package static func name(of kind: PaperKind, _ frame: PaperFrame) -> String {
        switch kind {
        case .cover: frame.deedName ?? kind.title.chinese
        case .lifting where frame.deed == .revoke: "撤回令"
        case .order where frame.isChange: "变更通知单"
        default: kind.title.chinese
        }
    }

    /// `启动令.pdf`; of a sub-district `01-德胜/值班表.pdf`.
    package static func pdf(of kind: PaperKind, _ frame: PaperFrame, _ part: StaffedResponse.Part? = nil)
        -> String
    {
        (part.map { folder(of: $0) + "/" } ?? "") + name(of: kind, frame) + ".pdf"
    }

    /// `01-德胜`; a slash or a control character in a name cannot lead out of the folder.
    package static func folder(of part: StaffedResponse.Part) -> String {
        var name = String.UnicodeScalarView(
            part.name.text.unicodeScalars.map { scalar in
                scalar == "/" || scalar == "." || scalar.value < 0x20 ? "_" : scalar
            }.prefix(40))
        // A name of a folder has at most 255 bytes.
        while String(name).utf8.count > 120 { name.removeLast() }
        return (part.number < 10 ? "0" : "") + "\(part.number)-\(String(name))"
    }
}
