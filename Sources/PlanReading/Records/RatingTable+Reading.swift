import Diagnostics
import MarkedYAML
import PlanModel

extension RatingTable {
    private static let kind = Field("kind", "类型", .text)
    private static let source = Field("source", "依据", .text)
    private static let certainty = Field("certainty", "把握", .certainty)
    private static let industries = Field(
        "industries", "行业代码", Shape<String>.industryBeginning.list(), optional: true)
    private static let pollutants = Field(
        "pollutants", "污染物", Shape<Pollutant>.pollutant.list(), optional: true)
    private static let requirements = Field("requirements", "要求", Requirement.shape.list())

    static let shape = Shape<RatingTable>.record(
        fields(kind, source, certainty, industries, pollutants, requirements)
    ) { record in
        let (source, certainty) = (record(source), record(certainty))
        let industries = record(industries)
        let pollutants = record(pollutants)
        let requirements = record(requirements)
        guard let source, let certainty, let requirements else { return nil }
        return RatingTable(
            source: source, certainty: certainty, industries: industries ?? [],
            pollutants: pollutants ?? Pollutant.allCases, requirements: requirements)
    }
}

extension RatingTable.Requirement {
    private static let grades = Field(
        "grades", "等级", Shape<Rating.Grade>.choice(Rating.Grade.self) { $0.rawValue }.list(), optional: true)
    private static let restricted = Field("restricted", "限制类", .flag, optional: true)
    private static let least = Field("least", "最低减排", .perLevel(Shape<Share>.percent))

    static let shape = Shape<Self>.record(fields(grades, restricted, least)) { record in
        let grades = record(grades)
        let restricted = record(restricted) ?? false
        let least = record(least)
        guard let least else { return nil }
        guard record.has(Self.grades) != restricted else {
            record.context.report(
                .contradictoryKeys,
                Phrase(
                    zh: "grades（等级）和 restricted: true（限制类）写且只写一个",
                    en: "exactly one of 'grades' and 'restricted: true' is needed"),
                at: record.place)
            return nil
        }
        guard grades != nil || restricted else { return nil }
        return Self(
            grades: grades ?? [], isForRestricted: restricted, least: least, place: record.place)
    }
}
