import Activating
import Diagnostics
import PlanModel

extension LineTrace {
    /// What it emits, each step and the cut in whole grams a day, with every place and its words.
    var json: JSONValue {
        let emitter = entry.emitter
        return .object([
            ("owner", .string(emitter.owner)), ("ownerName", .string(emitter.ownerName)),
            ("kind", .string(emitter.kind.word)), ("part", .string(emitter.part)),
            ("name", .string(emitter.partName)), ("sector", .string(entry.sector.rawValue)),
            ("subDistrict", .text(entry.subDistrict?.text)), ("status", .string(status.rawValue)),
            ("stated", emitter.place.json(.words)), ("annual", .array(emitter.annual.map(\.json))),
            ("base", entry.base.json), ("steps", .array(steps.map(\.json))), ("cut", entry.cut.json),
            ("notCounted", .text(entry.notCounted?.title.chinese)),
            ("exemption", leave?.place.json(.words) ?? .null),
            ("uncounted", .array(uncounted.map { $0.json(.words) })),
            ("exempted", .array(spared.map(\.json))),
            ("withoutFigure", .array(unmeasured.map { .string($0.id.value.text) })),
        ])
    }
}

extension SourceSpan {
    /// The place and what the plan says there.
    func json(_ quote: Quote) -> JSONValue {
        .object([
            ("place", .string(location)), ("text", .string(text(quote).joined(separator: "\n"))),
        ])
    }
}

extension StatedEmissions.AnnualAmount {
    fileprivate var json: JSONValue {
        .object([
            ("pollutant", .string(pollutant.symbol)), ("gramsPerYear", .integer(gramsPerYear)),
            ("operatingDays", .integer(Int64(operatingDays))), ("gramsPerDay", .integer(daily.gramsPerDay)),
            ("isRounded", .flag(rounding != nil)),
        ])
    }
}

extension LineTrace.StepTrace {
    fileprivate var json: JSONValue {
        let measure: JSONValue =
            switch step.origin {
            case .catalogue(let id, _): .string(id.text)
            case .ownPlan: .null
            }
        let quote: SourceSpan.Quote =
            switch step.origin {
            case .catalogue: .line
            case .ownPlan: .words
            }
        return .object([
            ("title", .string(step.title)), ("measure", measure), ("basis", .text(basis?.document)),
            ("certainty", .text(basis?.certainty.rawValue)),
            ("places", .array(places.map { $0.json(quote) })), ("before", step.before.json),
            (
                "remaining",
                .object(Pollutant.allCases.map { ($0.symbol, .string(step.remaining[$0].exactText)) })
            ),
            ("after", step.after.json),
            (
                "rounded",
                .array(
                    Pollutant.allCases.filter { step.rounding(of: $0) != nil }.map { .string($0.symbol) })
            ),
        ])
    }
}

extension LineTrace.Spared {
    fileprivate var json: JSONValue {
        .object([
            ("measure", .string(measure.id.value.text)), ("reason", .string(exemption.reason)),
            ("approved", .string(exemption.approved)), ("until", .string(exemption.until.isoText)),
            ("stated", exemption.place.json(.words)),
        ])
    }
}

extension LedgerEntry.Emitter.Kind {
    fileprivate var word: String {
        switch self {
        case .line: "line"
        case .transport: "transport"
        case .site: "site"
        case .machines: "machines"
        }
    }
}
