import Diagnostics
import PlanModel

/// What belongs to a sub-district lies in its folder: owners and reviewers are told by folders.
enum RightFolder: Check {
    static func findings(in draft: PlanDraft, _ basis: CheckBasis) -> [Diagnostic] {
        draft.subDistricts.flatMap { finding(for: $0.name, basis) }
            + draft.staffs.flatMap { finding(for: $0.subDistrict, basis) }
    }

    private static func finding(for name: Located<Identifier<SubDistrict>>, _ basis: CheckBasis)
        -> [Diagnostic]
    {
        // A name that is none is complained of as such.
        guard basis.subDistricts.contains(name.value.text) else { return [] }
        let parts = name.place.file.path.split(separator: "/")
        guard let index = parts.lastIndex(of: "sub-districts"), index + 2 < parts.count else { return [] }
        let folder = parts[index + 1]
        guard folder != name.value.text, folder != name.value.text + "街道" else { return [] }
        return [
            Diagnostic(
                .wrongFolder,
                Phrase(
                    zh: "“\(name.value.text)”的文件放在“\(folder)”的文件夹里",
                    en: "a file of '\(name.value.text)' lies in the folder of '\(folder)'"),
                severity: .warning, at: name.place,
                help: Phrase(
                    zh: "移到 sub-districts/\(name.value.text)/，或改正街道名",
                    en: "move it to sub-districts/\(name.value.text)/, or mend the name"))
        ]
    }
}

extension RightFolder: EnterpriseCheck {
    static func findings(in enterprise: Enterprise, _ basis: CheckBasis) -> [Diagnostic] {
        finding(for: enterprise.subDistrict, basis)
    }
}
