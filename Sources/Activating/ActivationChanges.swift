import Diagnostics
package import PlanModel

/// What is otherwise between two activations, owner by owner: from a level to another, or between two revisions of the
/// plans.
package struct ActivationChanges: Sendable {
    /// What was in force, or what people were told was to be.
    package let before: Activation
    /// What is in force from now on.
    package let after: Activation
    /// Whoever is told something else: enterprises, then sources, each in the district's order.
    package let owners: [OwnerChanges]
    /// Measures of the catalogue that address everybody, or whose force ends or begins as a whole.
    package let measures: [MeasureChange]
    /// Owners for whom nothing changes.
    package let unchangedOwners: Int
    /// Lines, transport and measures at sources for which nothing changes, also those of owners listed.
    package let unchangedItems: Int

    /// A measure of the catalogue that comes into force or ends.
    package struct MeasureChange: Sendable {
        package let kind: ItemChange.Kind
        package let measure: Measure
    }

    package init(from before: Activation, to after: Activation) {
        let compared =
            Self.pairs(before.enterprises, after.enterprises) { $0.enterprise.id.value }
            .map { OwnerChanges(.enterprise(before: $0, after: $1)) }
            + Self.pairs(before.sources, after.sources) { $0.source.id.value }
            .map { OwnerChanges(.source(before: $0, after: $1)) }
        self.before = before
        self.after = after
        owners = compared.filter { !$0.isEmpty }
        measures = Self.pairs(before.measures, after.measures) { $0.measure.id.value }.compactMap {
            old, new in
            switch (old, new) {
            case (let old?, nil): MeasureChange(kind: .released, measure: old.measure)
            case (nil, let new?): MeasureChange(kind: .new, measure: new.measure)
            default: nil
            }
        }.sorted { $0.kind < $1.kind }
        unchangedOwners = compared.count { $0.isEmpty }
        unchangedItems = compared.reduce(0) { $0 + $1.unchanged }
    }

    package var isEmpty: Bool { owners.isEmpty && measures.isEmpty }

    /// How many items are of a kind.
    package func count(_ kind: ItemChange.Kind) -> Int {
        owners.reduce(0) { $0 + $1.items.count { $0.kind == kind } }
    }

    /// What changes for the owners of a sub-district; for the district's own sources with nil.
    package func owners(of subDistrict: Identifier<SubDistrict>?) -> [OwnerChanges] {
        owners.filter { $0.subDistrict == subDistrict }
    }

    /// Old and new of the same id: in the new order, and at the end what is there no more.
    private static func pairs<Item, ID: Hashable>(
        _ old: [Item], _ new: [Item], by id: (Item) -> ID
    ) -> [(Item?, Item?)] {
        let known = Dictionary(old.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
        let named = Set(new.map(id))
        return new.map { (known[id($0)], $0) } + old.filter { !named.contains(id($0)) }.map { ($0, nil) }
    }
}

/// What one enterprise or source is told otherwise.
package struct OwnerChanges: Sendable {
    package let owner: Owner
    /// What is released first, then what is eased, altered, tightened, and what is new; each in the plan's order.
    package let items: [ItemChange]
    /// Lines, transport and measures that go on as before.
    package let unchanged: Int

    package enum Owner: Sendable {
        /// nil where the plans did not hold it, or do no more.
        case enterprise(before: EnterpriseActivation?, after: EnterpriseActivation?)
        case source(before: SourceActivation?, after: SourceActivation?)
    }

    init(_ owner: Owner) {
        let all: [ItemChange?] =
            switch owner {
            case .enterprise(let before, let after): ItemChange.all(before, after)
            case .source(let before, let after): ItemChange.all(before, after)
            }
        self.owner = owner
        items = all.compactMap(\.self).sorted { $0.kind < $1.kind }
        unchanged = all.count - items.count
    }

    /// Whether a guard is posted, before and after.
    package var guards: (before: Bool, after: Bool) {
        switch owner {
        case .enterprise(let before, let after): (before?.isGuarded ?? false, after?.isGuarded ?? false)
        case .source(let before, let after): (before?.isGuarded ?? false, after?.isGuarded ?? false)
        }
    }

    package var isEmpty: Bool { items.isEmpty && guards.before == guards.after }

    package var id: String {
        switch owner {
        case .enterprise(let before, let after): (after ?? before)?.enterprise.id.value.text ?? ""
        case .source(let before, let after): (after ?? before)?.source.id.value.text ?? ""
        }
    }

    package var name: String {
        switch owner {
        case .enterprise(let before, let after): (after ?? before)?.enterprise.name ?? ""
        case .source(let before, let after): (after ?? before)?.source.name ?? ""
        }
    }

    /// nil for the district's own sources.
    package var subDistrict: Identifier<SubDistrict>? {
        switch owner {
        case .enterprise(let before, let after): (after ?? before)?.enterprise.subDistrict.value
        case .source(let before, let after): (after ?? before)?.subDistrict
        }
    }

    package var responsible: ResponsiblePerson? {
        switch owner {
        case .enterprise(let before, let after): (after ?? before)?.enterprise.responsible
        case .source(let before, let after): (after ?? before)?.source.responsible
        }
    }

    /// The unit that leads; nil never happens, since an owner is on one side at least.
    package var lead: Identifier<MemberUnit>? {
        switch owner {
        case .enterprise(let before, let after): (after ?? before)?.enterprise.lead.value
        case .source(let before, let after): (after ?? before)?.source.lead.value
        }
    }
}
