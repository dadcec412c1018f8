import Diagnostics
import MarkedYAML
import PlanModel

extension District {
    private static let kind = Field("kind", "类型", .text)
    private static let name = Field(
        "name", "名称", .words(Phrase(zh: "区名", en: "the district's name"), example: "西城区"))
    private static let code = Field("code", "代码", .districtCode)
    private static let targets = Field("targets", "目标", Targets.shape)
    private static let baseline = Field("baseline", "基线", Baseline.shape)
    private static let standards = Field("standards", "管理要求", Standards.shape, optional: true)
    private static let members = Field("members", "成员单位", MemberUnit.shape.list())
    private static let sources = Field("sources", "点位", EmissionSource.districtShape.list(), optional: true)
    private static let subDistricts = Field(
        "subDistricts", "街道", Shape.identifier(SubDistrict.self, example: "月坛").defining(.subDistrict).list())

    static let shape = Shape<District>.record(
        fields(kind, name, code, targets, baseline, standards, members, sources, subDistricts)
    ) { record in
        let name = record(name)
        let code = record(code)
        let targets = record(targets)
        let baseline = record(baseline)
        let standards = record(standards)
        let members = record(members)
        let sources = record(sources) ?? []
        let subDistricts = record(subDistricts)
        guard let name, let code, let targets, let baseline, let members, let subDistricts else { return nil }
        return District(
            name: name, code: code, targets: targets, baseline: baseline, standards: standards,
            members: members,
            sources: sources,
            subDistricts: subDistricts, place: record.place)
    }
}

extension Targets {
    private static let source = Field("source", "依据", .text)
    private static let certainty = Field("certainty", "把握", .certainty)
    private static let yellow = Field("yellow", "黄色", .everyPollutant(.percent))
    private static let orange = Field("orange", "橙色", .everyPollutant(.percent))
    private static let red = Field("red", "红色", .everyPollutant(.percent))
    private static let pooled = Field("pooled", "可内部调整", Shape<Pollutant>.pollutant.list(), optional: true)

    static let shape = Shape<Targets>.record(fields(source, certainty, yellow, orange, red, pooled)) {
        record in
        let source = record(source)
        let certainty = record(certainty)
        let (yellow, orange, red) = (record(yellow), record(orange), record(red))
        let pooled = record(pooled) ?? []
        if ![0, 2].contains(Set(pooled).count) || Set(pooled).count != pooled.count {
            record.context.report(
                .numberOutOfRange,
                Phrase(zh: "可内部调整的是两种污染物", en: "a pool is made of two pollutants"),
                at: record.node(of: Self.pooled)?.span ?? record.place,
                help: Phrase(
                    zh: "如 pooled: [SO2, NOx]，或删去这一行", en: "such as pooled: [SO2, NOx], or delete the line"))
        }
        guard let source, let certainty, let yellow, let orange, let red else { return nil }
        return Targets(
            source: source, certainty: certainty,
            ratios: PerLevel(yellow: yellow, orange: orange, red: red),
            pooled: Pollutant.allCases.filter(pooled.contains), place: record.place,
            ratioPlaces: PerLevel { level in
                let field =
                    switch level {
                    case .yellow: Self.yellow
                    case .orange: Self.orange
                    case .red: Self.red
                    }
                return record.node(of: field)?.span ?? record.place
            })
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
