import Diagnostics
import PlanModel

/// An exemption is of a kind that the district's rules know; of another, nobody can say up to which level it holds.
enum ExemptionKindKnown: EnterpriseCheck {
    static func findings(in enterprise: Enterprise, _ basis: CheckBasis) -> [Diagnostic] {
        guard let exemption = enterprise.exemption, let rules = basis.rules.exemptions,
            rules.rule(for: exemption) == nil
        else { return [] }
        let known = rules.kinds.map(\.name)
        let source = rules.label.attribution
        let help: Phrase =
            if let near = Nearest.name(to: exemption.kind, among: known) {
                Phrase(
                    zh: "是不是“\(near)”？依据：\(source.chinese)",
                    en: "did you mean '\(near)'? known by \(source.english)")
            } else {
                Phrase(
                    zh: "已有：\(known.joined(separator: "、"))；依据：\(source.chinese)",
                    en: "known: \(known.joined(separator: ", ")); by \(source.english)")
            }
        return [
            Diagnostic(
                .unknownExemptionKind,
                Phrase(
                    zh: "豁免类别里没有“\(exemption.kind)”，各级都按豁免算",
                    en: "no kind of exemption is named '\(exemption.kind)'; it counts at every level"),
                severity: .warning, at: exemption.kindPlace, help: help)
        ]
    }
}
