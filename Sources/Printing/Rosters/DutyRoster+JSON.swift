import Diagnostics
import PlanModel
import Staffing

extension SettledDuty {
    var json: JSONValue {
        .object([
            ("person", .string(assignment.person.id.value.text)), ("origin", .string(assignment.origin.word)),
            ("date", .string(assignment.slot.occurrence.date.isoText)),
            ("shift", .string(assignment.slot.occurrence.shift.id.value.text)),
            ("post", .string(assignment.slot.post.id.value.text)), ("at", .text(assignment.slot.place.text)),
            ("breaks", .array(breaks.map { .string($0.text.chinese) })), ("place", .string(place.location)),
        ])
    }
}

extension UnmetDuty {
    var json: JSONValue {
        .object([
            ("person", .string(person.id.value.text)), ("date", .string(shift.date.isoText)),
            ("shift", .string(shift.shift.id.value.text)), ("reason", .string(reason.text.chinese)),
            ("place", .string(place.location)),
        ])
    }
}

extension RosterChange {
    var json: JSONValue {
        .object([
            ("kind", .string(kind.word)), ("date", .string(date.isoText)), ("shift", .string(shift)),
            ("start", .string(start.isoText)), ("end", .string(end.isoText)), ("post", .string(post)),
            ("at", .text(at)), ("old", .text(old?.id.text)), ("new", .text(new?.person.id.value.text)),
            ("oldLentBy", .text(old?.lender?.text)), ("newLentBy", .text(new?.lender?.text)),
        ])
    }
}

extension RosterChange.Kind {
    /// One word, for data.
    fileprivate var word: String {
        switch self {
        case .replaced: "replaced"
        case .released: "released"
        case .added: "added"
        case .opened: "opened"
        }
    }
}

extension DutyShare {
    var json: JSONValue {
        .object([
            ("person", .string(person.id.value.text)), ("name", .string(person.name)),
            ("here", tally.json), ("before", carried.json),
        ])
    }
}

extension DutyTally {
    /// Counts, and minutes on duty.
    fileprivate var json: JSONValue {
        .object([
            ("shifts", .integer(Int64(shifts))), ("nights", .integer(Int64(nights))),
            ("restDays", .integer(Int64(restDays))), ("holidays", .integer(Int64(holidays))),
            ("standby", .integer(Int64(standby))), ("minutes", .integer(Int64(time.minutes))),
        ])
    }
}
