import Diagnostics
import PlanModel

/// Whatever one place of the plan names must stand in another.
enum UndefinedNames: Check {
    static func findings(in draft: PlanDraft, _ basis: CheckBasis) -> [Diagnostic] {
        let everywhere = NameKind.allCases.filter { !$0.isLocal && $0.names == $0 }
        let (definitions, communities) = definitions(in: draft)
        var known: [NameKind: KnownNames] = [:]
        for kind in everywhere {
            // Without a file that would define them, or with one that cannot be read, nothing is called undefined.
            guard kind.definedIn.isDisjoint(with: draft.unread),
                draft.has(anyOf: kind.definedIn) || NameKind.ruleSets.contains(kind)
            else { continue }
            known[kind] = KnownNames(definitions[kind] ?? [])
        }
        var findings: [Diagnostic] = []
        for file in draft.names {
            for reference in file.references {
                let names: KnownNames?
                switch reference.kind {
                case .community: names = file.subDistrict.flatMap { communities[$0] }
                // Known within its own file, where it has been looked for.
                case .line, .person: names = nil
                // Looked for by `PlacesDefined`.
                case .dutyPlace: names = nil
                default: names = known[reference.kind.names]
                }
                let place = reference.kind == .community ? file.subDistrict : nil
                if let finding = names?.finding(for: reference, in: place) { findings.append(finding) }
            }
        }
        return findings
    }

    /// What can be referred to, by kind, and the communities by sub-district, for those whose list can be read.
    private static func definitions(in draft: PlanDraft) -> (
        everywhere: [NameKind: [NameLedger.Entry]], communities: [String: KnownNames]
    ) {
        var everywhere: [NameKind: [NameLedger.Entry]] = [:]
        var communities: [String: [NameLedger.Entry]] = [:]
        for file in draft.names + ShippedRules.read.map(\.names) {
            for entry in file.definitions where entry.kind.names.undefined != nil {
                if entry.kind == .community {
                    if let name = file.subDistrict { communities[name, default: []].append(entry) }
                } else {
                    everywhere[entry.kind.names, default: []].append(entry)
                }
            }
        }
        return (everywhere, communities.mapValues(KnownNames.init))
    }
}

/// The names of one kind, and what to say of one that is not among them.
struct KnownNames {
    private let places: [String: SourceSpan]
    private let names: [String]

    init(_ entries: [NameLedger.Entry]) {
        places = Dictionary(entries.map { ($0.name, $0.place) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<String> = []
        names = entries.map(\.name).filter { seen.insert($0).inserted }
    }

    /// - Parameter subDistrict: Where the name would have to be known, for a community or a guarded place.
    func finding(for reference: NameLedger.Entry, in subDistrict: String? = nil) -> Diagnostic? {
        guard places[reference.name] == nil, let rule = reference.kind.undefined else { return nil }
        // Another number is another thing, no slip of it: then all that are known tell more.
        let near = Nearest.name(to: reference.name, among: names).flatMap { near in
            Self.withoutNumbers(near) == Self.withoutNumbers(reference.name) ? nil : near
        }
        let help: Phrase? =
            if let near, let place = places[near]?.location {
                Phrase(zh: "是不是“\(near)”（\(place)）？", en: "did you mean '\(near)' (\(place))?")
            } else if names.count <= 20, !names.isEmpty {
                Phrase(
                    zh: "已有：" + names.joined(separator: "、"), en: "known: " + names.joined(separator: ", "))
            } else {
                nil
            }
        let title = reference.kind.title
        let message =
            if let subDistrict {
                Phrase(
                    zh: "\(subDistrict)没有名为“\(reference.name)”的\(title.chinese)",
                    en: "'\(subDistrict)' has no \(title.english) named '\(reference.name)'")
            } else {
                Phrase(
                    zh: "没有名为“\(reference.name)”的\(title.chinese)",
                    en: "no \(title.english) is named '\(reference.name)'")
            }
        return Diagnostic(rule, message, at: reference.place, help: help)
    }

    private static func withoutNumbers(_ name: String) -> String {
        name.filter { !($0.isASCII && $0.isNumber) }
    }
}
