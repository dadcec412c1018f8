import Activating
import Diagnostics
import PlanModel
import PlanReading
import TestSupport
import Testing

/// The cheapest choice against trying every combination of options, each activated anew and judged by its ratios.
struct ProposalTests {
    private struct Case {
        var book: PlanBook
        var request = ProposalRequest(gap: 0)
        let order: AlertOrder
    }

    private static func order(_ level: AlertLevel) throws -> AlertOrder {
        let time = try #require(CivilTime("2026-11-24 18:00"))
        return AlertOrder(level: level, issued: time, effective: time, end: nil, number: nil)
    }

    /// The sample with targets made up at random: most near what the plans cut anyhow, some for nothing.
    private static func sample(_ seeded: inout Seeded) async throws -> PlanBook {
        let levels = AlertLevel.allCases.map { level in
            let targets = Pollutant.allCases.map { pollutant in
                let isAsked = pollutant == .vocs || Int.random(in: 0...2, using: &seeded) == 0
                return "\(pollutant.symbol): \(isAsked ? Int.random(in: 5...60, using: &seeded) : 0) %"
            }
            return "  \(level.rawValue): {\(targets.joined(separator: ", "))}\n"
        }
        let pooled = Bool.random(using: &seeded) ? "  pooled: [PM, VOCs]\n" : ""
        let block = "targets:\n  source: 试\n  certainty: sample\n" + levels.joined() + pooled
        let files = try planFiles(below: samplePlans).map { file in
            guard file.path == "district.yaml" else { return file }
            let parts = file.text.split(separator: "\ntargets:", maxSplits: 1)
            let rest = try #require(parts.last?.firstRange(of: #/\n(?=[a-z])/#))
            return file.with(parts[0] + "\n" + block + parts[1][rest.upperBound...])
        }
        return try #require(await PlanReader.read(files, in: "Plans", on: sampleDay).book)
    }

    /// A few enterprises of the sample by themselves, with reserve options made up at random.
    private static func instance(seed: UInt64) async throws -> Case {
        var seeded = Seeded(seed)
        let sample = try await sample(&seeded)
        let level = AlertLevel.allCases.randomElement(using: &seeded) ?? .orange
        let picked = Set((0..<4).map { _ in Int.random(in: sample.enterprises.indices, using: &seeded) })
        let enterprises = picked.sorted().map { index -> Enterprise in
            let enterprise = sample.enterprises[index]
            return enterprise.with(reserve: options(for: enterprise, &seeded), at: level)
        }
        // Without sources, so that the enterprises weigh; the baseline such that the targets ask for somewhat more
        // than what is cut anyhow.
        let bare = PlanBook(
            district: sample.district, rules: sample.rules, measures: [], patrol: sample.patrol,
            duty: sample.duty,
            subDistricts: [], enterprises: enterprises, staffs: [], leftOut: [])
        let order = try order(level)
        let present = Activation(bare, order: order).balance
        let emitted = enterprises.reduce(Emissions.zero) { $0 + $1.emissions }
        let wanted = Int64.random(in: 0...40, using: &seeded)
        let book = bare.with(
            baseline: Emissions { pollutant in
                let (figure, all) = (present.figures[pollutant], emitted[pollutant].gramsPerDay)
                let cut = figure.cut.gramsPerDay
                let asked = cut + (all - cut) * wanted / 100
                return MassRate(
                    gramsPerDay: max(all, asked * figure.target.denominator / max(1, figure.target.numerator))
                )
            })
        var instance = Case(book: book, order: order)
        instance.request.margin = Share(Int64.random(in: 0...2, using: &seeded), of: 100)
        if Bool.random(using: &seeded), let first = enterprises.first {
            instance.request.subDistricts = [first.subDistrict.value]
        }
        if seed % 5 == 0, let first = enterprises.first, let line = first.lines.first {
            instance.request.kept = [.init(enterprise: first.id.value.text, part: line.id.text)]
        }
        if seed % 7 == 0 { instance.request.leastCut = MassRate(gramsPerDay: 300) }
        return instance
    }

    private static func options(for enterprise: Enterprise, _ seeded: inout Seeded) -> [ReserveOption] {
        var targets = enterprise.lines.map {
            EnterpriseMeasure.Target.line(Located($0.id, at: $0.place))
        }
        targets.append(.allLines)
        if enterprise.transport != nil { targets.append(.transport) }
        return (0..<Int.random(in: 0...4, using: &seeded)).map { _ in
            let target = targets.randomElement(using: &seeded) ?? .allLines
            let part = Share(Int64.random(in: 4...10, using: &seeded), of: 10)
            let measure = EnterpriseMeasure(
                target: target, action: part == .all ? .stop : .limit(by: part),
                overrides: Bool.random(using: &seeded) ? [:] : [.vocs: Share(1, of: 2)], banned: [],
                note: nil, place: enterprise.id.place)
            let cost = Int64.random(in: 0...9, using: &seeded) * 100_000_000
            return ReserveOption(
                measure: measure,
                cost: Int.random(in: 0...8, using: &seeded) == 0
                    ? nil : Quantity.Unit("元/d").map { Quantity(millionths: cost, unit: $0) })
        }
    }

