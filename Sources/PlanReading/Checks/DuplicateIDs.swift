import Diagnostics
import PlanModel

/// An id names one thing of its kind in the whole district, a line's id one line of its enterprise.
enum DuplicateIDs: Check {
    static func findings(in draft: PlanDraft, _ basis: CheckBasis) -> [Diagnostic] {
        let ledgers = draft.namesOfFirstFiles
        let everywhere =
            [
                NameKind.enterprise, .source, .measure, .person, .sourceKind, .member, .subDistrict, .shift,
                .post, .skill,
            ] + NameKind.ruleSets
        let definitions = Dictionary(grouping: ledgers.flatMap(\.definitions), by: \.kind)
        return everywhere.flatMap { kind in repeats(definitions[kind] ?? []) }
            + ledgers.flatMap { file in
                repeats(file.definitions.filter { $0.kind == .community })
            }
    }

    static func repeats(_ entries: [NameLedger.Entry]) -> [Diagnostic] {
        guard hasRepeats(entries) else { return [] }
        var first: [String: SourceSpan] = [:]
        var findings: [Diagnostic] = []
        for entry in entries {
            guard let earlier = first[entry.name] else {
                first[entry.name] = entry.place
                continue
            }
            if entry.kind == .community {
                findings.append(repeatedCommunity(entry, first: earlier))
                continue
            }
            findings.append(
                Diagnostic(
                    .duplicateID,
                    Phrase(
                        zh: "编号“\(entry.name)”已经用过", en: "the id '\(entry.name)' is taken already"),
                    at: entry.place, help: Phrase(zh: "给其中一处换一个编号", en: "give one of the two another id"),
                    related: [.init(Phrase(zh: "先写在这里", en: "it is first said here"), at: earlier)]))
        }
        return findings
    }

    /// A community that stands twice on a list would be patrolled twice.
    private static func repeatedCommunity(_ entry: NameLedger.Entry, first: SourceSpan) -> Diagnostic {
        Diagnostic(
            .duplicateID,
            Phrase(zh: "社区“\(entry.name)”已经列过", en: "the community '\(entry.name)' is listed already"),
            at: entry.place, help: Phrase(zh: "两处留一处", en: "keep one of the two"),
            related: [.init(Phrase(zh: "先列在这里", en: "it is first listed here"), at: first)])
    }

    /// Without a table for the few lines of an enterprise, of which there are many thousands.
    private static func hasRepeats(_ entries: [NameLedger.Entry]) -> Bool {
        guard entries.count <= 8 else { return Set(entries.map(\.name)).count < entries.count }
        return entries.indices.contains { index in
            entries[..<index].contains { $0.name == entries[index].name }
        }
    }
}
