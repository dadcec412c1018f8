import Diagnostics

/// The kinds of thing that a plan names in one place and refers to in another.
enum NameKind: Sendable, CaseIterable {
    case subDistrict, neighbour, community, dutyPlace, member, sourceKind, sourceTitle, source, measure,
        person,
        post, shift, skill, enterprise, line, targetSet, gradingSet, airQualityScale, exemptionSet,
        ratingTable

    /// What the thing is called in a sentence.
    var title: Phrase {
        switch self {
        case .subDistrict, .neighbour: Phrase(zh: "街道", en: "sub-district")
        case .community: Phrase(zh: "社区", en: "community")
        case .dutyPlace: Phrase(zh: "社区或盯守点位", en: "community or guarded place")
        case .member: Phrase(zh: "成员单位", en: "member unit")
        case .sourceKind, .sourceTitle: Phrase(zh: "点位类型", en: "kind of source")
        case .source: Phrase(zh: "点位", en: "source")
        case .measure: Phrase(zh: "措施", en: "measure")
        case .person: Phrase(zh: "人员", en: "person")
        case .post: Phrase(zh: "岗位", en: "post")
        case .shift: Phrase(zh: "班次", en: "shift")
        case .skill: Phrase(zh: "技能", en: "skill")
        case .enterprise: Phrase(zh: "企业", en: "enterprise")
        case .line: Phrase(zh: "生产线", en: "line")
        case .targetSet: Phrase(zh: "目标集", en: "target set")
        case .gradingSet: Phrase(zh: "预警分级", en: "set of grading conditions")
        case .airQualityScale: Phrase(zh: "空气质量指数标准", en: "air quality scale")
        case .exemptionSet: Phrase(zh: "豁免类别", en: "set of exemptions")
        case .ratingTable: Phrase(zh: "绩效要求", en: "rating table")
        }
    }

    /// The rule that a reference to nothing breaks; nil for what nothing refers to.
    var undefined: RuleID? {
        switch self {
        case .subDistrict, .neighbour: .undefinedSubDistrict
        case .community: .undefinedCommunity
        case .dutyPlace: .undefinedPlace
        case .member: .undefinedMember
        case .sourceKind, .sourceTitle: .undefinedSourceKind
        case .source: .undefinedSource
        case .measure: .undefinedMeasure
        case .person: .undefinedPerson
        case .post: .undefinedPost
        case .shift: .undefinedShift
        case .skill: .undefinedSkill
        case .line: .undefinedLine
        case .targetSet, .gradingSet, .airQualityScale, .exemptionSet, .ratingTable: .undefinedRuleSet
        case .enterprise: nil
        }
    }

    /// The kind under which such names are looked up: a kind of source is meant by its id or by its title, and a
    /// neighbour is a sub-district that is not the file's own.
    var names: NameKind {
        switch self {
        case .sourceTitle: .sourceKind
        case .neighbour: .subDistrict
        default: self
        }
    }

    /// Whether such names are known within their own file or sub-district, and not everywhere.
    var isLocal: Bool { [.community, .dutyPlace, .person, .line].contains(self) }

    /// The kinds of file that define such things.
    var definedIn: Set<PlanFileKind> {
        switch self {
        case .subDistrict, .neighbour, .member: [.district]
        case .community: [.subDistrict]
        case .dutyPlace: [.subDistrict, .enterprise]
        case .sourceKind, .sourceTitle: [.patrol]
        case .source: [.district, .subDistrict]
        case .measure: [.measures]
        case .person: [.people]
        case .post, .shift, .skill: [.duty]
        case .enterprise, .line: [.enterprise]
        case .targetSet: [.targets]
        case .gradingSet: [.grading]
        case .airQualityScale: [.airQuality]
        case .exemptionSet: [.exemptions]
        case .ratingTable: [.ratings]
        }
    }

    /// Rule sets, of which the program brings some along.
    static let ruleSets: [NameKind] = [
        .targetSet, .gradingSet, .airQualityScale, .exemptionSet, .ratingTable,
    ]
}

/// What one file defines and what it refers to, kept while it is read: also from records that have faults
/// of their own, so that one run finds every fault.
struct NameLedger: Sendable {
    struct Entry: Sendable {
        let kind: NameKind
        let name: String
        let place: SourceSpan
    }

    private(set) var definitions: [Entry] = []
    private(set) var references: [Entry] = []

    mutating func define(_ kind: NameKind, _ name: String, at place: SourceSpan) {
        definitions.append(Entry(kind: kind, name: name, place: place))
    }

    mutating func refer(to kind: NameKind, _ name: String, at place: SourceSpan) {
        references.append(Entry(kind: kind, name: name, place: place))
    }

    /// Without lines, which nothing outside their file speaks of.
    func withoutLocal() -> NameLedger {
        guard
            definitions.contains(where: { $0.kind == .line })
                || references.contains(where: { $0.kind == .line })
        else { return self }
        var rest = NameLedger()
        rest.definitions = definitions.filter { $0.kind != .line }
        rest.references = references.filter { $0.kind != .line }
        return rest
    }

    /// The sub-district that the file speaks of, for what is known only within one.
    var subDistrict: String? { references.first { $0.kind == .subDistrict }?.name }
}
