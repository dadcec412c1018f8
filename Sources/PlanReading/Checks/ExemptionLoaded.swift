import Diagnostics
import PlanModel

/// Where a kind of exemption asks for a maximum load, the exemption names one.
enum ExemptionLoaded: EnterpriseCheck {
    static func findings(in enterprise: Enterprise, _ basis: CheckBasis) -> [Diagnostic] {
        guard let exemption = enterprise.exemption, exemption.maxLoad == nil,
            let rules = basis.rules.exemptions, let rule = rules.rule(for: exemption), rule.needsMaxLoad
        else { return [] }
        return [
            Diagnostic(
                .exemptionWithoutLoad,
                Phrase(
                    zh: "“\(rule.name)”豁免没有写最大负荷", en: "an exemption of '\(rule.name)' without a maximum load"
                ),
                severity: .warning, at: exemption.place,
                help: Phrase(
                    zh:
                        "按批准文件加 maxLoad，如 maxLoad: 80 %（依据：\(rules.label.source)，\(rule.certainty.title.chinese)）",
                    en:
                        "add 'maxLoad' as approved, such as maxLoad: 80 % (\(rules.label.source), \(rule.certainty.title.english))"
                ),
                related: [.init(Phrase(zh: "要求写在这里", en: "the requirement is here"), at: rule.place)])
        ]
    }
}
