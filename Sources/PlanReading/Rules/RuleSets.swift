import Diagnostics
import PlanModel

/// Every rule set that a district can name: those of its own files, and of the shipped ones those whose place no
/// file of its own takes.
struct RuleSets: Sendable {
    private(set) var targets: [TargetSet] = []
    private(set) var gradings: [GradingSet] = []
    private(set) var airQuality: [AirQualityScale] = []
    private(set) var exemptions: [ExemptionSet] = []
    /// Of the district's own files, then the shipped ones.
    private(set) var ratings: [RatingTable] = []
    private var ownRatings = 0

    /// - Parameters:
    ///   - files: The district's own, in path order.
    ///   - leftOut: Those of them that have errors and do not count. They take the shipped ones' places all the
    ///     same, whose numbers were not meant.
    init(_ files: [ReadFile], without leftOut: [ReadFile] = []) {
        for file in files { add(file) }
        ownRatings = ratings.count
        let own = Set((files + leftOut).flatMap(Self.keys))
        for file in ShippedRules.read where own.isDisjoint(with: Self.keys(of: file)) { add(file) }
    }

    /// Those that the program brings along.
    static let shipped = RuleSets([])

    /// What all of them say of themselves, kind by kind.
    var labels: [(kind: PlanFileKind, label: RuleSetLabel)] {
        targets.map { (.targets, $0.label) } + gradings.map { (.grading, $0.label) }
            + airQuality.map { (.airQuality, $0.label) } + exemptions.map { (.exemptions, $0.label) }
            + ratings.map { (.ratings, $0.label) }
    }

    private mutating func add(_ file: ReadFile) {
        switch file.content {
        case .targets(let set): targets.append(set)
        case .grading(let set): gradings.append(set)
        case .airQuality(let scale): airQuality.append(scale)
        case .exemptions(let set): exemptions.append(set)
        case .ratings(let table): ratings.append(table)
        case .district, .measures, .patrol, .duty, .holidays, .subDistrict, .people, .enterprise, nil: break
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
        // A sample or a table for another place must not apply unasked.
        let chosen = Set(choice.ratings.map(\.value))
        let shipped = ratings.dropFirst(ownRatings).filter { $0.label.id.map(chosen.contains) ?? false }
        return RuleBook(
            targets: named(choice.targets, in: targets) { $0.label },
            grading: named(choice.grading, in: gradings) { $0.label },
            airQuality: named(choice.airQuality, in: airQuality) { $0.label },
            exemptions: named(choice.exemptions, in: exemptions) { $0.label },
            ratings: ratings.prefix(ownRatings) + shipped)
    }
}

extension RuleSets {
    /// Those that the district among these files has chosen.
    func book(of files: [ReadFile]) -> RuleBook {
        let choices = files.lazy.compactMap { file -> RuleChoice? in
            if case .district(let district) = file.content { district.rules } else { nil }
        }
        return book(choices.first ?? .none)
    }
}
