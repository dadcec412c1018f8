import Diagnostics
package import PlanModel

/// A reserve option of a plan, and what it would cut beyond what is in force.
package struct ReserveSuggestion: Sendable {
    package let number: Number
    package let enterprise: Enterprise
    package let option: ReserveOption
    /// After adopting it, less what is cut now. Negative for a pollutant for which the option asks less.
    package let extraCut: Emissions
    /// Whether some line, or the transport, would be cut less of some pollutant than by what is in force.
    package let loosens: Bool

    /// Where an option stands: its enterprise among those of the book, itself among those of the level; from 0.
    package struct Number: Sendable, Hashable, Comparable {
        package let enterprise: Int
        package let option: Int

        package static func < (left: Self, right: Self) -> Bool {
            (left.enterprise, left.option) < (right.enterprise, right.option)
        }
    }

    private init(
        _ option: ReserveOption, _ number: Number, of item: EnterpriseActivation,
        in activation: Activation
    ) {
        let order = activation.order
        let measures = item.enterprise.measures[order.level].adopting(option.measure)
        let adopted = EnterpriseActivation(
            item.enterprise.with(measures, at: order.level), order: order, rules: activation.rules)
        self.number = number
        self.option = option
        enterprise = item.enterprise
        extraCut = adopted.cut - item.cut
        loosens = zip(item.entries, adopted.entries).contains { now, then in
            Pollutant.allCases.contains { then.cut[$0] < now.cut[$0] }
        }
    }

    /// Every option of the order's level, in the district's order.
    package static func all(for activation: Activation) -> [ReserveSuggestion] {
        activation.enterprises.indices.flatMap { all(of: $0, in: activation) }
    }

    /// Every option that one of the activation's enterprises has, also those that would cut nothing more.
    package static func all(of index: Int, in activation: Activation) -> [ReserveSuggestion] {
        let item = activation.enterprises[index]
        return item.enterprise.reserve[activation.order.level].enumerated().map { place, option in
            ReserveSuggestion(
                option, Number(enterprise: index, option: place), of: item, in: activation)
        }
    }

    /// Those that would cut more of something and less of nothing.
    package static func useful(for activation: Activation) -> [ReserveSuggestion] {
        all(for: activation).filter { !$0.extraCut.isZero && !$0.loosens }
    }

    /// The line's id, `all` or `transport`.
    package var part: String {
        switch option.measure.target {
        case .line(let id): id.value.text
        case .allLines: "all"
        case .transport: "transport"
        }
    }

    /// The line's name, 全部生产线 or 运输.
    package var partName: String {
        switch option.measure.target {
        case .line(let id): enterprise.lines.first { $0.id == id.value }?.name ?? id.value.text
        case .allLines: "全部生产线"
        case .transport: "运输"
        }
    }
}

extension EnterpriseActivation {
    /// What all its lines and its transport cut.
    package var cut: Emissions { entries.reduce(.zero) { $0 + $1.cut } }
}
