import Diagnostics
import MarkedYAML
import PlanModel

extension Person {
    private static let id = Field(
        "id", "编号", Shape.identifier(Person.self, example: "yt-01").defining(.person))
    private static let name = Field("name", "姓名", .text)
    private static let phone = Field("phone", "电话", .phone)
    private static let posts = Field(
        "posts", "岗位", Shape.identifier(Post.self, example: "patrol").referring(to: .post).list())
    private static let community = Field("community", "社区", .community, optional: true)
    private static let knows = Field(
        "knows", "熟悉社区", Shape<Located<String>>.community.list(), optional: true)
    private static let skills = Field(
        "skills", "技能", Shape.identifier(Skill.self, example: "driver").referring(to: .skill).list(),
        optional: true)
    private static let leave = Field("leave", "请假", Shape<DateRange>.dateRange.list(), optional: true)
    private static let wishes = Field("wishes", "意愿", Wishes.shape, optional: true)
    private static let joined = Field("joined", "到岗", .date, optional: true)
    private static let left = Field("left", "离岗", .date, optional: true)

    static let shape = Shape<Person>.record(
        fields(id, name, phone, posts, community, knows, skills, leave, wishes, joined, left)
    ) { record in
        let (id, name, phone) = (record(id), record(name), record(phone))
        let (posts, community) = (record(posts), record(community))
        let (knows, skills) = (record(knows) ?? [], record(skills) ?? [])
        let (leave, wishes) = (record(leave) ?? [], record(wishes) ?? Wishes())
        let (joined, left) = (record(joined), record(left))
        guard let id, let name, let phone, let posts else { return nil }
        return Person(
            id: id, name: name, phone: phone, posts: posts, community: community, knows: knows,
            skills: skills, leave: leave, wishes: wishes, joined: joined, left: left)
    }

    /// Somebody of the same file.
    static let reference = Shape.identifier(Person.self, example: "yt-01").referring(to: .person)
}

extension Person.Wishes {
    // Not `off`, which other YAML readers take for a truth value.
    private static let daysOff = Field(
        "daysOff", "不值日期", Shape<DateRange>.dateRange.list(), optional: true)
    private static let shifts = Field(
        "shifts", "班次", Shape.identifier(Shift.self, example: "day").referring(to: .shift).list(),
        optional: true)

    static let shape = Shape<Self>.record(fields(daysOff, shifts)) { record in
        Self(off: record(daysOff) ?? [], shifts: record(shifts) ?? [])
    }
}
