import Diagnostics
import PlanModel

/// A key vehicle user keeps the lorries out that the district's standards name, at the levels that they name.
enum LorriesBanned: EnterpriseCheck {
    static func findings(in enterprise: Enterprise, _ basis: CheckBasis) -> [Diagnostic] {
        guard let standards = basis.standards, let ban = standards.ban, let many = standards.lorries,
            let lorries = enterprise.lorries(atLeast: many)
        else { return [] }
        return AlertLevel.allCases.filter(ban.levels.contains).compactMap { level in
            let own = enterprise.transportMeasures(at: level)
            let keepsOut = own.contains { measure in
                if case .stop = measure.action { return true }
                return measure.banned.contains(where: ban.vehicles.contains)
            }
            // Without any measure for transport that is what is said already.
            let isSaid = LorriesMeasured.levels.contains(level) && !enterprise.actsOnTransport(at: level)
            guard !keepsOut, !isSaid,
                enterprise.exemption(on: basis.day, at: level, under: basis.rules) == nil
            else { return nil }
            let words = ban.vehicles.first ?? ""
            return Diagnostic(
                .lorriesWithoutBan,
                Phrase(
                    zh: "每日货车 \(lorries.text)，\(level.title.chinese)没有禁行“\(words)”",
                    en: "lorries: \(lorries.text), but no ban of '\(words)' at \(level.title.english)"),
                severity: .warning, at: enterprise.transportPlace(at: level),
                help: Phrase(
                    zh:
                        "在运输措施里写 ban: [\(words)]（依据：\(standards.source)，\(standards.certainty.title.chinese)）",
                    en:
                        "write ban: [\(words)] in the measure for transport (\(standards.source), \(standards.certainty.title.english))"
                ))
        }
    }
}
