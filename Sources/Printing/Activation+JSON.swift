package import Activating
import Diagnostics
import PlanModel

extension AlertOrder {
    package var json: JSONValue {
        .object([
            ("level", .string(level.rawValue)), ("number", .text(number)),
            ("issued", .string(issued.isoText)),
            ("effective", .string(effective.isoText)), ("end", .text(end?.isoText)),
        ])
    }
}

extension ActiveMeasure {
    func json(lead: MemberUnit) -> JSONValue {
        .object([
            ("id", .string(measure.id.value.text)), ("title", .string(measure.title)),
            ("class", .string(measure.group.rawValue)), ("sector", .string(measure.sector.rawValue)),
            ("from", .string(from.isoText)), ("lead", lead.json), ("basis", .string(measure.basis)),
            ("certainty", .string(measure.certainty.rawValue)),
            ("reaches", reaches.map { .integer(Int64($0)) } ?? .null),
            ("exempted", .integer(Int64(exempted))),
            ("place", .string(measure.id.place.location)),
        ])
    }
}

extension EnterpriseActivation {
    func json(lead: MemberUnit, effective: CivilTime) -> JSONValue {
        .object([
            ("id", .string(enterprise.id.value.text)), ("name", .string(enterprise.name)),
            ("creditCode", .string(enterprise.creditCode)),
            ("subDistrict", .string(enterprise.subDistrict.value.text)),
            ("community", .string(enterprise.community.value)), ("address", .string(enterprise.address)),
            ("grade", .string(enterprise.rating.grade.rawValue)),
            ("responsible", enterprise.responsible.json),
            ("lead", lead.json), ("guarded", .flag(isGuarded)),
            ("exemption", exemption.map(json(of:)) ?? .null),
            ("lines", .array(lines.map { json(of: $0, effective: effective) })),
            ("transport", transport.map { json(of: $0, effective: effective) } ?? .null),
            ("place", .string(enterprise.id.place.location)),
        ])
    }

    private func json(of exemption: EnterpriseExemption) -> JSONValue {
        .object([
            ("kind", .string(exemption.kind)), ("maxLoad", .text(exemption.maxLoad?.percentText)),
            ("approved", .string(exemption.approved)), ("until", .string(exemption.until.isoText)),
        ])
    }

    private func json(of line: LineActivation, effective: CivilTime) -> JSONValue {
        .object([
            ("id", .string(line.line.id.text)), ("name", .string(line.line.name)),
            ("process", .string(line.line.process)), ("status", .string(line.line.status.rawValue)),
            ("measures", .array(line.measures.map(\.json))), ("from", .string(effective.isoText)),
            ("beginBy", .string(line.beginBy.isoText)), ("doneBy", .string(line.doneBy.isoText)),
            ("account", line.entry.json),
        ])
    }

    private func json(of transport: TransportActivation, effective: CivilTime) -> JSONValue {
        .object([
            ("lorries", .string(transport.transport.lorries.text)),
            ("gate", .flag(transport.transport.hasGate)),
            ("measures", .array(transport.measures.map(\.json))), ("from", .string(effective.isoText)),
            ("account", transport.entry.json),
        ])
    }
}

extension EnterpriseMeasure {
    fileprivate var json: JSONValue {
        let word =
            switch action {
            case .stop: "stop"
            case .limit, .limitAmount: "limit"
            case .keep: "keep"
            }
        return .object([
            ("action", .string(word)), ("text", .string(orderText)), ("place", .string(place.location)),
        ])
    }
}

extension SourceActivation {
    func json(lead: MemberUnit, effective: CivilTime) -> JSONValue {
        .object([
            ("id", .string(source.id.value.text)), ("kind", .string(kind.id.value.text)),
            ("name", .string(source.name)),
            ("subDistrict", .text(subDistrict?.text)), ("community", .text(source.community?.value)),
            ("address", .text(source.address)), ("rating", .text(source.rating)),
            ("status", .string(source.status.rawValue)), ("responsible", source.responsible?.json ?? .null),
            ("lead", lead.json), ("guarded", .flag(isGuarded)),
            ("measures", .array(measures.map { json(of: $0, effective: effective) })),
            ("site", site.json), ("machines", machines?.json ?? .null),
            ("place", .string(source.id.place.location)),
        ])
    }

    private func json(of one: InForce, effective: CivilTime) -> JSONValue {
        .object([
            ("id", .string(one.measure.id.value.text)), ("part", .string(one.part.rawValue)),
            ("from", .string(effective.isoText)),
            (
                "exemption",
                one.exemption.map { exemption in
                    .object([
                        ("reason", .string(exemption.reason)), ("approved", .string(exemption.approved)),
                        ("until", .string(exemption.until.isoText)),
                    ])
                } ?? .null
            ),
        ])
    }
}

extension LedgerEntry {
    /// Base and cut in grams a day, and how the one became the other.
    var json: JSONValue {
        .object([
            ("sector", .string(sector.rawValue)), ("base", base.json), ("cut", cut.json),
            ("notCounted", .text(notCounted?.title.chinese)),
            (
                "steps",
                .array(
                    steps.map { step in
                        .object([
                            ("measure", .string(step.title)), ("before", step.before.json),
                            ("after", step.after.json),
                            ("place", .string(step.place.location)),
                        ])
                    })
            ),
        ])
    }
}

extension MemberUnit {
    var json: JSONValue {
        .object([("id", .string(id.text)), ("name", .string(name)), ("phone", .string(phone))])
    }
}

extension ResponsiblePerson {
    var json: JSONValue {
        .object([
            ("name", .string(name)), ("phone", .string(phone)), ("post", .text(post)),
            (
                "deputy",
                deputy.map { .object([("name", .string($0.name)), ("phone", .string($0.phone))]) } ?? .null
            ),
        ])
    }
}
