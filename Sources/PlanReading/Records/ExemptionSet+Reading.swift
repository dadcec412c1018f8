import Diagnostics
import MarkedYAML
import PlanModel

extension ExemptionSet {
    private static let kind = Field("kind", "类型", .text)
    private static let id = Field("id", "编号", .ruleSet(.exemptionSet, example: "henan-2019"))
    private static let source = Field("source", "依据", .text)
    private static let certainty = Field("certainty", "把握", .certainty)
    private static let kinds = Field("kinds", "类别", Kind.shape.list())

    static let shape = Shape<ExemptionSet>.record(fields(kind, id, source, certainty, kinds)) { record in
        let (id, source, certainty) = (record(id), record(source), record(certainty))
        let kinds = record(kinds)
        guard let label = RuleSetLabel(id, source, certainty), let kinds else { return nil }
        return ExemptionSet(label: label, kinds: kinds.map { $0.rule(in: label) })
    }

    /// A kind as its entry states it; what it does not say of its certainty the set says.
    private struct Kind: Sendable {
        let name: String
        let levels: Set<AlertLevel>
        let needsMaxLoad: Bool
        let certainty: Certainty?
        let note: String?
        let place: SourceSpan

        private static let name = Field("name", "名称", .text)
        private static let levels = Field("levels", "级别", .levels)
        private static let needsMaxLoad = Field("needsMaxLoad", "须有最大负荷", .flag, optional: true)
        private static let certainty = Field("certainty", "把握", .certainty, optional: true)
        private static let note = Field("note", "说明", .text, optional: true)

        static let shape = Shape<Kind>.record(
            named: Form.Name("exemptionKind"), fields(name, levels, needsMaxLoad, certainty, note)
        ) { record in
            let (name, levels) = (record(name), record(levels))
            let needsMaxLoad = record(needsMaxLoad) ?? false
            let (certainty, note) = (record(certainty), record(note))
            guard let name, let levels else { return nil }
            return Kind(
                name: name, levels: levels, needsMaxLoad: needsMaxLoad, certainty: certainty, note: note,
                place: record.place)
        }

        func rule(in label: RuleSetLabel) -> ExemptionRule {
            ExemptionRule(
                name: name, levels: levels, needsMaxLoad: needsMaxLoad,
                certainty: certainty ?? label.certainty, note: note, place: place)
        }
    }
}
