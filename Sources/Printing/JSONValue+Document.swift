package import Activating
import Diagnostics
package import PlanModel

extension JSONValue {
    /// A result as a document of its own: what format it is, what was left out, which order it answers.
    package static func document(
        _ format: String, of provenance: Provenance, _ order: AlertOrder, _ members: [(String, JSONValue)]
    ) -> JSONValue {
        document(format, of: provenance, [("order", order.json)] + members)
    }

    /// The same of a result that answers several orders, each named where it is answered.
    package static func document(
        _ format: String, of provenance: Provenance, _ members: [(String, JSONValue)]
    ) -> JSONValue {
        .object(
            [
                ("format", .string(format)), ("formatVersion", .integer(1)),
                ("leftOut", .array(provenance.leftOut.map { .string($0) })),
            ]
                + (provenance.assumed.isEmpty
                    ? [] : [("assumptions", .array(provenance.assumed.map { .string($0.english) }))])
                + members)
    }
}
