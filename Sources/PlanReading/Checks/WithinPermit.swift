import Diagnostics
import PlanModel

/// The lines of an enterprise do not emit more than its permit allows.
enum WithinPermit: EnterpriseCheck {
    static func findings(in enterprise: Enterprise, _ basis: CheckBasis) -> [Diagnostic] {
        guard let permit = enterprise.permit else { return [] }
        let lines = enterprise.lines.reduce(Emissions.zero) { $0 + $1.emissions }
        return Pollutant.allCases.compactMap { pollutant in
            guard let most = permit.limits[pollutant], lines[pollutant] > most else { return nil }
            let (sum, limit) = (lines[pollutant].gramsPerDay, most.gramsPerDay)
            return Diagnostic(
                .exceedsPermit,
                Phrase(
                    zh: "各生产线 \(pollutant.symbol) 合计 \(sum) 克/日，大于许可的 \(limit) 克/日",
                    en:
                        "the lines add up to \(sum) g/d of \(pollutant.symbol), more than the \(limit) g/d of the permit"
                ),
                severity: .warning, at: permit.place,
                help: Phrase(
                    zh: "核对许可证和各线排放量", en: "compare the permit with the lines' emissions"))
        }
    }
}
