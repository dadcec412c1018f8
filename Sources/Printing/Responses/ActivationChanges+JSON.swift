package import Activating
import Diagnostics
import PlanModel

extension ActivationChanges {
    /// Every change with what was told and what is told, and how many go on as before.
    package var json: JSONValue {
        .object([
            ("from", .string(before.order.level.rawValue)), ("to", .string(after.order.level.rawValue)),
            (
                "counts",
                .object(
                    ItemChange.Kind.allCases.map { ($0.word, .integer(Int64(count($0)))) }
                        + [("unchanged", .integer(Int64(unchangedItems)))])
            ),
            (
                "measures",
                .array(
                    measures.map {
                        .object([
                            ("kind", .string($0.kind.word)), ("id", .string($0.measure.id.value.text)),
                            ("title", .string($0.measure.title)),
                        ])
                    })
            ),
            ("owners", .array(owners.map(\.json))),
        ])
    }
}

extension OwnerChanges {
    fileprivate var json: JSONValue {
        .object([
            ("id", .string(id)), ("name", .string(name)), ("subDistrict", .text(subDistrict?.text)),
            ("guardedBefore", .flag(guards.before)), ("guardedNow", .flag(guards.after)),
            (
                "items",
                .array(
                    items.map { item in
                        let words = OrderWords.change(item.item)
                        return .object([
                            ("kind", .string(item.kind.word)), ("name", .string(words.name)),
                            ("before", .string(words.before)), ("now", .string(words.now)),
                        ])
                    })
            ),
            ("unchanged", .integer(Int64(unchanged))),
        ])
    }
}

extension ItemChange.Kind {
    fileprivate var word: String { title.english }
}
