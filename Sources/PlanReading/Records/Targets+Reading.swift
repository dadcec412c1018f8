import Diagnostics
import MarkedYAML
import PlanModel

extension StatedTargets {
    private static let source = Field("source", "依据", .text)
    private static let certainty = Field("certainty", "把握", .certainty)
    private static let yellow = Field("yellow", "黄色", .everyPollutant(.percent), optional: true)
    private static let orange = Field("orange", "橙色", .everyPollutant(.percent), optional: true)
    private static let red = Field("red", "红色", .everyPollutant(.percent), optional: true)
    private static let pooled = Field("pooled", "可内部调整", .pool, optional: true)

    static let shape = Shape<StatedTargets>.record(
        named: Form.Name("targets"), fields(source, certainty, yellow, orange, red, pooled)
    ) { record in
        let source = record(source)
        let certainty = record(certainty)
        let levels = (record(yellow), record(orange), record(red))
        let pooled = record(pooled)
        guard let source, let certainty,
            levels.0 != nil || !record.has(Self.yellow), levels.1 != nil || !record.has(Self.orange),
            levels.2 != nil || !record.has(Self.red)
        else { return nil }
        return StatedTargets(
            source: source, certainty: certainty,
            ratios: PerLevel(yellow: levels.0, orange: levels.1, red: levels.2), pooled: pooled,
            place: record.place,
            ratioPlaces: PerLevel(
                yellow: record.node(of: Self.yellow)?.span, orange: record.node(of: Self.orange)?.span,
                red: record.node(of: Self.red)?.span))
    }
}

extension TargetSet {
    private static let kind = Field("kind", "类型", .text)
    private static let id = Field("id", "编号", .ruleSet(.targetSet, example: "national-2019"))
    private static let source = Field("source", "依据", .text)
    private static let certainty = Field("certainty", "把握", .certainty)
    private static let yellow = Field("yellow", "黄色", .everyPollutant(.percent))
    private static let orange = Field("orange", "橙色", .everyPollutant(.percent))
    private static let red = Field("red", "红色", .everyPollutant(.percent))
    private static let pooled = Field("pooled", "可内部调整", .pool, optional: true)

    static let shape = Shape<TargetSet>.record(
        fields(kind, id, source, certainty, yellow, orange, red, pooled)
    ) { record in
        let (id, source, certainty) = (record(id), record(source), record(certainty))
        let (yellow, orange, red) = (record(yellow), record(orange), record(red))
        let pooled = record(pooled)
        guard let label = RuleSetLabel(id, source, certainty), let yellow, let orange, let red else {
            return nil
        }
        return TargetSet(
            label: label, ratios: PerLevel(yellow: yellow, orange: orange, red: red), pooled: pooled ?? [],
            ratioPlaces: PerLevel(
                yellow: record.node(of: Self.yellow)?.span ?? record.place,
                orange: record.node(of: Self.orange)?.span ?? record.place,
                red: record.node(of: Self.red)?.span ?? record.place))
    }
}

extension Shape where Value == [Pollutant] {
    /// Two pollutants that may make up for each other, or none, in the order of all pollutants.
    fileprivate static let pool: Shape = {
        let list = Shape<Pollutant>.pollutant.list()
        return Shape(list.form) { node, context in
            guard let pooled = list.read(node, context) else { return nil }
            if ![0, 2].contains(Set(pooled).count) || Set(pooled).count != pooled.count {
                context.report(
                    .numberOutOfRange,
                    Phrase(zh: "可内部调整的是两种污染物", en: "a pool is made of two pollutants"), at: node.span,
                    help: Phrase(
                        zh: "如 pooled: [SO2, NOx]，或删去这一行",
                        en: "such as pooled: [SO2, NOx], or delete the line"))
            }
            return Pollutant.allCases.filter(pooled.contains)
        }
    }()
}
