import Diagnostics
import PlanModel

/// What does not run, or is exempt, cannot be cut: a measure there promises what never counts.
enum CountedCuts: EnterpriseCheck {
    static func findings(in enterprise: Enterprise, _ basis: CheckBasis) -> [Diagnostic] {
        AlertLevel.allCases.flatMap { level -> [Diagnostic] in
            let exemption = enterprise.exemption(on: basis.day, at: level, under: basis.rules)
            return enterprise.measures[level].compactMap { measure in
                guard Pollutant.allCases.contains(where: { measure.remaining(of: $0) < .all }) else {
                    return nil
                }
                return reason(measure, in: enterprise, exemption).map { finding(at: measure.place, $0) }
            }
        }
    }

    private static func reason(
        _ measure: EnterpriseMeasure, in enterprise: Enterprise, _ exemption: EnterpriseExemption?
    ) -> Phrase? {
        if let exemption {
            return Phrase(
                zh: "企业豁免中（\(exemption.kind)）", en: "the enterprise is exempt (\(exemption.kind))")
        }
        guard case .line(let id) = measure.target,
            let line = enterprise.lines.first(where: { $0.id == id.value }), line.status != .running
        else { return nil }
        return Phrase(
            zh: "生产线 \(line.id.text) \(line.status.title.chinese)",
            en: "line \(line.id.text) is \(line.status.title.english)")
    }

    private static func finding(at place: SourceSpan, _ reason: Phrase) -> Diagnostic {
        Diagnostic(
            .cutNotCounted,
            Phrase(
                zh: "\(reason.chinese)，这条措施不计削减", en: "\(reason.english), so this measure is no cut"),
            severity: .warning, at: place,
            help: Phrase(
                zh: "改成 action: keep，或删去；留在分母里、不算削减",
                en: "write action: keep, or delete it; it stays in the denominator and is never a cut"))
    }
}
