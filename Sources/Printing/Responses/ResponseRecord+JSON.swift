package import PlanModel
package import Responding

extension ResponseEvent {
    /// The event as the record holds it.
    /// - Parameter hash: Of its entry.
    package func json(hash: String?) -> JSONValue {
        .object([
            ("number", .integer(Int64(number))), ("event", .string(kind.rawValue)),
            ("level", .string(level.rawValue)), ("order", .text(orderNumber)),
            ("alert", .text(alert?.identifier)),
            ("issued", .string(issued.isoText)), ("effective", .string(effective.isoText)),
            ("until", .text(until?.isoText)), ("drill", .flag(isDrill)),
            ("recorded", .string(recorded.isoText)), ("clockGiven", .flag(isClockGiven)),
            ("by", .string(by)),
            (
                "plans",
                .object([
                    ("commit", .text(plans.commit)),
                    ("clean", plans.commit == nil ? .null : .flag(plans.isClean)),
                    ("contentHash", .string(plans.contentHash)),
                    ("leftOut", .array(plans.leftOut.map { .string($0) })),
                    ("program", .string(plans.programVersion)),
                ])
            ),
            (
                "verdict",
                .object(
                    [("met", .flag(verdict.isMet))]
                        + Pollutant.allCases.map { pollutant in
                            let figure = verdict.figures[pollutant]
                            return (
                                pollutant.symbol,
                                .object([
                                    ("baseGrams", .integer(figure.base.gramsPerDay)),
                                    ("cutGrams", .integer(figure.cut.gramsPerDay)),
                                    ("target", .string(figure.target.percentText)),
                                    ("met", .flag(figure.isMet)),
                                ])
                            )
                        })
            ),
            ("edition", .integer(Int64(edition))), ("papers", .text(papers)), ("sums", .string(sums)),
            ("hash", .text(hash)),
        ])
    }
}

extension ResponseRecord {
    /// How the response stands at a time.
    package func json(at now: CivilTime) -> JSONValue {
        let phase =
            switch state.phase(at: now) {
            case .coming: "coming"
            case .inForce: "in-force"
            case .over: "over"
            }
        return .object([
            ("response", .string(name)), ("drill", .flag(isDrill)), ("at", .string(now.isoText)),
            ("phase", .string(phase)), ("level", .text(state.level(at: now)?.rawValue)),
            ("began", .string(state.began.isoText)), ("until", .text(state.until?.isoText)),
            (
                "ending",
                .text(state.ending.map { $0 == .lifted ? "lifted" : "revoked" })
            ),
            (
                "levels",
                .array(
                    state.stretches.map {
                        .object([
                            ("level", .string($0.level.rawValue)), ("from", .string($0.start.isoText)),
                            ("to", .text($0.end?.isoText)),
                        ])
                    })
            ),
        ])
    }
}
