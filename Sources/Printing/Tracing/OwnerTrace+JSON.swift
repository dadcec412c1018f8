package import Activating
import Diagnostics
import PlanModel

extension OwnerTrace {
    /// Everything in whole grams a day, with every place and its words.
    package var json: JSONValue {
        .object([
            ("order", order.json), ("owner", subject.json), ("lines", .array(lines.map(\.json))),
            ("total", .object([("base", total.base.json), ("cut", total.cut.json)])),
            (
                "list",
                list.map { row in
                    .object([
                        ("name", .string(row.name.text)), ("base", row.account.base.json),
                        ("cut", row.account.cut.json),
                    ])
                } ?? .null
            ),
            ("whole", whole.json), ("ratings", .array(demands.map(\.json))),
            ("reserve", .array(reserve.map(\.tracedJSON))),
        ])
    }
}

extension OwnerTrace.Subject {
    fileprivate var json: JSONValue {
        switch self {
        case .enterprise(let item):
            let enterprise = item.enterprise
            return .object([
                ("kind", .string("enterprise")), ("id", .string(enterprise.id.value.text)),
                ("name", .string(enterprise.name)),
                ("subDistrict", .string(enterprise.subDistrict.value.text)),
                ("community", .string(enterprise.community.value)),
                ("rating", .string(enterprise.rating.grade.rawValue)),
                ("place", .string(enterprise.id.place.location)),
                (
                    "exemption",
                    item.exemption.map { exemption in
                        .object([
                            ("kind", .string(exemption.kind)), ("approved", .string(exemption.approved)),
                            ("until", .string(exemption.until.isoText)),
                            ("stated", exemption.place.json(.words)),
                        ])
                    } ?? .null
                ),
            ])
        case .source(let item):
            return .object([
                ("kind", .string("source")), ("id", .string(item.source.id.value.text)),
                ("name", .string(item.source.name)), ("subDistrict", .text(item.subDistrict?.text)),
                ("community", .text(item.source.community?.value)), ("rating", .text(item.source.rating)),
                ("sourceKind", .string(item.kind.id.value.text)),
                ("place", .string(item.source.id.place.location)),
            ])
        }
    }
}

extension RatingDemand {
    fileprivate var json: JSONValue {
        .object([
            ("source", .string(source)), ("certainty", .string(certainty.rawValue)),
            ("stated", place.json(.words)), ("restricted", .flag(isForRestricted)),
            ("least", .string(least.exactText)), ("kept", .flag(isKept)),
            (
                "answers",
                .array(
                    answers.map { answer in
                        .object([
                            ("pollutant", .string(answer.pollutant.symbol)),
                            ("base", .integer(answer.base.gramsPerDay)),
                            ("cut", .integer(answer.cut.gramsPerDay)), ("kept", .flag(answer.isKept)),
                        ])
                    })
            ),
        ])
    }
}

extension ReserveSuggestion {
    fileprivate var tracedJSON: JSONValue {
        .object([
            ("stated", option.measure.place.json(.words)), ("cost", .text(option.cost?.text)),
            ("extraCut", extraCut.json),
        ])
    }
}
