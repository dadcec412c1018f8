import Diagnostics
import MarkedYAML
import PlanModel

extension DutyRules {
    private static let kind = Field("kind", "类型", .text)
    private static let certainty = Field("certainty", "把握", .certainty)
    private static let days = Field("days", "先排天数", .integer(1...14, example: "3"))
    private static let shifts = Field("shifts", "班次", Shift.shape.list())
    private static let skills = Field("skills", "技能", Skill.shape.list(), optional: true)
    private static let posts = Field("posts", "岗位", Post.shape.list())
    private static let rounds = Field(
        "rounds", "轮次",
        .perLevel(Shape.identifier(Shift.self, example: "day").referring(to: .shift).list(), missing: []))
    private static let rules = Field("rules", "规则", RestRules.shape)
    private static let weights = Field("weights", "权重", RosterWeights.shape, optional: true)
    private static let carried = Field("carried", "计入历次", .span, optional: true)

    static let shape = Shape<DutyRules>.record(
        fields(kind, certainty, days, shifts, skills, posts, rounds, rules, weights, carried)
    ) { record in
        let (certainty, days) = (record(certainty), record(days))
        let (shifts, skills, posts) = (record(shifts), record(skills) ?? [], record(posts))
        let (rounds, rules) = (record(rounds), record(rules))
        let (weights, carried) = (record(weights) ?? .even, record(carried))
        guard let certainty, let days, let shifts, let posts, let rounds, let rules else { return nil }
        return DutyRules(
            certainty: certainty, days: days, shifts: shifts, posts: posts, rounds: rounds, rest: rules,
            skills: skills, weights: weights, carried: carried, place: record.place)
    }
}

extension Shift {
    private static let id = Field("id", "编号", Shape.identifier(Shift.self, example: "day").defining(.shift))
    private static let title = Field("title", "标题", .text)
    private static let from = Field("from", "起", .clock)
    private static let to = Field("to", "止", .clock)
    private static let night = Field("night", "夜班", .flag, optional: true)

    static let shape = Shape<Shift>.record(fields(id, title, from, to, night)) { record in
        let (id, title) = (record(id), record(title))
        let (from, to) = (record(from), record(to))
        let night = record(night) ?? false
        guard let id, let title, let from, let to else { return nil }
        return Shift(id: id, title: title, from: from % 1440, to: to, isNight: night)
    }
}

extension DutyRules.RestRules {
    private static let rest = Field("rest", "休息", .span)
    private static let mostShifts = Field("mostShifts", "最多班数", .integer(1...1000, example: "5"))
    private static let within = Field("within", "窗口", .span)
    private static let consecutiveNights = Field(
        "consecutiveNights", "连续夜班", .integer(1...1000, example: "2"))
    private static let dayAfterNight = Field("dayAfterNight", "夜班次日", .flag, optional: true)

    static let shape = Shape<Self>.record(
        fields(rest, mostShifts, within, consecutiveNights, dayAfterNight)
    ) { record in
        let (rest, mostShifts) = (record(rest), record(mostShifts))
        let (within, nights) = (record(within), record(consecutiveNights))
        let dayAfterNight = record(dayAfterNight) ?? false
        guard let rest, let mostShifts, let within, let nights else { return nil }
        return Self(
            rest: rest, mostShifts: mostShifts, within: within, consecutiveNights: nights,
            dayAfterNight: dayAfterNight)
    }
}
