package import Activating
import Diagnostics
package import PlanModel

extension PollutantTrace {
    /// The whole tree down to every step, in whole grams a day, with every place and its words.
    package func json(district: District) -> JSONValue {
        let (targets, baseline) = (district.targets, district.baseline)
        return .object([
            ("pollutant", .string(pollutant.symbol)), ("order", order.json),
            (
                "target",
                .object([
                    ("share", .string(figure.target.exactText)), ("source", .string(targets.source)),
                    ("certainty", .string(targets.certainty.rawValue)),
                    ("stated", targets.ratioPlaces[order.level].json(.words)),
                ])
            ),
            (
                "baseline",
                .object([
                    ("base", .integer(figure.base.gramsPerDay)), ("year", .integer(Int64(baseline.year))),
                    ("method", .string(baseline.method)), ("certainty", .string(baseline.certainty.rawValue)),
                    ("stated", baseline.place.json(.words)),
                ])
            ),
            ("required", .integer(figure.required.gramsPerDay)), ("cut", .integer(figure.cut.gramsPerDay)),
            ("margin", .integer(figure.marginMass.gramsPerDay)), ("met", .flag(balance.isMet(pollutant))),
            ("metAlone", .flag(figure.isMet)), ("sectors", .array(sectors.map(\.json))),
            ("listed", .object(listed.members)), ("unlisted", .integer(unlisted.gramsPerDay)),
            (
                "places",
                .array(
                    places.map { .object([("subDistrict", .text($0.subDistrict?.text))] + $0.amount.members) }
                )
            ),
            ("countable", .object(countable.members)),
            (
                "notCounted",
                .array(
                    notCounted.map {
                        .object([("name", .string($0.reason.word))] + $0.amount.members)
                    })
            ),
        ])
    }
}

extension PollutantTrace.Amount {
    fileprivate var members: [(String, JSONValue)] {
        [
            ("base", .integer(base.gramsPerDay)), ("cut", .integer(cut.gramsPerDay)),
            ("accounts", .integer(Int64(accounts))),
        ]
    }
}

extension PollutantTrace.SectorPart {
    fileprivate var json: JSONValue {
        .object(
            [("name", .string(sector.rawValue))] + amount.members + [("places", .array(places.map(\.json)))])
    }
}

extension PollutantTrace.PlacePart {
    fileprivate var json: JSONValue {
        .object(
            [("subDistrict", .text(subDistrict?.text))] + amount.members + [
                (
                    "owners",
                    .array(
                        owners.map { owner in
                            .object(
                                [("id", .string(owner.id)), ("name", .string(owner.name))]
                                    + owner.amount.members
                                    + [("lines", .array(owner.lines.map(\.json)))])
                        })
                )
            ])
    }
}
