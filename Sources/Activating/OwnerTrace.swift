import Diagnostics
package import PlanModel

/// How one enterprise's or one source's cut at a level comes about, to the last gram.
package struct OwnerTrace: Sendable {
    package let order: AlertOrder
    package let subject: Subject
    package let lines: [LineTrace]
    /// The sum of the lines.
    package let total: ReductionBalance.Account
    /// What stands on its sub-district's list; nil for a district-wide source.
    package let list: ReductionBalance.Row<Identifier<SubDistrict>>?
    /// What all of society emits.
    package let whole: Emissions
    /// What may be added at this level.
    package let reserve: [ReserveSuggestion]
    package let demands: [RatingDemand]

    /// Whose cut it is.
    package enum Subject: Sendable {
        case enterprise(EnterpriseActivation)
        case source(SourceActivation)
    }

    /// - Precondition: The owner is one of the activation's own plans.
    package init(_ owner: ListedOwner, in activation: Activation, of book: PlanBook) {
        let place: Identifier<SubDistrict>?
        let level = activation.order.level
        switch owner {
        case .enterprise(let enterprise):
            guard
                let index = activation.enterprises.firstIndex(where: {
                    $0.enterprise.id.value == enterprise.id.value
                })
            else { preconditionFailure("an activation has every enterprise of its book") }
            let item = activation.enterprises[index]
            subject = .enterprise(item)
            place = enterprise.subDistrict.value
            lines = LineTrace.all(of: item)
            reserve = ReserveSuggestion.all(of: index, in: activation)
            demands = RatingDemand.all(on: item, at: level, book.rules.ratings)
        case .source(let source, let subDistrict):
            guard let item = activation.sources.first(where: { $0.source.id.value == source.id.value }) else {
                preconditionFailure("an activation has every source of its book")
            }
            subject = .source(item)
            place = subDistrict
            lines = LineTrace.all(of: item)
            reserve = []
            demands = []
        }
        total = ReductionBalance.Account(of: lines.map(\.entry))
        order = activation.order
        list = activation.balance.subDistricts.first { $0.name == place }
        whole = activation.balance.figures.map { _, figure in figure.base }
    }
}
