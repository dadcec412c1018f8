import Diagnostics
import PlanModel

/// An exemption holds until its last day, and not longer.
enum ExemptionHolds: EnterpriseCheck {
    static func findings(in enterprise: Enterprise, _ basis: CheckBasis) -> [Diagnostic] {
        guard let exemption = enterprise.exemption, exemption.until < basis.day else { return [] }
        return [finding(until: exemption.until, at: exemption.place)]
    }

    static func finding(until: CivilDate, at place: SourceSpan) -> Diagnostic {
        Diagnostic(
            .exemptionExpired,
            Phrase(
                zh: "豁免已于 \(until.isoText) 到期", en: "the exemption ran out on \(until.isoText)"),
            severity: .warning, at: place,
            help: Phrase(
                zh: "续批后改 until 和批准文号，否则删去",
                en: "once it is approved anew change 'until' and 'approved'; otherwise delete it"))
    }
}

/// The same for the exemptions of sources.
enum SourceExemptionsHold: Check {
    static func findings(in draft: PlanDraft, _ basis: CheckBasis) -> [Diagnostic] {
        draft.sources.flatMap(\.exemptions).filter { $0.until < basis.day }.map {
            ExemptionHolds.finding(until: $0.until, at: $0.place)
        }
    }
}
