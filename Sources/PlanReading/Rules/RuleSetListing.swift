package import Diagnostics
package import PlanModel

/// One rule set among those that can be named, and whether the district goes by it.
package struct RuleSetListing: Sendable {
    package let kind: PlanFileKind
    package let label: RuleSetLabel
    /// Whether the program brings it along.
    package let isShipped: Bool
    /// Whether it takes the place of one that the program brings along.
    package let isReplacement: Bool
    package let isUsed: Bool

    package var file: SourceFile { label.place.file }

    /// Those that the program brings along, of which without a district none is in use.
    package static let shipped = all(in: .shipped, used: RuleSets.shipped.book(.none))

    /// All of them, kind by kind, the plans' own first.
    static func all(in sets: RuleSets, used book: RuleBook) -> [RuleSetListing] {
        let used = book.labels
        return sets.labels.map { kind, label in
            let isShipped = ShippedRules.files.contains { $0 === label.place.file }
            return RuleSetListing(
                kind: kind, label: label, isShipped: isShipped,
                isReplacement: !isShipped
                    && RuleSets.shipped.labels.contains {
                        $0.kind == kind && $0.label.id != nil && $0.label.id == label.id
                    },
                isUsed: used.contains { $0.place.file === label.place.file })
        }
    }
}
