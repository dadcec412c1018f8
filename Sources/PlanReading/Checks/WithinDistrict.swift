import Diagnostics
import PlanModel

/// Every place on the map lies in the district, as far as the district says where it lies.
enum WithinDistrict: Check {
    static func findings(in draft: PlanDraft, _ basis: CheckBasis) -> [Diagnostic] {
        draft.sources.flatMap { finding(for: $0.location, basis) }
    }

    static func finding(for location: Located<Coordinates>?, _ basis: CheckBasis) -> [Diagnostic] {
        guard let location, let bounds = basis.standards?.bounds, !bounds.contains(location.value) else {
            return []
        }
        return [
            Diagnostic(
                .outsideDistrict,
                Phrase(zh: "坐标不在本区范围内", en: "this place lies outside the district"), severity: .warning,
                at: location.place,
                help: Phrase(
                    zh: "核对经纬度；范围写在 district.yaml 的 standards 里",
                    en: "check longitude and latitude; the bounds stand in district.yaml under 'standards'"))
        ]
    }
}

extension WithinDistrict: EnterpriseCheck {
    static func findings(in enterprise: Enterprise, _ basis: CheckBasis) -> [Diagnostic] {
        finding(for: enterprise.location, basis)
    }
}
