import Diagnostics
import MarkedYAML
import PlanModel

extension Standards {
    private static let source = Field("source", "依据", .text)
    private static let certainty = Field("certainty", "把握", .certainty)
    private static let reviewMonths = Field(
        "reviewMonths", "复核周期月数", .integer(1...120, example: "12"), optional: true)
    private static let lorries = Field(
        "lorries", "重点用车货车数", .integer(1...10_000, example: "10"), optional: true)
    private static let bounds = Field("bounds", "范围", Bounds.shape, optional: true)

    static let shape = Shape<Standards>.record(fields(source, certainty, reviewMonths, lorries, bounds)) {
        record in
        let (source, certainty) = (record(source), record(certainty))
        let (reviewMonths, lorries, bounds) = (record(reviewMonths), record(lorries), record(bounds))
        guard let source, let certainty else { return nil }
        return Standards(
            source: source, certainty: certainty, reviewMonths: reviewMonths, lorries: lorries,
            bounds: bounds)
    }
}

extension Standards.Bounds {
    private static let west = Field("west", "西", .degrees(upTo: 180, example: "116.31"))
    private static let east = Field("east", "东", .degrees(upTo: 180, example: "116.41"))
    private static let south = Field("south", "南", .degrees(upTo: 90, example: "39.86"))
    private static let north = Field("north", "北", .degrees(upTo: 90, example: "39.98"))

    static let shape = Shape<Self>.record(fields(west, east, south, north)) { record in
        let (west, east) = (record(west), record(east))
        let (south, north) = (record(south), record(north))
        guard let west, let east, let south, let north else { return nil }
        guard west < east, south < north else {
            record.context.report(
                .numberOutOfRange,
                Phrase(zh: "范围是空的", en: "the bounds hold nothing"), at: record.place,
                help: Phrase(zh: "西小于东，南小于北", en: "west is less than east, south less than north"))
            return nil
        }
        return Self(west: west, east: east, south: south, north: north)
    }
}
