import Diagnostics
import PlanModel

/// Where a fixed duty is to be held is a community of the sub-district, or is guarded there.
enum PlacesDefined: Check {
    static func findings(in draft: PlanDraft, _ basis: CheckBasis) -> [Diagnostic] {
        let files = draft.names(of: .people).compactMap { file in
            file.subDistrict.map { (subDistrict: $0, references: file.references.filter(isPlace)) }
        }
        // Plans without fixed duties pay nothing.
        guard files.contains(where: { !$0.references.isEmpty }),
            NameKind.dutyPlace.definedIn.isDisjoint(with: draft.unread)
        else { return [] }
        let guarded = draft.guardedPlaces
        let known = draft.subDistricts.map { list in
            (
                list.name.value.text,
                KnownNames(communities(of: list, draft) + entries(guarded[list.name.value.text] ?? []))
            )
        }
        let names = Dictionary(known) { first, _ in first }
        let faulty = faultyEnterprises(draft)
        return files.flatMap { file in
            file.references.compactMap { reference in
                // Whether a plan with faults of its own asks for a guard is not known.
                faulty.contains(reference.name)
                    ? nil : names[file.subDistrict]?.finding(for: reference, in: file.subDistrict)
            }
        }
    }

    private static func isPlace(_ entry: NameLedger.Entry) -> Bool { entry.kind == .dutyPlace }

    private static func communities(of list: SubDistrict, _ draft: PlanDraft) -> [NameLedger.Entry] {
        draft.names(of: .subDistrict).filter { $0.subDistrict == list.name.value.text }.flatMap(\.definitions)
            .filter { $0.kind == .community }
    }

    private static func entries(_ places: [GuardedPlace]) -> [NameLedger.Entry] {
        places.map { NameLedger.Entry(kind: .dutyPlace, name: $0.id, place: $0.place) }
    }

    private static func faultyEnterprises(_ draft: PlanDraft) -> Set<String> {
        let all = draft.names(of: .enterprise).flatMap(\.definitions).filter { $0.kind == .enterprise }
        return Set(all.map(\.name)).subtracting(draft.summaries.map(\.id))
    }
}
