import Diagnostics
import PlanModel

/// The district's own targets may not fall from a milder level to a graver one.
enum TargetsRise: Check {
    static func findings(in draft: PlanDraft, _ basis: CheckBasis) -> [Diagnostic] {
        guard let targets = draft.districts.first?.targets(completedBy: draft.rules) else { return [] }
        let ratios = targets.ratios
        return zip(AlertLevel.allCases, AlertLevel.allCases.dropFirst()).compactMap { milder, graver in
            let falling = Pollutant.allCases.filter { ratios[graver][$0] < ratios[milder][$0] }
            guard !falling.isEmpty else { return nil }
            let symbols = falling.map(\.symbol)
            return Diagnostic(
                .levelLoosens,
                Phrase(
                    zh:
                        "\(graver.title.chinese)的目标低于\(milder.title.chinese)（\(symbols.joined(separator: "、"))）",
                    en:
                        "the target at \(graver.title.english) is below that at \(milder.title.english) (\(symbols.joined(separator: ", ")))"
                ), severity: .warning, at: targets.place)
        }
    }
}
