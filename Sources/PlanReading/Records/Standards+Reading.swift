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
    private static let ban = Field("ban", "禁行", Ban.shape, optional: true)
    private static let bounds = Field("bounds", "范围", Bounds.shape, optional: true)

    static let shape = Shape<Standards>.record(fields(source, certainty, reviewMonths, lorries, ban, bounds))
    {
        record in
        let (source, certainty) = (record(source), record(certainty))
        let (reviewMonths, lorries, bounds) = (record(reviewMonths), record(lorries), record(bounds))
        let ban = record(ban)
        if let node = record.node(of: Self.ban), !record.has(Self.lorries) {
            record.context.report(
                .contradictoryKeys,
                Phrase(
                    zh: "写了 ban（禁行）就要写 lorries（重点用车货车数），否则不知道禁谁的",
                    en: "'ban' needs 'lorries', which says whose lorries are meant"), at: node.span)
        }
        guard let source, let certainty else { return nil }
        return Standards(
            source: source, certainty: certainty, reviewMonths: reviewMonths, lorries: lorries,
            ban: ban, bounds: bounds)
    }
}

extension Standards.Ban {
    private static let vehicles = Field("vehicles", "车辆", Shape<String>.text.list())
    private static let levels = Field("levels", "级别", .levels)

    static let shape = Shape<Self>.record(fields(vehicles, levels)) { record in
        let (vehicles, levels) = (record(vehicles), record(levels))
        guard let vehicles, let levels else { return nil }
        return Self(vehicles: vehicles, levels: levels)
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
