package import Diagnostics
package import PlanModel

/// A plan at a level: what is in force on whom from when, what it cuts, whether that is enough.
package struct Activation: Sendable {
    package let order: AlertOrder
    /// The rule sets that it goes by.
    package let rules: RuleBook
    /// In catalogue order.
    package let measures: [ActiveMeasure]
    /// Every enterprise of the lists, in the district's order.
    package let enterprises: [EnterpriseActivation]
    /// Every source: those of the sub-districts in the district's order, then the district-wide ones.
    package let sources: [SourceActivation]
    package let balance: ReductionBalance
    /// What a careful reader of the plan would point out for this day; never errors.
    package let notices: [Diagnostic]

    package init(_ book: PlanBook, order: AlertOrder) {
        let active = book.measures.filter { $0.levels.contains(order.level) }
        let enterprises = book.enterprises.map {
            EnterpriseActivation($0, order: order, rules: book.rules)
        }
        func activate(_ source: EmissionSource, in subDistrict: Identifier<SubDistrict>?) -> SourceActivation
        {
            SourceActivation(
                source, in: subDistrict, kind: book.kind(source.kind.value), measures: active,
                kindOf: book.kind(_:), order: order)
        }
        let sources =
            book.subDistricts.flatMap { list in list.sources.map { activate($0, in: list.name.value) } }
            + book.district.sources.map { activate($0, in: nil) }
        let measures = Self.reach(
            of: active, enterprises: enterprises, sources: sources, from: order.effective)
        self.order = order
        rules = book.rules
        self.measures = measures
        self.enterprises = enterprises
        self.sources = sources
        balance = ReductionBalance(
            of: enterprises.flatMap(\.entries) + sources.flatMap(\.entries), district: book.district,
            level: order.level)
        notices = ActivationNotices.all(book, order: order, measures: measures, enterprises: enterprises)
    }

    /// Every account of the lists: the enterprises' lines and transport, then the sources', in the district's order.
    package var ledger: [LedgerEntry] { enterprises.flatMap(\.entries) + sources.flatMap(\.entries) }

    /// Enterprises and sources of one sub-district.
    package func enterprises(of name: Identifier<SubDistrict>) -> [EnterpriseActivation] {
        enterprises.filter { $0.enterprise.subDistrict.value == name }
    }

    package func sources(of name: Identifier<SubDistrict>) -> [SourceActivation] {
        sources.filter { $0.subDistrict == name }
    }

    private static func reach(
        of active: [Measure], enterprises: [EnterpriseActivation], sources: [SourceActivation],
        from time: CivilTime
    ) -> [ActiveMeasure] {
        var reached: [Identifier<Measure>: (all: Int, exempted: Int)] = [:]
        for inForce in sources.flatMap(\.measures) {
            reached[inForce.measure.id.value, default: (0, 0)].all += 1
            if inForce.exemption != nil { reached[inForce.measure.id.value, default: (0, 0)].exempted += 1 }
        }
        return active.map { measure in
            let count = reached[measure.id.value] ?? (0, 0)
            return switch measure.scope {
            case .everybody: ActiveMeasure(measure: measure, from: time, reaches: nil, exempted: 0)
            case .enterprises(let selection):
                ActiveMeasure(
                    measure: measure, from: time,
                    reaches: enterprises.count {
                        selection.includes(rating: $0.enterprise.rating.grade.rawValue)
                    },
                    exempted: 0)
            case .kinds, .sources:
                ActiveMeasure(measure: measure, from: time, reaches: count.all, exempted: count.exempted)
            }
        }
    }
}
