import Diagnostics
import PlanModel

/// An id names one thing of its kind in the whole district, a line's id one line of its enterprise.
enum DuplicateIDs: Check {
    static func findings(in draft: PlanDraft) -> [Diagnostic] {
        repeats(draft.enterprises.map(\.id)) + repeats(draft.sources.map(\.id))
            + repeats(draft.measures.map(\.id))
            + repeats(firstOfEach(draft.staffs).flatMap { $0.people.map(\.id) })
            + draft.patrols.prefix(1).flatMap { repeats($0.kinds.map(\.id)) }
            + draft.districts.prefix(1).flatMap { repeats($0.members.map { Located($0.id, at: $0.place) }) }
            + draft.districts.prefix(1).flatMap { repeats($0.subDistricts) }
            + draft.duties.prefix(1).flatMap { repeats($0.shifts.map(\.id)) + repeats($0.posts.map(\.id)) }
            + draft.enterprises.flatMap { repeats($0.lines.map { Located($0.id, at: $0.place) }) }
    }

    /// A second file of a kind is a finding of its own; what it repeats is not another.
    private static func firstOfEach(_ staffs: [Staff]) -> [Staff] {
        var seen: Set<Identifier<SubDistrict>> = []
        return staffs.filter { seen.insert($0.subDistrict.value).inserted }
    }

    /// Without a table for the few lines of an enterprise, of which there are many thousands.
    private static func hasRepeats<Owner>(_ ids: [Located<Identifier<Owner>>]) -> Bool {
        guard ids.count <= 8 else { return Set(ids.map(\.value)).count < ids.count }
        return ids.indices.contains { index in ids[..<index].contains { $0.value == ids[index].value } }
    }

    private static func repeats<Owner>(_ ids: [Located<Identifier<Owner>>]) -> [Diagnostic] {
        guard hasRepeats(ids) else { return [] }
        var first: [Identifier<Owner>: SourceSpan] = [:]
        var findings: [Diagnostic] = []
        for id in ids {
            guard let earlier = first.updateValue(id.place, forKey: id.value) else { continue }
            first[id.value] = earlier
            findings.append(
                Diagnostic(
                    .duplicateID,
                    Phrase(
                        zh: "编号“\(id.value.text)”已经用过", en: "the id '\(id.value.text)' is taken already"),
                    at: id.place, help: Phrase(zh: "给其中一处换一个编号", en: "give one of the two another id"),
                    related: [.init(Phrase(zh: "先用在这里", en: "it is first used here"), at: earlier)]))
        }
        return findings
    }
}
