import Diagnostics
package import Staffing

extension RosterRemedies {
    /// All of them, with every seat that each closes.
    package var json: JSONValue {
        .object([
            ("known", .flag(isKnown)), ("changes", .array(all.map(\.json))),
            ("combination", combination?.json ?? .null),
        ])
    }
}

extension RosterRemedy {
    fileprivate var json: JSONValue {
        .object([
            ("kind", .string(change.word)), ("zh", .string(change.text.chinese)),
            ("en", .string(change.text.english)), ("closes", .integer(Int64(closedSeats))),
            ("opens", .integer(Int64(openedSeats))), ("closesAll", .flag(closesAll)),
            ("proven", .flag(isProven)), ("closed", .array(closes.map(\.json))),
            ("opened", .array(opens.map(\.json))),
        ])
    }
}

extension RosterRemedy.Seats {
    fileprivate var json: JSONValue {
        .object(slot.members + [("seats", .integer(Int64(count)))])
    }
}
