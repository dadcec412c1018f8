import Diagnostics
import PlanModel

/// Every rule set that a district can name: those of its own files, and of the shipped ones those whose place no
/// file of its own takes.
struct RuleSets: Sendable {
    private(set) var targets: [TargetSet] = []

    /// - Parameters:
    ///   - files: The district's own, in path order.
    ///   - leftOut: Those of them that have errors and do not count. They take the shipped ones' places all the
    ///     same, whose numbers were not meant.
    init(_ files: [ReadFile], without leftOut: [ReadFile] = []) {
        files.forEach { add($0) }
        let own = Set((files + leftOut).flatMap(Self.keys))
        for file in ShippedRules.read where own.isDisjoint(with: Self.keys(of: file)) { add(file) }
    }

    private mutating func add(_ file: ReadFile) {
        switch file.content {
        case .targets(let set): targets.append(set)
        case .district, .measures, .patrol, .duty, .subDistrict, .people, .enterprise, .ratings, nil: break
        }
    }

    /// The kind and name of every rule set that a file defines, also of one that could not be read to its end.
    private static func keys(of file: ReadFile) -> [String] {
        file.names.definitions.filter { NameKind.ruleSets.contains($0.kind) }.map { "\($0.kind) \($0.name)" }
    }

    /// Those that a district has chosen.
    func book(_ choice: RuleChoice) -> RuleBook {
        func named<Item>(_ name: Located<RuleSetID>?, in sets: [Item], by label: (Item) -> RuleSetLabel)
            -> Item?
        {
            name.flatMap { name in sets.first { label($0).id == name.value } }
        }
        return RuleBook(targets: named(choice.targets, in: targets) { $0.label })
    }
}

extension RuleBook {
    /// What the district among these files goes by.
    init(of files: [ReadFile], without leftOut: [ReadFile] = []) {
        let choices = files.lazy.compactMap { file -> RuleChoice? in
            if case .district(let district) = file.content { district.rules } else { nil }
        }
        self = RuleSets(files, without: leftOut).book(choices.first ?? .none)
    }
}
