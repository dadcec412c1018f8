import Diagnostics
import MarkedYAML
import PlanModel

extension RatingTable {
    private static let kind = Field("kind", "类型", .text)
    private static let id = Field("id", "编号", .ruleSet(.ratingTable, example: "printing"), optional: true)
    private static let source = Field("source", "依据", .text)
    private static let certainty = Field("certainty", "把握", .certainty)
    private static let industries = Field(
        "industries", "行业代码", Shape<String>.industryBeginning.list(), optional: true)
    private static let pollutants = Field(
        "pollutants", "污染物", Shape<Pollutant>.pollutant.list(), optional: true)
    private static let voluntary = Field("voluntary", "自主减排", .grades, optional: true)
    private static let requirements = Field("requirements", "要求", Requirement.shape.list())

    static let shape = Shape<RatingTable>.record(
        fields(kind, id, source, certainty, industries, pollutants, voluntary, requirements)
    ) { record in
        let (id, source, certainty) = (record(id), record(source), record(certainty))
        let industries = record(industries)
        let pollutants = record(pollutants)
        let voluntary = record(voluntary) ?? []
        let requirements = record(requirements)
        for one in requirements ?? [] {
            if let grade = one.grades.first(where: voluntary.contains) {
                contradict(grade, at: one.place, record)
            }
        }
        guard let source, let certainty, let requirements else { return nil }
        return RatingTable(
            label: RuleSetLabel(
                id: id?.value, source: source, certainty: certainty, place: id?.place ?? record.place),
            industries: industries ?? [], pollutants: pollutants ?? Pollutant.allCases, voluntary: voluntary,
            requirements: requirements)
    }

    private static func contradict(_ grade: Rating.Grade, at place: SourceSpan, _ record: RecordReader) {
        record.context.report(
            .contradictoryKeys,
            Phrase(
                zh: "“\(grade.rawValue)”写在 voluntary（自主减排）里，这里又有要求",
                en: "'\(grade.rawValue)' stands under 'voluntary', and something is asked of it here"),
            at: place)
    }
}

extension RatingTable.Requirement {
    private static let grades = Field("grades", "等级", .grades, optional: true)
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

extension Shape where Value == [Rating.Grade] {
    fileprivate static let grades = Shape<Rating.Grade>.choice(Rating.Grade.self) { $0.rawValue }.list()
}
