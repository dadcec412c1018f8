import Diagnostics
import MarkedYAML
import PlanModel

extension RuleChoice {
    private static let targets = Field(
        "targets", "目标", .ruleSetNamed(.targetSet, example: "national-2019"), optional: true)

    private static let grading = Field(
        "grading", "预警分级", .ruleSetNamed(.gradingSet, example: "beijing-2023"), optional: true)
    private static let airQuality = Field(
        "aqi", "空气质量指数", .ruleSetNamed(.airQualityScale, example: "hj633-2026"), optional: true)
    private static let exemptions = Field(
        "exemptions", "豁免类别", .ruleSetNamed(.exemptionSet, example: "henan-2019"), optional: true)
    private static let ratings = Field(
        "ratings", "绩效要求", Shape.ruleSetNamed(.ratingTable, example: "flat-glass").list(), optional: true)

    static let shape = Shape<RuleChoice>.record(fields(targets, grading, airQuality, exemptions, ratings)) {
        record in
        let (targets, grading, airQuality) = (record(targets), record(grading), record(airQuality))
        let exemptions = record(exemptions)
        let ratings = record(ratings)
        return RuleChoice(
            targets: targets, grading: grading, airQuality: airQuality, exemptions: exemptions,
            ratings: ratings ?? [])
    }
}

extension Shape where Value == Located<RuleSetID> {
    /// The name that a rule set gives itself.
    static func ruleSet(_ kind: NameKind, example: String) -> Shape {
        Shape.identifier(RuleSetLabel.self, example: example).defining(kind)
    }

    /// The name of a rule set that must be there, in the plans or among those that the program brings along.
    static func ruleSetNamed(_ kind: NameKind, example: String) -> Shape {
        Shape.identifier(RuleSetLabel.self, example: example).referring(to: kind)
    }
}

extension RuleSetLabel {
    /// What a rule set's file says of itself; nil when something of it could not be read.
    init?(_ id: Located<RuleSetID>?, _ source: String?, _ certainty: Certainty?) {
        guard let id, let source, let certainty else { return nil }
        self.init(id: id.value, source: source, certainty: certainty, place: id.place)
    }
}
