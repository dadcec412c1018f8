import Diagnostics
import MarkedYAML
import PlanModel

/// The file of measures of one sector.
struct MeasureCatalogue {
    private static let kind = Field("kind", "类型", .text)
    private static let sector = Field("sector", "行业", .sector)
    private static let measures = Field("measures", "措施", Shape<Measure.InSector>.measure.list())

    static let shape = Shape<[Measure]>.record(fields(kind, sector, measures)) { record in
        let sector = record(sector)
        let measures = record(measures)
        guard let sector, let measures else { return nil }
        return measures.map { $0(sector) }
    }
}

extension Measure {
    /// A measure that waits to be told the sector of its file.
    typealias InSector = @Sendable (Sector) -> Measure

    fileprivate static let id = Field(
        "id", "编号", Shape.identifier(Measure.self, example: "stop-earthwork").defining(.measure))
    fileprivate static let title = Field("title", "标题", .text)
    fileprivate static let group = Field("class", "类别", .choice(Group.self) { $0.title.chinese })
    fileprivate static let levels = Field("levels", "级别", .levels)
    fileprivate static let scope = Field("appliesTo", "适用", Scope.shape, optional: true)
    fileprivate static let cuts = Field(
        "cuts", "削减", Shape<[Pollutant: Share]>.byPollutant(.percent), optional: true)
    fileprivate static let lead = Field(
        "lead", "牵头单位", Shape.identifier(MemberUnit.self, example: "hc").referring(to: .member))
    fileprivate static let basis = Field("basis", "依据", .text)
    fileprivate static let certainty = Field("certainty", "把握", .certainty)
    fileprivate static let checks = Field("checks", "检查要点", Shape<String>.text.list(), optional: true)
    fileprivate static let evidence = Field("evidence", "证据", Shape<String>.text.list(), optional: true)

    fileprivate static let allFields = fields(
        id, title, group, levels, scope, cuts, lead, basis, certainty, checks, evidence)
}

extension Shape where Value == Measure.InSector {
    fileprivate static let measure = Shape.record(named: Form.Name("measure"), Measure.allFields) { record in
        let (id, title, group) = (record(Measure.id), record(Measure.title), record(Measure.group))
        let (levels, scope) = (record(Measure.levels), record(Measure.scope))
        let cuts = record(Measure.cuts) ?? [:]
        let cutsPlace = cuts.isEmpty ? nil : record.node(of: Measure.cuts)?.span
        let (lead, basis, certainty) = (
            record(Measure.lead), record(Measure.basis), record(Measure.certainty)
        )
        let checks = record(Measure.checks) ?? []
        let evidence = record(Measure.evidence) ?? []
        guard let id, let title, let group, let levels, let lead, let basis, let certainty else { return nil }
        guard scope != nil || !record.has(Measure.scope) else { return nil }
        guard cuts.isEmpty || mayCut(group, scope, record) else { return nil }
        return { sector in
            Measure(
                id: id, title: title, group: group, sector: sector, levels: levels,
                scope: scope ?? .everybody,
                cuts: cuts, cutsPlace: cutsPlace, lead: lead, basis: basis, certainty: certainty,
                checks: checks, evidence: evidence
            )
        }
    }

    /// Whether a measure of this class and scope may claim a cut; complains if not.
    private static func mayCut(_ group: Measure.Group, _ scope: Measure.Scope?, _ record: RecordReader)
        -> Bool
    {
        let place = record.node(of: Measure.cuts)?.span ?? record.place
        if group != .mandatory {
            record.context.report(
                .contradictoryKeys,
                Phrase(
                    zh: "只有强制性措施可以写削减", en: "only a mandatory measure may claim a cut"),
                at: place, help: Phrase(zh: "删去 cuts，或改 class", en: "delete 'cuts', or change 'class'"))
            return false
        }
        switch scope {
        case .kinds, .sources: return true
        case .enterprises, .everybody, nil:
            record.context.report(
                .contradictoryKeys,
                Phrase(
                    zh: "不落到点位的措施不能写削减", en: "a measure that reaches no source cannot claim a cut"),
                at: place,
                help: Phrase(
                    zh: "企业减多少写在各厂方案里；其它措施用 kinds 或 sources 写明点位",
                    en: "an enterprise's cuts stand in its own plan; name 'kinds' or 'sources' for others"))
            return false
        }
    }
}

extension Measure.Scope {
    private static let enterprises = Field("enterprises", "企业", .flag, optional: true)
    private static let kinds = Field(
        "kinds", "点位类型",
        Shape.identifier(SourceKind.self, example: "housing-site").referring(to: .sourceKind).list(),
        optional: true)
    private static let sources = Field(
        "sources", "点位编号",
        Shape.identifier(EmissionSource.self, example: "petrol-1-2").referring(to: .source).list(),
        optional: true
    )
    private static let part = Field(
        "part", "部分", .choice(Measure.Part.self) { $0.title.chinese }, optional: true)
    private static let onlyRated = Field("onlyRated", "仅限评级", Shape<String>.text.list(), optional: true)
    private static let unlessRated = Field("unlessRated", "评级除外", Shape<String>.text.list(), optional: true)

    static let shape = Shape<Measure.Scope>.record(
        fields(enterprises, kinds, sources, part, onlyRated, unlessRated)
    ) { record in
        let isForEnterprises = record(enterprises) ?? false
        let (kinds, sources) = (record(kinds), record(sources))
        let selection = Measure.Selection(
            part: record(part) ?? .site, onlyRated: record(onlyRated) ?? [],
            unlessRated: record(unlessRated) ?? [])
        switch (isForEnterprises, kinds, sources) {
        case (true, nil, nil): return .enterprises(selection)
        case (false, let kinds?, nil): return .kinds(kinds, selection)
        case (false, nil, let sources?): return .sources(sources, selection)
        default:
            guard (kinds != nil) == record.has(Self.kinds), (sources != nil) == record.has(Self.sources)
            else {
                return nil
            }
            record.context.report(
                .contradictoryKeys,
                Phrase(
                    zh: "enterprises、kinds、sources 要写且只写一个",
                    en: "exactly one of 'enterprises', 'kinds' and 'sources' is needed"),
                at: record.place,
                help: Phrase(
                    zh: "面向公众的措施删去整个 appliesTo",
                    en: "for a measure that addresses everybody, delete 'appliesTo' altogether"))
            return nil
        }
    }
}
