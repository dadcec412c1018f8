import Diagnostics
import MarkedYAML
import PlanModel

extension SubDistrict {
    private static let kind = Field("kind", "类型", .text)
    private static let name = Field(
        "name", "名称", Shape.identifier(SubDistrict.self, example: "月坛").referring(to: .subDistrict))
    private static let responsible = Field("responsible", "责任人", ResponsiblePerson.shape)
    private static let communities = Field(
        "communities", "社区",
        Shape<Located<String>>.newCommunity.list())
    private static let sources = Field("sources", "点位", EmissionSource.shape.list())

    static let shape = Shape<SubDistrict>.record(fields(kind, name, responsible, communities, sources)) {
        record in
        let name = record(name)
        let responsible = record(responsible)
        let communities = record(communities)
        let sources = record(sources)
        guard let name, let responsible, let communities, let sources else { return nil }
        return SubDistrict(
            name: name, responsible: responsible, communities: communities.map(\.value), sources: sources)
    }
}

extension ResponsiblePerson {
    private static let name = Field("name", "姓名", .text)
    private static let phone = Field("phone", "电话", .phone)
    private static let post = Field("post", "职务", .text, optional: true)
    private static let deputy = Field("deputy", "副岗", Deputy.shape, optional: true)

    static let shape = Shape<ResponsiblePerson>.record(fields(name, phone, post, deputy)) { record in
        let name = record(name)
        let phone = record(phone)
        let post = record(post)
        let deputy = record(deputy)
        guard let name, let phone else { return nil }
        return ResponsiblePerson(name: name, phone: phone, post: post, deputy: deputy)
    }
}

extension ResponsiblePerson.Deputy {
    private static let name = Field("name", "姓名", .text)
    private static let phone = Field("phone", "电话", .phone)

    static let shape = Shape<Self>.record(fields(name, phone)) { record in
        let name = record(name)
        let phone = record(phone)
        guard let name, let phone else { return nil }
        return Self(name: name, phone: phone)
    }
}

extension Coordinates {
    private static let longitude = Field("lon", "经度", .degrees(upTo: 180, example: "116.3388"))
    private static let latitude = Field("lat", "纬度", .degrees(upTo: 90, example: "39.9051"))

    static let shape = Shape<Coordinates>.record(fields(longitude, latitude)) { record in
        let longitude = record(longitude)
        let latitude = record(latitude)
        guard let longitude, let latitude else { return nil }
        return Coordinates(longitude: longitude, latitude: latitude)
    }
}
