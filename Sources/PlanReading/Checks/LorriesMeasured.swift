import Diagnostics
import PlanModel

/// An enterprise that many lorries serve has a measure for its transport at orange and at red (应急运输响应).
enum LorriesMeasured: EnterpriseCheck {
    static func findings(in enterprise: Enterprise, _ basis: CheckBasis) -> [Diagnostic] {
        guard let standards = basis.standards, let many = standards.lorries,
            let transport = enterprise.transport,
            Int128(transport.lorries.millionths) >= Int128(many) * 1_000_000,
            enterprise.exemption(on: basis.day) == nil
        else { return [] }
        return [AlertLevel.orange, .red].compactMap { level in
            let own = enterprise.measures[level].filter { $0.target == .transport }
            let acts = own.contains { measure in
                if case .keep = measure.action { !measure.banned.isEmpty } else { true }
            }
            guard !acts else { return nil }
            return Diagnostic(
                .lorriesWithoutMeasure,
                Phrase(
                    zh: "每日货车 \(transport.lorries.text)，\(level.title.chinese)没有运输措施",
                    en:
                        "lorries: \(transport.lorries.text), but no measure for transport at \(level.title.english)"
                ),
                severity: .warning,
                at: own.first?.place ?? enterprise.measures[level].last?.place
                    ?? enterprise.measuresPlaces[level],
                help: Phrase(
                    zh:
                        "每日 \(many) 辆及以上的要有应急运输响应：加 {transport: true, action: limit, by: …, ban: […]}（\(standards.source)）",
                    en:
                        "from \(many) a day on, transport has to respond: add {transport: true, action: limit, by: …, ban: […]} (\(standards.source))"
                ))
        }
    }
}
