import Diagnostics
import PlanModel

/// A plan is reviewed anew within the months that the district sets (动态更新), and not in the future.
enum ReviewedInTime: EnterpriseCheck {
    static func findings(in enterprise: Enterprise, _ basis: CheckBasis) -> [Diagnostic] {
        let reviewed = enterprise.reviewed
        if reviewed.value > basis.day {
            return [
                Diagnostic(
                    .reviewOverdue,
                    Phrase(
                        zh: "复核日期 \(reviewed.value.isoText) 还没有到",
                        en: "the review of \(reviewed.value.isoText) lies in the future"),
                    severity: .warning, at: reviewed.place)
            ]
        }
        guard let standards = basis.standards, let months = standards.reviewMonths else { return [] }
        let due = reviewed.value.adding(months: months)
        guard due < basis.day else { return [] }
        return [
            Diagnostic(
                .reviewOverdue,
                Phrase(
                    zh: "上次复核是 \(reviewed.value.isoText)，已超过 \(months) 个月",
                    en: "last reviewed on \(reviewed.value.isoText), more than \(months) months ago"),
                severity: .warning, at: reviewed.place,
                help: Phrase(
                    zh: "到现场核对方案、清单和实际，再改复核日期（\(standards.source)）",
                    en: "compare plan, list and site, then write the new date (\(standards.source))"))
        ]
    }
}
