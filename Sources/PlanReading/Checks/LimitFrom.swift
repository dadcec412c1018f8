import Diagnostics
import PlanModel

/// A limit starts from what the line makes on a normal day, or it claims a cut that is none.
enum LimitFrom: EnterpriseCheck {
    static func findings(in enterprise: Enterprise, _ basis: CheckBasis) -> [Diagnostic] {
        AlertLevel.allCases.flatMap { level in
            enterprise.measures[level].compactMap { finding(for: $0, in: enterprise) }
                + enterprise.reserve[level].compactMap { finding(for: $0.measure, in: enterprise) }
        }
    }

    private static func finding(for measure: EnterpriseMeasure, in enterprise: Enterprise) -> Diagnostic? {
        guard case .limitAmount(let from, _) = measure.action,
            let normal = normal(for: measure, in: enterprise),
            !isSame(normal.amount, from)
        else { return nil }
        return Diagnostic(
            .limitFromNotNormal,
            Phrase(
                zh: "限产从 \(from.text) 算起，而正常是 \(normal.amount.text)",
                en: "the limit starts from \(from.text), but \(normal.amount.text) is normal"),
            severity: .warning, at: measure.place,
            help: Phrase(
                zh: "改成一致，否则削减比例不实", en: "make them agree, or the cut is not what it claims to be"),
            related: [.init(Phrase(zh: "正常量写在这里", en: "what is normal is said here"), at: normal.place)])
    }

    /// The same amount, also in another unit of mass or with another word for what is counted.
    private static func isSame(_ one: Quantity, _ other: Quantity) -> Bool {
        switch (kilograms(one), kilograms(other)) {
        case (let one?, let other?): one == other
        case (nil, nil):
            one.millionths == other.millionths
                && (one.unit == other.unit || one.unit.text == "/d" || other.unit.text == "/d")
        default: false
        }
    }

    private static func kilograms(_ amount: Quantity) -> Int128? {
        switch amount.unit.text {
        case "t/d": Int128(amount.millionths) * 1000
        case "kg/d": Int128(amount.millionths)
        default: nil
        }
    }

    private static func normal(for measure: EnterpriseMeasure, in enterprise: Enterprise) -> (
        amount: Quantity, place: SourceSpan
    )? {
        switch measure.target {
        case .transport:
            return enterprise.transport.map { ($0.lorries, $0.place) }
        case .line(let id):
            let line = enterprise.lines.first { $0.id == id.value }
            return line.flatMap { line in line.throughput.map { ($0, line.place) } }
        case .allLines:
            return nil
        }
    }
}
