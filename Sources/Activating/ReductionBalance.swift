package import Diagnostics
package import PlanModel

/// What a level cuts against what it must cut.
package struct ReductionBalance: Sendable {
    package let level: AlertLevel
    /// The district's cut against what all of society emits.
    package let whole: ReductionFigures
    /// 工业, 扬尘, 移动, 其它, of what is listed.
    package let sectors: [Row<Sector>]
    /// What society emits beyond the lists; no cut is possible there.
    package let unlisted: Emissions
    /// In the district's order; the denominator is what stands on the sub-district's own list.
    package let subDistricts: [Row<Identifier<SubDistrict>>]
    /// District-wide sources on no sub-district's list.
    package let districtWide: Account
    /// What stays in the denominator and can be no cut, by reason.
    package let notCounted: [Row<Reason>]

    /// Emissions and what of them is cut.
    package struct Account: Sendable {
        package private(set) var base: Emissions = .zero
        package private(set) var cut: Emissions = .zero

        package init() {}

        /// The sum of these.
        init(of entries: [LedgerEntry]) {
            for entry in entries { add(entry) }
        }

        init(base: Emissions, cut: Emissions) {
            self.base = base
            self.cut = cut
        }

        package mutating func add(_ entry: LedgerEntry) {
            add(base: entry.base, cut: entry.cut)
        }

        mutating func add(base: Emissions, cut: Emissions) {
            self.base += base
            self.cut += cut
        }
    }

    /// Why something stays in the denominator and can be no cut.
    package enum Reason: Sendable {
        case notRunning(OperatingStatus)
        case exempt

        package var title: Phrase {
            switch self {
            case .notRunning(let status): status.title
            case .exempt: Phrase(zh: "豁免", en: "exempt")
            }
        }
    }

    /// An account under a name.
    package struct Row<Name: Sendable>: Sendable {
        package let name: Name
        package let account: Account
    }

    init(of entries: [LedgerEntry], district: District, level: AlertLevel) {
        var whole = Account()
        var bySector: [Sector: Account] = [:]
        var bySubDistrict: [Identifier<SubDistrict>: Account] = [:]
        var districtWide = Account()
        for entry in entries {
            whole.add(entry)
            bySector[entry.sector, default: Account()].add(entry)
            if let name = entry.subDistrict {
                bySubDistrict[name, default: Account()].add(entry)
            } else {
                districtWide.add(entry)
            }
        }
        let baseline = district.baseline.emissions
        let targets = district.targets.ratios[level]
        let figures = PerPollutant { pollutant in
            ReductionFigure(base: baseline[pollutant], cut: whole.cut[pollutant], target: targets[pollutant])
        }
        self.level = level
        self.whole = ReductionFigures(figures, pooled: district.targets.pooled)
        sectors = Sector.allCases.map { Row(name: $0, account: bySector[$0] ?? Account()) }
        unlisted = baseline - whole.base
        subDistricts = district.subDistricts.map {
            Row(name: $0.value, account: bySubDistrict[$0.value] ?? Account())
        }
        self.districtWide = districtWide
        notCounted = entries.notCounted
    }

    /// An account's own cut against the district's targets, such as a sub-district's, pooled as the district pools.
    package func figures(of account: Account) -> ReductionFigures {
        ReductionFigures(
            PerPollutant {
                ReductionFigure(base: account.base[$0], cut: account.cut[$0], target: whole[$0].target)
            },
            pooled: whole.pool?.pollutants ?? [])
    }

    /// nil when no pollutants are pooled.
    package var pool: ReductionPool? { whole.pool }

    /// Every pollutant's figure for the district.
    package var figures: PerPollutant<ReductionFigure> { whole.figures }

    /// Whether a pollutant's target is met, by itself or through the pool.
    package func isMet(_ pollutant: Pollutant) -> Bool { whole.isMet(pollutant) }

    /// Whether every pollutant's target is met.
    package var isMet: Bool { whole.isMet }

    /// The pollutants whose targets are missed.
    package var missed: [Pollutant] { whole.missed }
}
