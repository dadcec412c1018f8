import Diagnostics
import MarkedYAML
import PlanModel

extension PatrolRules {
    private static let kind = Field("kind", "类型", .text)
    private static let deadlines = Field("deadlines", "时限", Deadlines.shape)
    private static let enterprise = Field("enterprise", "企业", Guidance.shape)
    private static let kinds = Field("kinds", "点位类型", SourceKind.shape.list())

    static let shape = Shape<PatrolRules>.record(fields(kind, deadlines, enterprise, kinds)) { record in
        let deadlines = record(deadlines)
        let enterprise = record(enterprise)
        let kinds = record(kinds)
        guard let deadlines, let enterprise, let kinds else { return nil }
        return PatrolRules(deadlines: deadlines, enterprise: enterprise, kinds: kinds, place: record.place)
    }
}

extension PatrolRules.Deadlines {
    private static let verify = Field("verify", "核实", .span)
    private static let feedback = Field("feedback", "反馈", .span)
    private static let basis = Field("basis", "依据", .text)
    private static let certainty = Field("certainty", "把握", .certainty)

    static let shape = Shape<Self>.record(fields(verify, feedback, basis, certainty)) { record in
        let (verify, feedback) = (record(verify), record(feedback))
        let (basis, certainty) = (record(basis), record(certainty))
        guard let verify, let feedback, let basis, let certainty else { return nil }
        return Self(verify: verify, feedback: feedback, basis: basis, certainty: certainty)
    }
}

/// The three lists by which a patrol knows what to look at, the same for enterprises and for kinds of source.
private enum GuidanceFields {
    static let items = Field("items", "要点", Shape<String>.text.list())
    static let evidence = Field("evidence", "证据", Shape<String>.text.list(), optional: true)
    static let statutes = Field("statutes", "法条", Shape<String>.text.list(), optional: true)
    static let all = fields(items, evidence, statutes)
}

extension PatrolRules.Guidance {
    static let shape = Shape<Self>.record(GuidanceFields.all) { Self($0) }

    fileprivate init?(_ record: RecordReader) {
        let items = record(GuidanceFields.items)
        let evidence = record(GuidanceFields.evidence) ?? []
        let statutes = record(GuidanceFields.statutes) ?? []
        guard let items else { return nil }
        self.init(items: items, evidence: evidence, statutes: statutes)
    }
}

extension SourceKind {
    private static let id = Field(
        "id", "编号", Shape.identifier(SourceKind.self, example: "housing-site").defining(.sourceKind))
    private static let title = Field("title", "标题", .text)
    private static let sector = Field("sector", "行业", .sector)

    static let shape = Shape<SourceKind>.record(fields(id, title, sector) + GuidanceFields.all) { record in
        let (id, title, sector) = (record(id), record(title), record(sector))
        let guidance = PatrolRules.Guidance(record)
        if let title, let place = record.node(of: Self.title)?.span {
            record.context.names.define(.sourceTitle, title, at: place)
        }
        guard let id, let title, let sector, let guidance else { return nil }
        return SourceKind(id: id, title: title, sector: sector, guidance: guidance)
    }
}
