import Diagnostics
import PlanModel

/// At a level that an exemption does not reach the enterprise's own plan applies, and has to cut something.
enum ExemptionReaches: EnterpriseCheck {
    static func findings(in enterprise: Enterprise, _ basis: CheckBasis) -> [Diagnostic] {
        guard let exemption = enterprise.exemption, exemption.until >= basis.day,
            let rules = basis.rules.exemptions, let rule = rules.rule(for: exemption),
            enterprise.lines.contains(where: { $0.status == .running && !$0.emissions.isZero })
        else { return [] }
        return AlertLevel.allCases.filter { !rule.levels.contains($0) }.compactMap { level in
            let cuts = enterprise.measures[level].contains { measure in
                Pollutant.allCases.contains { measure.remaining(of: $0) < .all }
            }
            guard !cuts else { return nil }
            return Diagnostic(
                .exemptionNotReaching,
                Phrase(
                    zh: "“\(rule.name)”豁免不到\(level.title.chinese)，本方案\(level.title.chinese)却什么都不减",
                    en:
                        "an exemption of '\(rule.name)' does not reach \(level.title.english), yet the plan cuts nothing there"
                ),
                severity: .warning,
                at: enterprise.measures[level].first?.place ?? enterprise.measuresPlaces[level],
                help: Phrase(
                    zh:
                        "写明\(level.title.chinese)停哪条线、限多少（依据：\(rules.label.source)，\(rule.certainty.title.chinese)）",
                    en:
                        "say what stops or is limited at \(level.title.english) (\(rules.label.source), \(rule.certainty.title.english))"
                ),
                related: [.init(Phrase(zh: "豁免写在这里", en: "the exemption is here"), at: exemption.place)])
        }
    }
}