    /// Whether an activation reaches what is asked, by its ratios alone.
    private static func reaches(_ activation: Activation, _ request: ProposalRequest) -> Bool {
        let balance = activation.balance
        let asked = balance.subDistricts.filter { request.subDistricts.contains($0.name) }
        let margin = ExactRatio(request.margin)
        return ([balance.whole] + asked.map { balance.figures(of: $0.account) }).allSatisfy { figures in
            Pollutant.allCases.allSatisfy { pollutant in
                let figure = figures[pollutant]
                let target = min(ExactRatio(figure.target) + margin, ExactRatio(.all))
                if let pool = figures.pool, pool.pollutants.contains(pollutant) {
                    let targets = pool.pollutants.filter { figures[$0].base > .zero }.reduce(ExactRatio.zero)
                    {
                        $0 + min(ExactRatio(figures[$1].target) + margin, ExactRatio(.all))
                    }
                    return pool.ratio >= targets
                }
                return figure.ratio.map { $0 >= target } ?? true
            }
        }
    }

    /// The least cost over all combinations: at most one option a line, none that is to be left alone.
    private static func leastBySearch(_ instance: Case) -> Int128? {
        let level = instance.order.level
        let before = Activation(instance.book, order: instance.order)
        var ways: [(book: PlanBook, cost: Int128)] = [(instance.book, 0)]
        for (index, enterprise) in instance.book.enterprises.enumerated() {
            let allowed = enterprise.reserve[level].filter { option in
                let changed = Activation(
                    adopting([option], of: index, in: instance.book, at: level), order: instance.order)
                let (old, new) = (before.enterprises[index].cut, changed.enterprises[index].cut)
                let isKept = instance.request.kept.contains { kept in
                    kept.enterprise == enterprise.id.value.text
                        && (option.measure.target == .allLines || option.measure.target.text == kept.part)
                }
                // No line may be cut less than it is, whatever the others are cut more.
                let loosens = zip(
                    before.enterprises[index].entries, changed.enterprises[index].entries
                ).contains { now, then in Pollutant.allCases.contains { then.cut[$0] < now.cut[$0] } }
                return option.cost != nil && !isKept && !loosens
                    && Pollutant.allCases.contains {
                        new[$0] > old[$0] && new[$0] - old[$0] >= instance.request.leastCut
                    }
            }
            ways = ways.flatMap { way in
                subsets(allowed).map { some in
                    (
                        adopting(some, of: index, in: way.book, at: level),
                        way.cost + some.reduce(0) { $0 + Int128($1.cost?.millionths ?? 0) }
                    )
                }
            }
        }
        return ways.filter { reaches(Activation($0.book, order: instance.order), instance.request) }
            .map(\.cost).min()
    }

    private static func subsets(_ options: [ReserveOption]) -> [[ReserveOption]] {
        (0..<(1 << options.count)).map { bits in
            options.indices.filter { bits & (1 << $0) != 0 }.map { options[$0] }
        }.filter { some in
            some.indices.allSatisfy { one in
                some[..<one].allSatisfy { other in
                    !some[one].measure.target.replaces(other.measure.target)
                        && !other.measure.target.replaces(some[one].measure.target)
                }
            }
        }
    }

    private static func adopting(
        _ options: [ReserveOption], of index: Int, in book: PlanBook, at level: AlertLevel
    ) -> PlanBook {
        var enterprises = book.enterprises
        for option in options {
            enterprises[index] = enterprises[index].with(
                enterprises[index].measures[level].adopting(option.measure), at: level)
        }
        return book.with(enterprises)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func isWhatTryingEverythingFinds(seed: UInt64) async throws {
        let instance = try await Self.instance(seed: seed)
        let proposal = Proposal(instance.book, order: instance.order, instance.request)
        let least = Self.leastBySearch(instance)
        switch proposal.outcome {
        case .enough: #expect(least == 0 && Self.reaches(proposal.before, instance.request))
        case .chosen(let choice):
            #expect(choice.cost == least && choice.isLeast)
            #expect(Self.reaches(proposal.after, instance.request))
        case .impossible(let impossible):
            #expect(least == nil)
            #expect(impossible.short.contains { $0 > 0 })
        }
    }

    @Test func theCurveRisesAndPassesThroughTheTargets() async throws {
        let sample = try #require(
            await PlanReader.read(try planFiles(below: samplePlans), in: "Plans", on: sampleDay).book)
        let assumed = try Assumptions(
            baseline: PerPollutant { $0 == .vocs ? .init(millionths: 1_030_000) : .one }
        ).applied(to: sample, at: .orange)
        let proposal = Proposal(assumed, order: try Self.order(.orange), ProposalRequest())
        guard case .chosen(let choice) = proposal.outcome else {
            Issue.record("three percent more VOCs are out of reach")
            return
        }
        let curve = ProposalCurve(proposal)
        #expect(curve.present < 1000 && curve.most > 1000)
        #expect(zip(curve.points, curve.points.dropFirst()).allSatisfy { $0.bound <= $1.cost })
        #expect(curve.points.first { $0.thousandths == 1000 }?.cost == choice.cost)
    }
}

extension EnterpriseMeasure.Target {
    fileprivate var text: String {
        switch self {
        case .line(let id): id.value.text
        case .allLines: "all"
        case .transport: "transport"
        }
    }
}
