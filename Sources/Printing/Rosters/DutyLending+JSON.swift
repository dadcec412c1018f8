import Diagnostics
import PlanModel
import Staffing

extension DutyLending {
    var json: JSONValue {
        .object([
            ("asked", search.map { .array($0.lenders.map { .string($0.text) }) } ?? .null),
            ("proven", search.map { .flag($0.isProven) } ?? .null),
            ("lent", .array(lent.map(\.json))),
        ])
    }
}

extension LentDuty {
    fileprivate var json: JSONValue {
        .object(
            slot.members + [
                ("person", .string(person.id.value.text)), ("to", .string(borrower.text)),
                ("running", .flag(isRunning)),
            ])
    }
}

extension OpenShift.Asked {
    var json: JSONValue {
        .object([
            ("lender", .string(lender.text)),
            (
                "reasons",
                .array(
                    reasons.map { .object([("person", .string($0.person.id.value.text))] + $0.verdict) })
            ),
        ])
    }
}

extension OpenShift.Reason {
    /// What kept the person out, in both languages, and whether it is the one rule that does.
    var verdict: [(String, JSONValue)] {
        [
            ("zh", .string(keptOut.text.chinese)), ("en", .string(keptOut.text.english)),
            ("only", .flag(isOnly)),
        ]
    }
}
