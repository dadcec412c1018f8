import Diagnostics

/// Whoever stands on a list with emissions of its own.
package enum ListedOwner: Sendable {
    case enterprise(Enterprise)
    /// In a sub-district, or nil where it is district-wide.
    case source(EmissionSource, in: Identifier<SubDistrict>?)

    package var id: String {
        switch self {
        case .enterprise(let enterprise): enterprise.id.value.text
        case .source(let source, _): source.id.value.text
        }
    }

    package var name: String {
        switch self {
        case .enterprise(let enterprise): enterprise.name
        case .source(let source, _): source.name
        }
    }
}

extension PlanBook {
    /// Enterprises, then sources of the sub-districts, both in the district's order, then district-wide sources.
    package var owners: [ListedOwner] {
        enterprises.map { .enterprise($0) }
            + subDistricts.flatMap { list in list.sources.map { .source($0, in: list.name.value) } }
            + district.sources.map { .source($0, in: nil) }
    }

    /// Those with an id, else those with a name; mostly one, since names may be shared.
    package func owners(called text: String) -> [ListedOwner] {
        let all = owners
        let byID = all.filter { $0.id == text }
        return byID.isEmpty ? all.filter { $0.name == text } : byID
    }
}
