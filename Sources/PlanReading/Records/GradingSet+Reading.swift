import Diagnostics
import MarkedYAML
import PlanModel

extension GradingSet {
    private static let kind = Field("kind", "类型", .text)
    private static let id = Field("id", "编号", .ruleSet(.gradingSet, example: "beijing-2023"))
    private static let source = Field("source", "依据", .text)
    private static let certainty = Field("certainty", "把握", .certainty)
    private static let yellow = Field("yellow", "黄色", StatedAlternative.shape.list())
    private static let orange = Field("orange", "橙色", StatedAlternative.shape.list())
    private static let red = Field("red", "红色", StatedAlternative.shape.list())
    private static let lift = Field("lift", "解除", Lift.shape, optional: true)

    static let shape = Shape<GradingSet>.record(
        fields(kind, id, source, certainty, yellow, orange, red, lift)
    ) { record in
        let (id, source, certainty) = (record(id), record(source), record(certainty))
        let (yellow, orange, red) = (record(yellow), record(orange), record(red))
        let lift = record(lift)
        guard let label = RuleSetLabel(id, source, certainty), let yellow, let orange, let red else {
            return nil
        }
        let levels = PerLevel(yellow: yellow, orange: orange, red: red)
        return GradingSet(
            label: label, levels: PerLevel { levels[$0].map { $0.alternative(in: label) } }, lift: lift)
    }
}

/// An alternative as its entry states it; what its conditions do not say of their certainty the set says.
private struct StatedAlternative: Sendable {
    let conditions: [StatedCondition]
    let place: SourceSpan

    private static let all = Field("all", "同时", StatedCondition.shape.list())

    static let shape = Shape<StatedAlternative>.record(named: Form.Name("alternative"), fields(all)) {
        record in
        guard let conditions = record(all) else { return nil }
        // Without a condition it would always be met.
        guard !conditions.isEmpty else {
            record.context.report(
                .missingValue, Phrase(zh: "没有写条件", en: "there is no condition here"), at: record.place,
                help: Phrase(
                    zh: "如 all: [{above: 200, for: 48 h}]", en: "such as all: [{above: 200, for: 48 h}]"))
            return nil
        }
        return StatedAlternative(conditions: conditions, place: record.place)
    }

    func alternative(in label: RuleSetLabel) -> GradingSet.Alternative {
        GradingSet.Alternative(
            conditions: conditions.map { condition in
                GradingSet.Condition(
                    what: condition.what, lasting: condition.lasting,
                    certainty: condition.certainty ?? label.certainty, place: condition.place)
            }, place: place)
    }
}

private struct StatedCondition: Sendable {
    let what: GradingSet.Condition.What
    let lasting: Span?
    let certainty: Certainty?
    let place: SourceSpan

    private static let above = Field("above", "大于", .integer(0...500, example: "200"), optional: true)
    private static let reaching = Field("reaching", "达到", .integer(0...500, example: "500"), optional: true)
    private static let event = Field("event", "情形", .text, optional: true)
    private static let lasting = Field("for", "持续", .span, optional: true)
    private static let certainty = Field("certainty", "把握", .certainty, optional: true)

    static let shape = Shape<StatedCondition>.record(
        named: Form.Name("condition"), fields(above, reaching, event, lasting, certainty)
    ) { record in
        let (above, reaching, event) = (record(above), record(reaching), record(event))
        let (lasting, certainty) = (record(lasting), record(certainty))
        let stated = [record.has(Self.above), record.has(Self.reaching), record.has(Self.event)]
        guard stated.count(where: { $0 }) == 1 else {
            record.context.report(
                .contradictoryKeys,
                Phrase(
                    zh: "above（大于）、reaching（达到）、event（情形）写且只写一个",
                    en: "exactly one of 'above', 'reaching' and 'event' is needed"), at: record.place,
                help: Phrase(zh: "如 {above: 200, for: 48 h}", en: "such as {above: 200, for: 48 h}"))
            return nil
        }
        let what: GradingSet.Condition.What? =
            above.map { .above($0) } ?? reaching.map { .reaching($0) } ?? event.map { .event($0) }
        return what.map {
            StatedCondition(what: $0, lasting: lasting, certainty: certainty, place: record.place)
        }
    }
}

extension GradingSet.Lift {
    private static let clear = Field("clear", "低于黄色条件", .span)
    private static let source = Field("source", "依据", .text)
    private static let certainty = Field("certainty", "把握", .certainty)

    static let shape = Shape<Self>.record(fields(clear, source, certainty)) { record in
        let (clear, source, certainty) = (record(clear), record(source), record(certainty))
        guard let clear, let source, let certainty else { return nil }
        return Self(clear: clear, source: source, certainty: certainty)
    }
}
