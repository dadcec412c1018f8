import Activating
import Diagnostics
import PlanModel
package import Staffing

extension DutyRoster {
    package var json: JSONValue {
        .object([
            ("subDistrict", .string(subDistrict.text)), ("start", .string(start.isoText)),
            ("end", .string(end.isoText)), ("seats", .integer(Int64(seats))),
            ("search", search.json),
            (
                "assignments",
                .array(
                    assignments.map { one in
                        .object(
                            one.slot.members + [
                                ("person", one.person.json), ("origin", .string(one.origin.word)),
                                ("lentBy", .text(one.lender?.text)),
                                (
                                    "note",
                                    .text(one.note(in: TextStyle(language: .chinese, usesColor: false)))
                                ),
                            ])
                    })
            ),
            (
                "open",
                .array(
                    open.map { shift in
                        .object(
                            shift.slot.members + [
                                ("seats", .integer(Int64(shift.seats))),
                                (
                                    "reasons",
                                    .array(
                                        shift.reasons.map {
                                            .object([("person", $0.person.json)] + $0.verdict)
                                        })
                                ),
                                ("asked", .array(shift.asked.map(\.json))),
                            ])
                    })
            ),
            ("lending", lending.json), ("settled", .array(settled.map(\.json))),
            ("unmet", .array(unmet.map(\.json))),
            ("changes", .array(changes.map(\.json))), ("shares", .array(shares.map(\.json))),
            ("remedies", remedies?.json ?? .null),
        ])
    }
}

extension RosterSearch {
    fileprivate var json: JSONValue {
        .object([
            ("proven", .flag(isProven)), ("cut", .flag(wasCut)),
            ("open", .integer(Int64(openCost))), ("leastOpen", .integer(Int64(leastOpen))),
            ("changes", .integer(Int64(changes))), ("cost", .integer(Int64(cost))),
            ("bound", .integer(Int64(bound))),
        ])
    }
}

extension DutySlot {
    var members: [(String, JSONValue)] {
        [
            ("date", .string(occurrence.date.isoText)), ("shift", .string(occurrence.shift.id.value.text)),
            ("start", .string(occurrence.start.isoText)), ("end", .string(occurrence.end.isoText)),
            ("post", .string(post.id.value.text)), ("place", place.json),
        ]
    }
}

extension DutyAssignment.Origin {
    /// One word, for data.
    package var word: String {
        switch self {
        case .planned: "planned"
        case .fixed: "fixed"
        case .swap: "swap"
        case .running: "running"
        }
    }
}

extension DutySlot.Place {
    fileprivate var json: JSONValue {
        switch self {
        case .subDistrict: .null
        case .community(let name): .object([("community", .string(name))])
        case .guarded(let id, let name): .object([("guarded", .string(id)), ("name", .string(name))])
        }
    }
}

extension Person {
    fileprivate var json: JSONValue {
        .object([("id", .string(id.value.text)), ("name", .string(name)), ("phone", .string(phone))])
    }
}

extension PatrolChecklist {
    package var json: JSONValue {
        .object([
            ("subDistrict", .string(subDistrict.text)), ("rounds", .array(rounds.map(json(of:)))),
            (
                "communities",
                .array(
                    communities.map { walk in
                        .object([
                            ("community", .string(walk.community)), ("stops", .array(walk.stops.map(\.json))),
                        ])
                    })
            ),
        ])
    }

    private func json(of round: PatrolRound) -> JSONValue {
        .object([
            ("date", .string(round.occurrence.date.isoText)),
            ("shift", .string(round.occurrence.shift.id.value.text)),
            ("number", .integer(Int64(round.number))),
            ("start", .string(round.start.isoText)), ("end", .string(round.occurrence.end.isoText)),
            ("verifyBy", .string(round.verifyBy.isoText)), ("feedbackBy", .string(round.feedbackBy.isoText)),
            (
                "teams",
                .array(
                    round.teams.map { team in
                        .object([
                            ("community", .string(team.community)),
                            ("people", .array(team.people.map { $0?.json ?? .null })),
                        ])
                    })
            ),
        ])
    }
}

extension PatrolStop {
    fileprivate var json: JSONValue {
        .object([
            ("id", .string(id)), ("name", .string(name)), ("kind", .string(kind)),
            ("address", .string(address)),
            ("responsible", responsible?.json ?? .null), ("call", lead.json), ("guarded", .flag(isGuarded)),
            (
                "items",
                .array(
                    items.map {
                        .object([("text", .string($0.text)), ("origin", .string($0.origin.rawValue))])
                    })
            ),
            ("evidence", .array(evidence.map { .string($0) })),
            ("statutes", .array(statutes.map { .string($0) })),
        ])
    }
}

extension StaffedResponse {
    /// Everything that is known of the response.
    package var json: JSONValue {
        let effective = activation.order.effective
        return .object([
            ("format", .string("emergency-response")), ("formatVersion", .integer(1)),
            (
                "plans",
                .object([
                    ("folder", .string(provenance.folder)), ("commit", .text(provenance.commit)),
                    ("clean", provenance.commit == nil ? .null : .flag(provenance.isClean)),
                    ("contentHash", .string(provenance.contentHash)),
                    ("leftOut", .array(provenance.leftOut.map { .string($0) })),
                    ("program", .string(provenance.programVersion)),
                ])
            ),
            ("district", .string(book.district.name)), ("order", activation.order.json),
            ("baseline", baselineJSON), ("balance", activation.balance.json),
            (
                "measures",
                .array(activation.measures.map { $0.json(lead: book.member($0.measure.lead.value)) })
            ),
            (
                "enterprises",
                .array(
                    activation.enterprises.map {
                        $0.json(lead: book.member($0.enterprise.lead.value), effective: effective)
                    })
            ),
            (
                "sources",
                .array(
                    activation.sources.map {
                        $0.json(lead: book.member($0.source.lead.value), effective: effective)
                    })
            ),
            ("rosters", .array(subDistricts.map(\.roster.json))),
            ("checklists", .array(subDistricts.map(\.checklist.json))),
            ("notices", .array(activation.notices.map(\.json))),
        ])
    }

    private var baselineJSON: JSONValue {
        let (baseline, targets) = (book.district.baseline, book.district.targets)
        return .object([
            ("year", .integer(Int64(baseline.year))), ("method", .string(baseline.method)),
            ("certainty", .string(baseline.certainty.rawValue)), ("targetsSource", .string(targets.source)),
            ("targetsCertainty", .string(targets.certainty.rawValue)),
            ("targetsOwnSource", .text(targets.own?.source)),
            ("targetsOwnCertainty", .text(targets.own?.certainty.rawValue)),
        ])
    }
}
