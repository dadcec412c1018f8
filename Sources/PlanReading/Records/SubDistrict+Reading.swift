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
        if isSwapped(record) {
            record.context.report(
                .swappedCoordinates,
                Phrase(zh: "经度和纬度写反了", en: "longitude and latitude are swapped"), at: record.place,
                help: Phrase(
                    zh: "lon（经度）是一百一十几，lat（纬度）是三十几或四十几",
                    en: "write the greater number for 'lon' and the smaller for 'lat'"))
            return nil
        }
        let longitude = record(longitude)
        let latitude = record(latitude)
        guard let longitude, let latitude else { return nil }
        return Coordinates(longitude: longitude, latitude: latitude)
    }

    /// Within China's extent (73–136° E, 3–54° N) no number can be both, so a swap is certain.
    private static func isSwapped(_ record: RecordReader) -> Bool {
        func degrees(_ field: Field<Int>) -> Int64? {
            guard let node = record.node(of: field), let number = DecimalText(node),
                case .exact(let value) = number.scaled(by: 1_000_000, most: 360_000_000)
            else { return nil }
            return value / 1_000_000
        }
        guard let east = degrees(longitude), let north = degrees(latitude) else { return false }
        return (3...53).contains(east) && (73...135).contains(north)
    }
}
