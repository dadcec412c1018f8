import Diagnostics
import PlanModel

/// The little that checks of the whole plan need to know of an enterprise; whole ones would fill the memory.
struct EnterpriseSummary: Sendable {
    let name: String
    let subDistrict: String
    let emissions: Emissions
    let guarded: Set<AlertLevel>
    /// Where its id stands.
    let place: SourceSpan

    init(name: String, subDistrict: String, emissions: Emissions, guarded: Set<AlertLevel>, place: SourceSpan)
    {
        self.name = name
        self.subDistrict = subDistrict
        self.emissions = emissions
        self.guarded = guarded
        self.place = place
    }

    init(_ enterprise: Enterprise) {
        self.init(
            name: enterprise.name, subDistrict: enterprise.subDistrict.value.text,
            emissions: enterprise.emissions, guarded: enterprise.guarded, place: enterprise.id.place)
    }
}
