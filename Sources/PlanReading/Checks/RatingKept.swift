import Diagnostics
import PlanModel

/// An enterprise's plan cuts at least what the rating tables ask of its grade, or of the restricted class.
enum RatingKept: EnterpriseCheck {
    static func findings(in enterprise: Enterprise, _ basis: CheckBasis) -> [Diagnostic] {
        let tables = basis.rules.ratings
        guard !tables.isEmpty else { return [] }
        let levels = AlertLevel.allCases.filter {
            enterprise.exemption(on: basis.day, at: $0, under: basis.rules) == nil
        }
        // What one table leaves to the enterprise no other table asks of it.
        let isVoluntary = tables.contains { $0.isVoluntary(for: enterprise) }
        return tables.flatMap { table in
            table.requirements(for: enterprise).filter { $0.isForRestricted || !isVoluntary }.flatMap {
                requirement in
                levels.compactMap { level in
                    finding(for: enterprise, at: level, requirement, of: table)
                }
            }
        }
    }

    private static func finding(
        for enterprise: Enterprise, at level: AlertLevel, _ requirement: RatingTable.Requirement,
        of table: RatingTable
    ) -> Diagnostic? {
        let asked = requirement.least[level]
        let short = table.pollutants.filter { !enterprise.cuts(atLeast: asked, of: $0, at: level) }
        guard !short.isEmpty else { return nil }
        let symbols = short.map(\.symbol)
        let who =
            requirement.isForRestricted
            ? Phrase(zh: "限制类企业", en: "a restricted enterprise")
            : Phrase(
                zh: "绩效 \(enterprise.rating.grade.rawValue) 级企业",
                en: "an enterprise rated \(enterprise.rating.grade.rawValue)")
        let least = asked.percentText
        return Diagnostic(
            requirement.isForRestricted ? .restrictedTooLittle : .ratingTooLittle,
            Phrase(
                zh:
                    "\(who.chinese)\(level.title.chinese)应减 \(least) 以上，本方案不到（\(symbols.joined(separator: "、"))）",
                en:
                    "\(who.english) has to cut \(least) or more at \(level.title.english); this plan cuts less (\(symbols.joined(separator: ", ")))"
            ),
            severity: .warning,
            at: enterprise.measures[level].first?.place ?? enterprise.measuresPlaces[level],
            help: Phrase(
                zh: "依据：\(table.label.attribution.chinese)",
                en: "asked by \(table.label.attribution.english)"),
            related: [.init(Phrase(zh: "要求写在这里", en: "the requirement is here"), at: requirement.place)])
    }
}
