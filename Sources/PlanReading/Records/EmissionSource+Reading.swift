import Diagnostics
import MarkedYAML
import PlanModel

extension EmissionSource {
    private static let id = Field(
        "id", "编号", Shape.identifier(EmissionSource.self, example: "YT-G-001").defining(.source))
    private static let kind = Field(
        "kind", "类型", Shape.identifier(SourceKind.self, example: "housing-site").referring(to: .sourceKind))
    private static let name = Field("name", "名称", .text)
    private static let community = Field("community", "社区", .community)
    private static let address = Field("address", "地址", .text)
    private static let location = Field("location", "坐标", Coordinates.shape.located(), optional: true)
    private static let rating = Field("rating", "评级", .text, optional: true)
    private static let status = Field("status", "状态", .status, optional: true)
    private static let emissions = Field("emissions", "排放量", .emissions)
    private static let machines = Field("machines", "非道路机械", Machines.shape, optional: true)
    private static let lead = Field(
        "lead", "牵头单位", Shape.identifier(MemberUnit.self, example: "hc").referring(to: .member))
    private static let responsible = Field("responsible", "责任人", ResponsiblePerson.shape)
    private static let guarded = Field("guard", "盯守", .levels, optional: true)
    private static let exempt = Field("exempt", "豁免", SourceExemption.shape.list(), optional: true)

    /// A source on a sub-district's list: it stands in a community and somebody answers for it.
    static let shape = Shape<EmissionSource>.record(
        fields(
            id, kind, name, community, address, location, rating, status, emissions, machines, lead,
            responsible, guarded, exempt)
    ) { record in
        let (community, address, responsible) = (record(community), record(address), record(responsible))
        let guarded = record(guarded) ?? []
        let source = source(
            record, community: community, address: address, responsible: responsible, guarded: guarded)
        guard let source, community != nil, address != nil, responsible != nil else { return nil }
        return source
    }

    /// A district-wide source, such as a fleet: on no list, in no community.
    static let districtShape = Shape<EmissionSource>.record(
        named: Form.Name("districtSource"),
        fields(id, kind, name, location, rating, status, emissions, machines, lead, exempt)
    ) { record in source(record) }

    private static func source(
        _ record: RecordReader, community: Located<SubDistrict.Community>? = nil, address: String? = nil,
        responsible: ResponsiblePerson? = nil, guarded: Set<AlertLevel> = []
    ) -> EmissionSource? {
        let (id, kind, name) = (record(id), record(kind), record(name))
        let (location, rating, status) = (record(location), record(rating), record(status))
        let (emissions, machines) = (record(emissions), record(machines))
        let lead = record(lead)
        let exemptions = record(exempt) ?? []
        guard let id, let kind, let name, let emissions, let lead else { return nil }
        return EmissionSource(
            id: id, kind: kind, name: name, community: community, address: address, location: location,
            rating: rating, status: status ?? .running, stated: emissions, machines: machines, lead: lead,
            responsible: responsible, guarded: guarded, exemptions: exemptions)
    }
}

extension EmissionSource.Machines {
    private static let count = Field("count", "台数", .integer(1...100_000, example: "4"))
    private static let emissions = Field("emissions", "排放量", .emissions)

    static let shape = Shape<Self>.record(fields(count, emissions)) { record in
        let count = record(count)
        let emissions = record(emissions)
        guard let count, let emissions else { return nil }
        return Self(count: count, stated: emissions)
    }
}

extension SourceExemption {
    private static let measure = Field(
        "measure", "措施", Shape.identifier(Measure.self, example: "stop-earthwork").referring(to: .measure))
    private static let reason = Field("reason", "理由", .text)
    private static let approved = Field("approved", "批准文号", .text)
    private static let until = Field("until", "截止", .date)

    static let shape = Shape<SourceExemption>.record(fields(measure, reason, approved, until)) { record in
        let measure = record(measure)
        let reason = record(reason)
        let approved = record(approved)
        let until = record(until)
        guard let measure, let reason, let approved, let until else { return nil }
        return SourceExemption(
            measure: measure, reason: reason, approved: approved, until: until, place: record.place)
    }
}
