import Diagnostics
package import PlanModel

/// What enterprises emit and what every level cuts of it, as sums: all that a district's ratios need of them, and what
/// differs between two states of the plans can be taken away and added.
package struct EnterpriseSums: Sendable {
    /// What they emit, running or not.
    package private(set) var base: Emissions = .zero
    package private(set) var cuts = PerLevel<Emissions>(repeating: .zero)

    private static let chunk = 64

    /// - Parameters:
    ///   - rules: Those that the district goes by.
    ///   - day: On which exemptions hold or have run out.
    package init(of enterprises: [Enterprise], under rules: RuleBook, on day: CivilDate) async {
        let time = CivilTime(day, minuteOfDay: 0)
        let orders = AlertLevel.allCases.map { level in
            AlertOrder(level: level, issued: time, effective: time, end: nil, number: nil)
        }
        let parts = await enterprises.mapOnAllCores(chunk: Self.chunk) { enterprise in
            var sums = EnterpriseSums()
            sums.base = enterprise.emissions
            for order in orders {
                for entry in EnterpriseActivation(enterprise, order: order, rules: rules).entries {
                    sums.cuts[order.level] += entry.cut
                }
            }
            return sums
        }
        self = parts.reduce(EnterpriseSums(), +)
    }

    private init() {}

    package static func + (left: EnterpriseSums, right: EnterpriseSums) -> EnterpriseSums {
        var sum = left
        sum.base += right.base
        sum.cuts = PerLevel { left.cuts[$0] + right.cuts[$0] }
        return sum
    }

    package static func - (left: EnterpriseSums, right: EnterpriseSums) -> EnterpriseSums {
        var difference = left
        difference.base = left.base - right.base
        difference.cuts = PerLevel { left.cuts[$0] - right.cuts[$0] }
        return difference
    }
}

extension EnterpriseSums {
    /// As plain numbers of grams, to be kept: what is emitted, then the cuts level by level.
    package var numbers: [Int64] {
        ([base] + AlertLevel.allCases.map { cuts[$0] }).flatMap { emissions in
            Pollutant.allCases.map { emissions[$0].gramsPerDay }
        }
    }

    /// - Returns: nil where these are no such numbers.
    package init?(_ numbers: [Int64]) {
        let kinds = Pollutant.allCases
        guard numbers.count == kinds.count * (1 + AlertLevel.allCases.count), numbers.allSatisfy({ $0 >= 0 })
        else { return nil }
        func emissions(_ row: Int) -> Emissions {
            Emissions { pollutant in
                MassRate(
                    gramsPerDay: numbers[row * kinds.count + (kinds.firstIndex(of: pollutant) ?? 0)])
            }
        }
        base = emissions(0)
        cuts = PerLevel(yellow: emissions(1), orange: emissions(2), red: emissions(3))
    }
}

extension ReductionFigures {
    /// The district's figures at a level for each of some sums of its enterprises.
    /// - Parameter book: Whose other owners are looked at one by one; enterprises in it do not count.
    package static func all(
        of book: PlanBook, _ enterprises: [EnterpriseSums], at level: AlertLevel, on day: CivilDate
    ) -> [ReductionFigures] {
        let time = CivilTime(day, minuteOfDay: 0)
        let rest = Activation(
            book.with([]),
            order: AlertOrder(level: level, issued: time, effective: time, end: nil, number: nil))
        return enterprises.map { sums in
            ReductionFigures(
                PerPollutant { pollutant in
                    let figure = rest.balance.figures[pollutant]
                    return ReductionFigure(
                        base: figure.base, cut: figure.cut + sums.cuts[level][pollutant],
                        target: figure.target)
                }, pooled: book.district.targets.pooled)
        }
    }
}
