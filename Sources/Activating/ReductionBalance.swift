package import Diagnostics
package import PlanModel

/// What a level cuts against what it must cut.
package struct ReductionBalance: Sendable {
    package let level: AlertLevel
    package let figures: PerPollutant<ReductionFigure>
    /// nil when no pollutants are pooled.
    package let pool: ReductionPool?
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

        mutating func add(_ entry: LedgerEntry) {
            base += entry.base
            cut += entry.cut
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
        var stopped: [OperatingStatus: Account] = [:]
        var exempt = Account()
        for entry in entries {
            whole.add(entry)
            bySector[entry.sector, default: Account()].add(entry)
            if let name = entry.subDistrict {
                bySubDistrict[name, default: Account()].add(entry)
            } else {
                districtWide.add(entry)
            }
            switch entry.notCounted {
            case .notRunning(let status): stopped[status, default: Account()].add(entry)
            case .exempt: exempt.add(entry)
            case nil: break
            }
        }
        let baseline = district.baseline.emissions
        let targets = district.targets.ratios[level]
        let figures = PerPollutant { pollutant in
            ReductionFigure(base: baseline[pollutant], cut: whole.cut[pollutant], target: targets[pollutant])
        }
        self.level = level
        self.figures = figures
        pool = ReductionPool(of: district.targets.pooled, figures: figures)
        sectors = Sector.allCases.map { Row(name: $0, account: bySector[$0] ?? Account()) }
        unlisted = baseline - whole.base
        subDistricts = district.subDistricts.map {
            Row(name: $0.value, account: bySubDistrict[$0.value] ?? Account())
        }
        self.districtWide = districtWide
        notCounted =
            OperatingStatus.allCases.compactMap { status in
                stopped[status].map { Row(name: .notRunning(status), account: $0) }
            } + (exempt.base.isZero ? [] : [Row(name: .exempt, account: exempt)])
    }

    /// Whether a pollutant's target is met, by itself or through the pool.
    package func isMet(_ pollutant: Pollutant) -> Bool {
        figures[pollutant].isMet || pool.map { $0.pollutants.contains(pollutant) && $0.isMet } ?? false
    }

    /// An account's own cut against the district's target, such as a sub-district's.
    package func figure(of account: Account, _ pollutant: Pollutant) -> ReductionFigure {
        ReductionFigure(
            base: account.base[pollutant], cut: account.cut[pollutant], target: figures[pollutant].target)
    }

    /// Whether every pollutant's target is met.
    package var isMet: Bool { Pollutant.allCases.allSatisfy(isMet) }

    /// The pollutants whose targets are missed.
    package var missed: [Pollutant] { Pollutant.allCases.filter { !isMet($0) } }
}

/// One pollutant's cut against its target.
package struct ReductionFigure: Sendable {
    /// The denominator: all of society, or what stands on a list.
    package let base: MassRate
    package let cut: MassRate
    package let target: Share

    package init(base: MassRate, cut: MassRate, target: Share) {
        self.base = base
        self.cut = cut
        self.target = target
    }

    /// A ratio equal to its target reaches it (以上).
    package var isMet: Bool { cut >= required }

    /// The least whole grams a day that reach the target.
    package var required: MassRate { target.leastPart(of: base) }

    /// nil where there is nothing to divide by.
    package var ratio: ExactRatio? { base > .zero ? ExactRatio(cut, of: base) : nil }

    /// Ratio less target, in parts of the whole; negative when short.
    package var margin: ExactRatio? { ratio.map { $0 - ExactRatio(target) } }

    /// What is cut beyond the required grams; negative when short.
    package var marginMass: MassRate { cut - required }
}

/// Pollutants that may make up for each other: the sum of their ratios against the sum of their targets.
package struct ReductionPool: Sendable {
    package let pollutants: [Pollutant]
    package let ratio: ExactRatio
    package let target: ExactRatio

    package var isMet: Bool { ratio >= target }
    package var margin: ExactRatio { ratio - target }

    init?(of pollutants: [Pollutant], figures: PerPollutant<ReductionFigure>) {
        guard pollutants.count > 1 else { return nil }
        self.pollutants = pollutants
        ratio = pollutants.reduce(.zero) { sum, pollutant in sum + (figures[pollutant].ratio ?? .zero) }
        target = pollutants.reduce(.zero) { sum, pollutant in sum + ExactRatio(figures[pollutant].target) }
    }
}
