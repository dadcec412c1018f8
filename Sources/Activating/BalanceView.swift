package import PlanModel

/// A balance looked at: all of the district against what society emits, or one sub-district against its own list.
package struct BalanceView: Sendable {
    package let activation: Activation
    /// nil for all of the district.
    package let subDistrict: Identifier<SubDistrict>?
    package let entries: [LedgerEntry]
    /// What is listed.
    package let account: ReductionBalance.Account
    /// Against the district's targets, the pooled pollutants together as well.
    package let figures: ReductionFigures
    /// What society emits beyond the lists; nothing for a sub-district, of which no such inventory is kept.
    package let unlisted: Emissions
    /// What stays in the denominator and can be no cut, by reason.
    package let notCounted: [ReductionBalance.Row<ReductionBalance.Reason>]

    package init(_ activation: Activation, of subDistrict: Identifier<SubDistrict>? = nil) {
        let balance = activation.balance
        let entries = activation.ledger.filter { subDistrict == nil || $0.subDistrict == subDistrict }
        let account = ReductionBalance.Account(of: entries)
        self.activation = activation
        self.subDistrict = subDistrict
        self.entries = entries
        self.account = account
        figures = subDistrict == nil ? balance.whole : balance.figures(of: account)
        unlisted = subDistrict == nil ? balance.unlisted : .zero
        notCounted = entries.notCounted
    }

    package var balance: ReductionBalance { activation.balance }
    package var level: AlertLevel { activation.order.level }

    package func table(by grouping: BalanceTable.Grouping) -> BalanceTable {
        BalanceTable(
            entries, by: grouping,
            subDistricts: subDistrict.map { [$0] } ?? balance.subDistricts.map(\.name),
            catalogue: activation.measures.map(\.measure))
    }

    /// 工业, 扬尘, 移动, 其它, of what is listed.
    package var sectors: [ReductionBalance.Row<Sector>] {
        guard subDistrict != nil else { return balance.sectors }
        var bySector: [Sector: ReductionBalance.Account] = [:]
        for entry in entries { bySector[entry.sector, default: .init()].add(entry) }
        return Sector.allCases.map { .init(name: $0, account: bySector[$0] ?? .init()) }
    }

    /// An account's own cut against the district's targets.
    package func figures(of account: ReductionBalance.Account) -> ReductionFigures {
        balance.figures(of: account)
    }
}
