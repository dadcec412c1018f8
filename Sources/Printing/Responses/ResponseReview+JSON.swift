import Diagnostics
import PlanModel
package import Responding

extension ResponseReview {
    /// Every figure of the review, hour by hour.
    package func json(of district: String) -> JSONValue {
        .object([
            ("format", .string("emergency-review")), ("formatVersion", .integer(1)),
            ("district", .string(district)), ("response", .string(record.name)),
            ("drill", .flag(record.isDrill)), ("over", .flag(isOver)), ("until", .string(until.isoText)),
            (
                "levels",
                .array(
                    zip(stretches, avoided.byStretch).map { stretch, mass in
                        .object([
                            ("level", .string(stretch.level.rawValue)),
                            ("from", .string(stretch.start.isoText)),
                            ("to", .text(stretch.end?.isoText)),
                            ("minutes", .integer(Int64(stretch.length.minutes))),
                            ("avoidedGrams", mass.json),
                        ])
                    })
            ),
            (
                "avoidedGrams",
                .object([
                    ("total", avoided.total.json), ("beforeEffect", avoided.before.json),
                    (
                        "bySector",
                        .object(avoided.bySector.map { ($0.sector.rawValue, $0.avoided.json) })
                    ),
                    (
                        "byHour",
                        .array(
                            avoided.hours.map {
                                .object([
                                    ("from", .string($0.start.isoText)), ("to", .string($0.end.isoText)),
                                    ("level", .text($0.level?.rawValue)), ("grams", $0.avoided.json),
                                ])
                            })
                    ),
                ])
            ),
            ("served", .array(served.map(\.json))),
            ("events", .array(record.events.map { $0.json(hash: nil) })),
        ])
    }
}

extension ResponseReview.Part {
    fileprivate var json: JSONValue {
        .object([
            ("subDistrict", .string(subDistrict.text)),
            (
                "people",
                .array(
                    people.map {
                        .object([
                            ("id", .string($0.person.text)), ("name", .string($0.name)),
                            ("lentBy", .text($0.lender?.text)), ("shifts", .integer(Int64($0.shifts))),
                            ("nights", .integer(Int64($0.nights))),
                            ("restDays", .integer(Int64($0.restDays))),
                            ("holidays", .integer(Int64($0.holidays))),
                            ("standby", .integer(Int64($0.standby))),
                            ("minutes", .integer(Int64($0.time.minutes))),
                        ])
                    })
            ),
        ])
    }
}

extension PerPollutant<Mass> {
    fileprivate var json: JSONValue {
        .object(Pollutant.allCases.map { ($0.symbol, .integer(self[$0].grams)) })
    }
}
