import Diagnostics
import MarkedYAML
import PlanModel

/// A district as its file states it: what it leaves to rule sets is not known from the file alone.
struct StatedDistrict: Sendable {
    let name: String
    let code: String
    let rules: RuleChoice
    /// nil when all targets come from a rule set.
    let targets: StatedTargets?
    let baseline: Baseline
    let standards: Standards?
    let members: [MemberUnit]
    let sources: [EmissionSource]
    let subDistricts: [Located<Identifier<SubDistrict>>]
    let place: SourceSpan

    /// The district, its targets completed by the rule set that it names.
    /// - Returns: nil when neither says the target of some level.
    func completed(by book: RuleBook) -> District? {
        targets(completedBy: book).map { targets in
            District(
                name: name, code: code, targets: targets, baseline: baseline, standards: standards,
                members: members, sources: sources, subDistricts: subDistricts, place: place)
        }
    }

    func targets(completedBy book: RuleBook) -> Targets? {
        Targets(targets, completedBy: book.targets, at: targets?.place ?? rules.targets?.place ?? place)
    }
}

extension StatedDistrict {
    private static let kind = Field("kind", "类型", .text)
    private static let name = Field(
        "name", "名称", .words(Phrase(zh: "区名", en: "the district's name"), example: "西城区"))
    private static let code = Field("code", "代码", .districtCode)
    private static let rules = Field("rules", "规则", RuleChoice.shape, optional: true)
    private static let targets = Field("targets", "目标", StatedTargets.shape, optional: true)
    private static let baseline = Field("baseline", "基线", Baseline.shape)
    private static let standards = Field("standards", "管理要求", Standards.shape, optional: true)
    private static let members = Field("members", "成员单位", MemberUnit.shape.list())
    private static let sources = Field("sources", "点位", EmissionSource.districtShape.list(), optional: true)
    private static let subDistricts = Field(
        "subDistricts", "街道", Shape.identifier(SubDistrict.self, example: "月坛").defining(.subDistrict).list())

    static let shape = Shape<StatedDistrict>.record(
        fields(kind, name, code, rules, targets, baseline, standards, members, sources, subDistricts)
    ) { record in
        let name = record(name)
        let code = record(code)
        let rules = record(rules)
        let targets = record(targets)
        let baseline = record(baseline)
        let standards = record(standards)
        let members = record(members)
        let sources = record(sources) ?? []
        let subDistricts = record(subDistricts)
        // A choice with faults may be meant to name the set.
        let namesSet = rules?.targets != nil || record.has(Self.rules) && rules == nil
        let leavesOut = record.has(Self.targets) ? targets.map { !$0.isWhole } ?? false : true
        if leavesOut, !namesSet {
            reportMissing(targets, record)
            return nil
        }
        guard let name, let code, let baseline, let members, let subDistricts,
            targets != nil || !record.has(Self.targets), rules != nil || !record.has(Self.rules)
        else { return nil }
        return StatedDistrict(
            name: name, code: code, rules: rules ?? .none, targets: targets, baseline: baseline,
            standards: standards, members: members, sources: sources, subDistricts: subDistricts,
            place: record.place)
    }

    /// Complains of targets that stand neither in the file nor in a rule set.
    private static func reportMissing(_ stated: StatedTargets?, _ record: RecordReader) {
        let place = stated?.place ?? record.place
        let levels = AlertLevel.allCases.filter { stated?.ratios[$0] == nil }.map(\.title)
        record.context.report(
            .missingKey,
            Phrase(
                zh: "没有写\(levels.map(\.chinese).joined(separator: "、"))的目标，也没有用 rules 指定目标集",
                en:
                    "no target for \(levels.map(\.english).joined(separator: ", ")), neither under 'targets' nor by a set that 'rules' names"
            ),
            at: SourceSpan(file: place.file, start: place.start, end: place.start),
            help: Phrase(
                zh: "写明各级目标，或加一行 rules: {targets: national-2019}",
                en: "write the target of every level, or add 'rules: {targets: national-2019}'"))
    }
}

extension Baseline {
    private static let year = Field("year", "年份", .integer(2000...2999, example: "2025"))
    private static let method = Field("method", "折算方法", .text)
    private static let certainty = Field("certainty", "把握", .certainty)
    private static let emissions = Field("emissions", "排放量", .everyPollutant(.denominator))

    static let shape = Shape<Baseline>.record(fields(year, method, certainty, emissions)) { record in
        let year = record(year)
        let method = record(method)
        let certainty = record(certainty)
        let emissions = record(emissions)
        guard let year, let method, let certainty, let emissions else { return nil }
        return Baseline(
            year: year, method: method, certainty: certainty, emissions: emissions,
            place: record.node(of: Self.emissions)?.span ?? record.place)
    }
}

extension Shape where Value == MassRate {
    /// An emission to divide by: more than nothing.
    fileprivate static let denominator = Shape(Shape.aboveZeroForm) { node, context in
        guard let rate = Shape.massRate.read(node, context) else { return nil }
        guard rate > .zero else {
            context.report(
                .numberOutOfRange,
                Phrase(
                    zh: "基线不能是零，比例要以它为分母", en: "a baseline cannot be nothing: ratios are divided by it"),
                at: node.span)
            return nil
        }
        return rate
    }
}

extension MemberUnit {
    private static let id = Field(
        "id", "编号", Shape.identifier(MemberUnit.self, example: "ee").defining(.member))
    private static let name = Field("name", "名称", .text)
    private static let phone = Field("phone", "电话", .phone)

    static let shape = Shape<MemberUnit>.record(fields(id, name, phone)) { record in
        let id = record(id)
        let name = record(name)
        let phone = record(phone)
        guard let id, let name, let phone else { return nil }
        return MemberUnit(id: id.value, name: name, phone: phone, place: id.place)
    }
}
