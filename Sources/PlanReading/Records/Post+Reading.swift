import Diagnostics
import MarkedYAML
import PlanModel

extension Post {
    private static let id = Field("id", "编号", Shape.identifier(Post.self, example: "officer").defining(.post))
    private static let title = Field("title", "标题", .text)
    private static let per = Field("per", "范围", .choice(Place.self) { $0.title.chinese })
    private static let need = Field("need", "人数", .perLevel(.integer(0...1000, example: "2"), missing: 0))
    private static let shifts = Field(
        "shifts", "班次", Shape.identifier(Shift.self, example: "day").referring(to: .shift).list(),
        optional: true)
    private static let local = Field("local", "熟悉社区", .integer(0...1000, example: "1"), optional: true)
    private static let skills = Field("skills", "技能", SkillNeed.shape.list(), optional: true)
    private static let standby = Field("standby", "备岗", .flag, optional: true)

    static let shape = Shape<Post>.record(
        fields(id, title, per, need, shifts, local, skills, standby)
    ) { record in
        let (id, title) = (record(id), record(title))
        let (per, need, shifts) = (record(per), record(need), record(shifts))
        let (local, skills, standby) = (record(local) ?? 0, record(skills) ?? [], record(standby) ?? false)
        guard let id, let title, let per, let need else { return nil }
        guard per != .subDistrict || local == 0 else {
            record.context.report(
                .contradictoryKeys,
                Phrase(zh: "范围是街道的岗，不写 local（熟悉社区）", en: "'local' does not go with a post per sub-district"),
                at: record.node(of: Self.local)?.span ?? record.place)
            return nil
        }
        return Post(
            id: id, title: title, per: per, need: need, shifts: shifts, local: local, skills: skills,
            isStandby: standby)
    }
}

extension Post.SkillNeed {
    private static let skill = Field(
        "skill", "技能", Shape.identifier(Skill.self, example: "driver").referring(to: .skill))
    private static let count = Field("count", "人数", .integer(1...1000, example: "1"), optional: true)

    static let shape = Shape<Self>.record(fields(skill, count)) { record in
        let skill = record(skill)
        let count = record(count) ?? 1
        guard let skill else { return nil }
        return Self(skill: skill, count: count)
    }
}

extension Skill {
    private static let id = Field(
        "id", "编号", Shape.identifier(Skill.self, example: "driver").defining(.skill))
    private static let title = Field("title", "标题", .text)

    static let shape = Shape<Skill>.record(fields(id, title)) { record in
        let (id, title) = (record(id), record(title))
        guard let id, let title else { return nil }
        return Skill(id: id, title: title)
    }
}
