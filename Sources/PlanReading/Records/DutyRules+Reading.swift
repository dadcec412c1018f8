import Diagnostics
import MarkedYAML
import PlanModel

extension DutyRules {
    private static let kind = Field("kind", "类型", .text)
    private static let certainty = Field("certainty", "把握", .certainty)
    private static let days = Field("days", "先排天数", .integer(1...14, example: "3"))
    private static let shifts = Field("shifts", "班次", Shift.shape.list())
    private static let posts = Field("posts", "岗位", Post.shape.list())
    private static let rounds = Field(
        "rounds", "轮次",
        .perLevel(Shape.identifier(Shift.self, example: "day").referring(to: .shift).list(), missing: []))
    private static let rules = Field("rules", "规则", RestRules.shape)

    static let shape = Shape<DutyRules>.record(fields(kind, certainty, days, shifts, posts, rounds, rules)) {
        record in
        let (certainty, days) = (record(certainty), record(days))
        let (shifts, posts) = (record(shifts), record(posts))
        let (rounds, rules) = (record(rounds), record(rules))
        guard let certainty, let days, let shifts, let posts, let rounds, let rules else { return nil }
        return DutyRules(
            certainty: certainty, days: days, shifts: shifts, posts: posts, rounds: rounds, rest: rules,
            place: record.place)
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

extension Post {
    private static let id = Field("id", "编号", Shape.identifier(Post.self, example: "officer").defining(.post))
    private static let title = Field("title", "标题", .text)
    private static let per = Field("per", "范围", .choice(Place.self) { $0.title.chinese })
    private static let need = Field("need", "人数", .perLevel(.integer(0...1000, example: "2"), missing: 0))
    private static let shifts = Field(
        "shifts", "班次", Shape.identifier(Shift.self, example: "day").referring(to: .shift).list(),
        optional: true)

    static let shape = Shape<Post>.record(fields(id, title, per, need, shifts)) { record in
        let (id, title) = (record(id), record(title))
        let (per, need, shifts) = (record(per), record(need), record(shifts))
        guard let id, let title, let per, let need else { return nil }
        return Post(id: id, title: title, per: per, need: need, shifts: shifts)
    }
}

extension DutyRules.RestRules {
    private static let rest = Field("rest", "休息", .span)
    private static let mostShifts = Field("mostShifts", "最多班数", .integer(1...1000, example: "5"))
    private static let within = Field("within", "窗口", .span)
    private static let consecutiveNights = Field(
        "consecutiveNights", "连续夜班", .integer(1...1000, example: "2"))

    static let shape = Shape<Self>.record(fields(rest, mostShifts, within, consecutiveNights)) { record in
        let (rest, mostShifts) = (record(rest), record(mostShifts))
        let (within, nights) = (record(within), record(consecutiveNights))
        guard let rest, let mostShifts, let within, let nights else { return nil }
        return Self(rest: rest, mostShifts: mostShifts, within: within, consecutiveNights: nights)
    }
}
