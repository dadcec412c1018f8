import Diagnostics
package import PlanModel

/// A reserve option of a plan, and what it would cut beyond what is in force.
package struct ReserveSuggestion: Sendable {
    package let enterprise: Enterprise
    package let option: ReserveOption
    package let extraCut: Emissions

    /// Every option of the order's level that would cut more, in the district's order.
    package static func all(for activation: Activation) -> [ReserveSuggestion] {
        activation.enterprises.flatMap { all(of: $0, at: activation.order.level) }.filter {
            !$0.extraCut.isZero
        }
    }

    /// Every option that an enterprise has at a level, also those that would cut nothing more.
    package static func all(of item: EnterpriseActivation, at level: AlertLevel) -> [ReserveSuggestion] {
        item.enterprise.reserve[level].map { option in
            ReserveSuggestion(
                enterprise: item.enterprise, option: option, extraCut: extraCut(of: option.measure, on: item))
        }
    }

    /// The option takes the place of what its line is ordered to do, where it asks for more.
    private static func extraCut(of measure: EnterpriseMeasure, on item: EnterpriseActivation) -> Emissions {
        let entries =
            switch measure.target {
            case .line(let id): item.lines.filter { $0.line.id == id.value }.map(\.entry)
            case .allLines: item.lines.map(\.entry)
            case .transport: item.transport.map { [$0.entry] } ?? []
            }
        return entries.filter { $0.notCounted == nil }.reduce(.zero) { sum, entry in
            sum
                + Emissions { pollutant in
                    let base = entry.base[pollutant]
                    let cut = base - base.remaining(measure.remaining(of: pollutant))
                    return max(.zero, cut - entry.cut[pollutant])
                }
        }
    }
}
