package import Activating
import Diagnostics
package import PlanModel
package import Staffing

extension PatrolChecklist {
    /// The stops as points of a map, RFC 7946, each with what is asked of it; a place whose coordinates nobody has
    /// measured has no geometry.
    ///
    /// No `crs`: RFC 7946 knows WGS 84 alone, which is what plans are written in.
    package func geoJSON(of provenance: Provenance, _ order: AlertOrder, district: District) -> JSONValue {
        .object([
            ("type", .string("FeatureCollection")), ("format", .string("emergency-checklist-map")),
            ("formatVersion", .integer(1)), ("district", .string(district.name)),
            ("subDistrict", .string(subDistrict.text)), ("level", .string(order.level.rawValue)),
            ("effective", .string(order.effective.isoText)), ("end", .text(order.end?.isoText)),
            ("contentHash", .string(provenance.contentHash)),
            ("leftOut", .array(provenance.leftOut.map { .string($0) })),
            ("assumptions", .array(provenance.assumed.map { .string($0.english) })),
            (
                "features",
                .array(
                    communities.flatMap { walk in
                        walk.stops.enumerated().map { index, stop in stop.feature(number: index + 1) }
                    })
            ),
        ])
    }
}

extension PatrolStop {
    /// - Parameter number: The place in the walk of its community, from 1.
    fileprivate func feature(number: Int) -> JSONValue {
        .object([
            ("type", .string("Feature")), ("id", .string(id)), ("geometry", location?.point ?? .null),
            (
                "properties",
                .object([
                    ("id", .string(id)), ("name", .string(name)), ("kind", .string(kind)),
                    ("address", .string(address)), ("community", .string(community)),
                    ("number", .integer(Int64(number))),
                    ("responsible", .text(responsible?.name)), ("phone", .text(responsible?.phone)),
                    ("deputy", .text(responsible?.deputy?.name)),
                    ("deputyPhone", .text(responsible?.deputy?.phone)),
                    ("call", .string(lead.name)), ("callPhone", .string(lead.phone)),
                    ("guarded", .flag(isGuarded)), ("items", .array(items.map { .string($0.text) })),
                    ("evidence", .array(evidence.map { .string($0) })),
                ])
            ),
        ])
    }
}

extension Coordinates {
    /// Longitude before latitude, as RFC 7946 has it.
    fileprivate var point: JSONValue {
        .object([
            ("type", .string("Point")),
            ("coordinates", .array([.millionths(Int64(longitude)), .millionths(Int64(latitude))])),
        ])
    }
}
