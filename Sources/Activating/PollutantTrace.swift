package import PlanModel

/// How the district's cut of one pollutant comes about: sectors, in them sub-districts, in them owners, in them
/// lines. Whatever emits none of it is left out; all sums close to the last gram.
package struct PollutantTrace: Sendable {
    package let pollutant: Pollutant
    package let order: AlertOrder
    /// What it has to agree with.
    package let balance: ReductionBalance
    package let sectors: [SectorPart]
    /// The same cut by sub-district, in the district's order, what is district-wide last.
    package let places: [PlaceSum]
    /// Of what is listed: what could be cut, and what could not, by reason.
    package let countable: Amount
    package let notCounted: [ReasonPart]

    /// A sum of grams a day of the one pollutant.
    package struct Amount: Sendable, Equatable {
        package private(set) var base: MassRate = .zero
        package private(set) var cut: MassRate = .zero
        /// How many accounts it is the sum of.
        package private(set) var accounts = 0

        package init() {}

        init(_ entry: LedgerEntry, _ pollutant: Pollutant) {
            base = entry.base[pollutant]
            cut = entry.cut[pollutant]
            accounts = 1
        }

        package static func + (left: Amount, right: Amount) -> Amount {
            var sum = left
            sum.base = left.base + right.base
            sum.cut = left.cut + right.cut
            sum.accounts = left.accounts + right.accounts
            return sum
        }

        /// nil where there is nothing to divide by.
        package var ratio: ExactRatio? { cut.ratio(of: base) }
    }

    package struct SectorPart: Sendable {
        package let sector: Sector
        package let amount: Amount
        package let places: [PlacePart]
    }

    package struct PlacePart: Sendable {
        /// nil for what is district-wide.
        package let subDistrict: Identifier<SubDistrict>?
        package let amount: Amount
        /// Enterprises, then sources, in the order of the lists.
        package let owners: [OwnerPart]
    }

    package struct OwnerPart: Sendable {
        package let id: String
        package let name: String
        package let amount: Amount
        package let lines: [LineTrace]
    }

    package struct PlaceSum: Sendable {
        package let subDistrict: Identifier<SubDistrict>?
        package let amount: Amount
    }

    package struct ReasonPart: Sendable {
        package let reason: ReductionBalance.Reason
        package let amount: Amount
    }

    package init(_ pollutant: Pollutant, in activation: Activation) {
        let all =
            activation.enterprises.flatMap(LineTrace.all(of:))
            + activation.sources.flatMap(LineTrace.all(of:))
        let lines = all.filter { $0.entry.base[pollutant] > .zero }
        let names: [Identifier<SubDistrict>?] = activation.balance.subDistricts.map(\.name) + [nil]
        func amount(_ some: [LineTrace]) -> Amount {
            some.reduce(Amount()) { $0 + Amount($1.entry, pollutant) }
        }
        func places(_ some: [LineTrace]) -> [PlacePart] {
            let byName = Dictionary(grouping: some, by: \.entry.subDistrict)
            return names.compactMap { name in
                byName[name].map { here in
                    PlacePart(
                        subDistrict: name, amount: amount(here),
                        // The lists keep an owner's lines together.
                        owners: here.runs { $0.entry.emitter.isOfSameOwner(as: $1.entry.emitter) }.map {
                            lines in
                            let emitter = lines[0].entry.emitter
                            return OwnerPart(
                                id: emitter.owner, name: emitter.ownerName, amount: amount(lines),
                                lines: lines)
                        })
                }
            }
        }
        self.pollutant = pollutant
        order = activation.order
        balance = activation.balance
        sectors = Sector.allCases.map { sector in
            let here = lines.filter { $0.entry.sector == sector }
            return SectorPart(sector: sector, amount: amount(here), places: places(here))
        }
        self.places = names.map { name in
            PlaceSum(subDistrict: name, amount: amount(lines.filter { $0.entry.subDistrict == name }))
        }
        countable = amount(lines.filter { $0.entry.notCounted == nil })
        let reasons = OperatingStatus.allCases.map { ReductionBalance.Reason.notRunning($0) } + [.exempt]
        notCounted = reasons.compactMap { reason in
            let sum = amount(lines.filter { $0.entry.notCounted.map(reason.covers) ?? false })
            return sum.accounts > 0 ? ReasonPart(reason: reason, amount: sum) : nil
        }
        precondition(closes, "the parts of a balance add up to it")
    }

    /// Everything on the lists.
    package var listed: Amount { sectors.reduce(Amount()) { $0 + $1.amount } }
    package var figure: ReductionFigure { balance.figures[pollutant] }
    /// What society emits beyond the lists.
    package var unlisted: MassRate { balance.unlisted[pollutant] }

    /// Whether every sum of the tree equals the balance's own.
    private var closes: Bool {
        let byPlace = places.reduce(Amount()) { $0 + $1.amount }
        let byReason = notCounted.reduce(countable) { $0 + $1.amount }
        return listed.cut == figure.cut && listed.base + unlisted == figure.base && byPlace == listed
            && byReason == listed
    }
}

extension ReductionBalance.Reason {
    fileprivate func covers(_ reason: LedgerEntry.NotCounted) -> Bool {
        switch (self, reason) {
        case (.notRunning(let one), .notRunning(let other)): one == other
        case (.exempt, .exempt): true
        default: false
        }
    }
}
