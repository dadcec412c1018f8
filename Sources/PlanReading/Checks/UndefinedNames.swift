import Diagnostics
import PlanModel

/// Whatever one place of the plan names must stand in another.
enum UndefinedNames: Check {
    static func findings(in draft: PlanDraft) -> [Diagnostic] {
        var names = NameBook(draft)
        for measure in draft.measures { names.check(measure) }
        for source in draft.districts.flatMap(\.sources) { names.check(source) }
        for list in draft.subDistricts { names.check(list) }
        for staff in draft.staffs { names.check(staff) }
        for enterprise in draft.enterprises { names.check(enterprise) }
        for duty in draft.duties { names.check(duty) }
        return names.findings
    }
}

/// Every name that something may refer to, and the references that found none.
private struct NameBook {
    private(set) var findings: [Diagnostic] = []
    private let subDistricts: Known<SubDistrict>
    private let members: Known<MemberUnit>
    private let kinds: Known<SourceKind>
    private let sources: Known<EmissionSource>
    private let measures: Known<Measure>
    private let posts: Known<Post>
    private let shifts: Known<Shift>
    private let communities: [Identifier<SubDistrict>: [SubDistrict.Community]]

    init(_ draft: PlanDraft) {
        subDistricts = Known(
            draft.districts.first.map(\.subDistricts), "街道", "sub-district", .undefinedSubDistrict)
        members = Known(
            draft.districts.first.map { $0.members.map { Located($0.id, at: $0.place) } }, "成员单位",
            "member unit",
            .undefinedMember)
        kinds = Known(
            draft.patrols.first.map {
                $0.kinds.flatMap { [$0.id, Located(Identifier($0.title), at: $0.id.place)] }
            },
            "点位类型", "kind of source", .undefinedSourceKind)
        sources = Known(
            draft.unread.isDisjoint(with: [.district, .subDistrict]) ? draft.sources.map(\.id) : nil, "点位",
            "source", .undefinedSource)
        measures = Known(
            draft.unread.contains(.measures) ? nil : draft.measures.map(\.id), "措施", "measure",
            .undefinedMeasure)
        posts = Known(draft.duties.first.map { $0.posts.map(\.id) }, "岗位", "post", .undefinedPost)
        shifts = Known(draft.duties.first.map { $0.shifts.map(\.id) }, "班次", "shift", .undefinedShift)
        communities = Dictionary(
            draft.subDistricts.map { ($0.name.value, $0.communities) },
            uniquingKeysWith: { first, _ in first })
    }

    mutating func check(_ measure: Measure) {
        members.check(measure.lead, &findings)
        switch measure.scope {
        case .everybody, .enterprises: break
        case .kinds(let names, _): for name in names { kinds.check(name, &findings) }
        case .sources(let names, _): for name in names { sources.check(name, &findings) }
        }
    }

    mutating func check(_ source: EmissionSource) {
        kinds.check(source.kind, &findings)
        members.check(source.lead, &findings)
        for exemption in source.exemptions { measures.check(exemption.measure, &findings) }
    }

    mutating func check(_ list: SubDistrict) {
        subDistricts.check(list.name, &findings)
        for source in list.sources {
            check(source)
            if let community = source.community { check(community, in: list.name.value) }
        }
    }

    mutating func check(_ staff: Staff) {
        subDistricts.check(staff.subDistrict, &findings)
        for person in staff.people {
            for post in person.posts { posts.check(post, &findings) }
            if let community = person.community { check(community, in: staff.subDistrict.value) }
        }
    }

    mutating func check(_ enterprise: Enterprise) {
        subDistricts.check(enterprise.subDistrict, &findings)
        members.check(enterprise.lead, &findings)
        check(enterprise.community, in: enterprise.subDistrict.value)
        for level in AlertLevel.allCases {
            let reserve = enterprise.reserve[level].map(\.measure)
            for measure in reserve.isEmpty ? enterprise.measures[level] : enterprise.measures[level] + reserve
            {
                if case .line(let line) = measure.target,
                    !enterprise.lines.contains(where: { $0.id == line.value })
                {
                    // A table of a handful of lines is made only for an enterprise that has such a fault.
                    let lines = enterprise.lines.map { Located($0.id, at: $0.place) }
                    Known(lines, "生产线", "line", RuleID.undefinedLine).check(line, &findings)
                }
                if measure.target == .transport, enterprise.transport == nil {
                    findings.append(
                        Diagnostic(
                            .undefinedLine,
                            Phrase(
                                zh: "本企业没有写 transport（运输）", en: "this enterprise has no 'transport'"),
                            at: measure.place))
                }
            }
        }
    }

    mutating func check(_ duty: DutyRules) {
        for level in AlertLevel.allCases {
            for shift in duty.rounds[level] { shifts.check(shift, &findings) }
        }
        for post in duty.posts { for shift in post.shifts ?? [] { shifts.check(shift, &findings) } }
    }

    private mutating func check(_ community: Located<SubDistrict.Community>, in name: Identifier<SubDistrict>)
    {
        guard let known = communities[name], !known.contains(community.value) else { return }
        let near = Nearest.name(to: community.value, among: known)
        findings.append(
            Diagnostic(
                .undefinedCommunity,
                Phrase(
                    zh: "\(name.text)没有名为“\(community.value)”的社区",
                    en: "'\(name.text)' has no community named '\(community.value)'"),
                at: community.place,
                help: near.map { Phrase(zh: "是不是“\($0)”？", en: "did you mean '\($0)'?") }
                    ?? Phrase(
                        zh: "清单里的社区：" + known.joined(separator: "、"),
                        en: "communities on its list: " + known.joined(separator: ", "))))
    }
}

/// The names of one kind of thing. Without the file that would define them nothing is complained of:
/// the missing file is the finding then.
private struct Known<Owner> {
    private let places: [Identifier<Owner>: SourceSpan]?
    private let names: [String]
    private let chinese: String
    private let english: String
    private let rule: RuleID

    init(_ all: [Located<Identifier<Owner>>]?, _ chinese: String, _ english: String, _ rule: RuleID) {
        places = all.map {
            Dictionary($0.map { ($0.value, $0.place) }, uniquingKeysWith: { first, _ in first })
        }
        names = all?.map(\.value.text) ?? []
        self.chinese = chinese
        self.english = english
        self.rule = rule
    }

    func check(_ name: Located<Identifier<Owner>>, _ findings: inout [Diagnostic]) {
        guard let places, places[name.value] == nil else { return }
        let near = Nearest.name(to: name.value.text, among: names)
        let place = near.flatMap { places[Identifier($0)]?.location }
        let help: Phrase? =
            if let near, let place {
                Phrase(zh: "是不是“\(near)”（\(place)）？", en: "did you mean '\(near)' (\(place))?")
            } else if names.count <= 20, !names.isEmpty {
                Phrase(
                    zh: "已有：" + names.joined(separator: "、"), en: "known: " + names.joined(separator: ", "))
            } else {
                nil
            }
        findings.append(
            Diagnostic(
                rule,
                Phrase(
                    zh: "没有名为“\(name.value.text)”的\(chinese)",
                    en: "no \(english) is named '\(name.value.text)'"),
                at: name.place, help: help))
    }
}
