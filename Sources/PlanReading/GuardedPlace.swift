import Diagnostics
import PlanModel

/// A source or an enterprise that a named guard watches (专人盯守).
struct GuardedPlace: Sendable {
    let id: String
    let name: String
    let levels: Set<AlertLevel>
    let place: SourceSpan
}

extension PlanDraft {
    /// What is guarded in each sub-district, sources first.
    var guardedPlaces: [String: [GuardedPlace]] {
        var places: [String: [GuardedPlace]] = [:]
        for list in subDistricts {
            for source in list.sources where !source.guarded.isEmpty {
                places[list.name.value.text, default: []].append(
                    GuardedPlace(
                        id: source.id.value.text, name: source.name, levels: source.guarded,
                        place: source.id.place))
            }
        }
        for enterprise in summaries where !enterprise.guarded.isEmpty {
            places[enterprise.subDistrict, default: []].append(
                GuardedPlace(
                    id: enterprise.id, name: enterprise.name, levels: enterprise.guarded,
                    place: enterprise.place))
        }
        return places
    }
}
