import Diagnostics
import PlanModel

/// Every sub-district of the district has its list and its people.
enum EveryStreetListed: Check {
    static func findings(in draft: PlanDraft, _ basis: CheckBasis) -> [Diagnostic] {
        guard let district = draft.districts.first else { return [] }
        return missing(.subDistrict, Phrase(zh: "街道清单（list.yaml）", en: "list (list.yaml)"), district, draft)
            + missing(
                .people, Phrase(zh: "人员文件（people.yaml）", en: "people file (people.yaml)"), district, draft)
    }

    private static func missing(
        _ kind: PlanFileKind, _ what: Phrase, _ district: StatedDistrict, _ draft: PlanDraft
    ) -> [Diagnostic] {
        // A file whose kind cannot be told may be the one that seems to be missing.
        guard !draft.unread.contains(kind) else { return [] }
        let named = draft.names(of: kind).map(\.subDistrict)
        let known = Set(named.compactMap { $0 })
        // So may one with a slip in its name.
        guard named.count == known.count, known.isSubset(of: Set(district.subDistricts.map(\.value.text)))
        else {
            return []
        }
        return district.subDistricts.filter { !known.contains($0.value.text) }.map { name in
            Diagnostic(
                .missingFile,
                Phrase(
                    zh: "“\(name.value.text)”没有\(what.chinese)",
                    en: "'\(name.value.text)' has no \(what.english)"),
                severity: .warning, at: name.place,
                help: Phrase(
                    zh: "放在 sub-districts/\(name.value.text)/ 下",
                    en: "it goes to sub-districts/\(name.value.text)/")
            )
        }
    }
}
