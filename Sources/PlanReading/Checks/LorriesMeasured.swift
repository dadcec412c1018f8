import Diagnostics
import PlanModel

/// An enterprise that many lorries serve has a measure for its transport at orange and at red (应急运输响应).
enum LorriesMeasured: EnterpriseCheck {
    static let levels: [AlertLevel] = [.orange, .red]

    static func findings(in enterprise: Enterprise, _ basis: CheckBasis) -> [Diagnostic] {
        guard let standards = basis.standards, let many = standards.lorries,
            let lorries = enterprise.lorries(atLeast: many)
        else { return [] }
        return levels.compactMap { level in
            guard enterprise.exemption(on: basis.day, at: level, under: basis.rules) == nil,
                !enterprise.actsOnTransport(at: level)
            else { return nil }
            return Diagnostic(
                .lorriesWithoutMeasure,
                Phrase(
                    zh: "每日货车 \(lorries.text)，\(level.title.chinese)没有运输措施",
                    en:
                        "lorries: \(lorries.text), but no measure for transport at \(level.title.english)"
                ),
                severity: .warning, at: enterprise.transportPlace(at: level),
                help: Phrase(
                    zh:
                        "每日 \(many) 辆及以上的要有应急运输响应：加 {transport: true, action: limit, by: …, ban: […]}（\(standards.source)）",
                    en:
                        "from \(many) a day on, transport has to respond: add {transport: true, action: limit, by: …, ban: […]} (\(standards.source))"
                ))
        }
    }
}

/// A key vehicle user (重点用车企业) and what it plans for its lorries.
extension Enterprise {
    /// The lorries a day of an enterprise that many serve; nil for others.
    func lorries(atLeast many: Int) -> Quantity? {
        transport.flatMap {
            Int128($0.lorries.millionths) >= Int128(many) * 1_000_000 ? $0.lorries : nil
        }
    }

    func transportMeasures(at level: AlertLevel) -> [EnterpriseMeasure] {
        measures[level].filter { $0.target == .transport }
    }

    /// Whether anything is planned for transport at a level beyond letting all of it go on.
    func actsOnTransport(at level: AlertLevel) -> Bool {
        transportMeasures(at: level).contains { measure in
            if case .keep = measure.action { !measure.banned.isEmpty } else { true }
        }
    }

    /// Where a level says something of transport, or would say it.
    func transportPlace(at level: AlertLevel) -> SourceSpan {
        transportMeasures(at: level).first?.place ?? measures[level].last?.place ?? measuresPlaces[level]
    }
}
