import Diagnostics
import PlanModel

/// The little that checks of the whole plan need to know of an enterprise; whole ones would fill the memory.
struct EnterpriseSummary: Sendable {
    let id: String
    let name: String
    let subDistrict: String
    let emissions: Emissions
    let guarded: Set<AlertLevel>
    /// Where its id stands.
    let place: SourceSpan

    init(
        id: String, name: String, subDistrict: String, emissions: Emissions, guarded: Set<AlertLevel>,
        place: SourceSpan
    ) {
        self.id = id
        self.name = name
        self.subDistrict = subDistrict
        self.emissions = emissions
        self.guarded = guarded
        self.place = place
    }

    init(_ enterprise: Enterprise) {
        self.init(
            id: enterprise.id.value.text, name: enterprise.name,
            subDistrict: enterprise.subDistrict.value.text,
            emissions: enterprise.emissions, guarded: enterprise.guarded, place: enterprise.id.place)
    }
}
