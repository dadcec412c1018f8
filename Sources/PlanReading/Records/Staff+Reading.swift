import Diagnostics
import MarkedYAML
import PlanModel

extension Staff {
    private static let kind = Field("kind", "类型", .text)
    private static let subDistrict = Field(
        "subDistrict", "街道", Shape.identifier(SubDistrict.self, example: "月坛").referring(to: .subDistrict))
    private static let people = Field("people", "人员", Person.shape.list())

    static let shape = Shape<Staff>.record(fields(kind, subDistrict, people)) { record in
        let subDistrict = record(subDistrict)
        let people = record(people)
        guard let subDistrict, let people else { return nil }
        return Staff(subDistrict: subDistrict, people: people)
    }
}

extension Person {
    private static let id = Field(
        "id", "编号", Shape.identifier(Person.self, example: "yt-01").defining(.person))
    private static let name = Field("name", "姓名", .text)
    private static let phone = Field("phone", "电话", .phone)
    private static let posts = Field(
        "posts", "岗位", Shape.identifier(Post.self, example: "patrol").referring(to: .post).list())
    private static let community = Field("community", "社区", .community, optional: true)
    private static let leave = Field("leave", "请假", Shape<DateRange>.dateRange.list(), optional: true)
    private static let joined = Field("joined", "到岗", .date, optional: true)
    private static let left = Field("left", "离岗", .date, optional: true)

    static let shape = Shape<Person>.record(fields(id, name, phone, posts, community, leave, joined, left)) {
        record in
        let (id, name, phone) = (record(id), record(name), record(phone))
        let (posts, community) = (record(posts), record(community))
        let leave = record(leave) ?? []
        let (joined, left) = (record(joined), record(left))
        guard let id, let name, let phone, let posts else { return nil }
        return Person(
            id: id, name: name, phone: phone, posts: posts, community: community, leave: leave,
            joined: joined,
            left: left)
    }
}
