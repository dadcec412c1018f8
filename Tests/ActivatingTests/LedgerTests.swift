@testable import Activating
import Diagnostics
import PlanModel
import TestSupport
import Testing

struct LedgerTests {
    private static let place = SourceSpan(wholeOf: SourceFile(path: "t", bytes: []))

    private func entry(
        _ grams: Int64, _ shares: [Share], notCounted: LedgerEntry.NotCounted? = nil
    ) -> LedgerEntry {
        LedgerEntry(
            .init(.line, owner: "E", name: "E", part: "L1", named: "L1", at: Self.place), sector: .industry,
            subDistrict: nil, base: Emissions { _ in MassRate(gramsPerDay: grams) },
            notCounted: notCounted,
            measures: shares.map { share in
                .init(
                    title: "m", origin: .ownPlan(.stop), remaining: PerPollutant { _ in share.complement },
                    place: Self.place)
            })
    }

    @Test func measuresCombineAsWhatRemainsOfWhatRemains() {
        let both = entry(1000, [Share(1, of: 2), Share(3, of: 10)])
        #expect(both.cut[.pm].gramsPerDay == 650)
        #expect(both.steps.map { $0.after[.pm].gramsPerDay } == [500, 350])
    }

    @Test(arguments: [OperatingStatus.standby, .idle, .seasonalStop, .rectification])
    func whatDoesNotRunIsNeverACut(status: OperatingStatus) {
        let idle = entry(1000, [.all], notCounted: .notRunning(status))
        #expect(idle.cut.isZero)
        #expect(idle.base[.pm].gramsPerDay == 1000)
    }

    @Test func whatIsExemptIsNeverACut() {
        #expect(entry(1000, [.all], notCounted: .exempt("民生保障")).cut.isZero)
    }

    /// Never above the whole, never less for one measure more, never more than without rounding.
    @Test(arguments: 0..<500 as Range<UInt64>)
    func cutsStayWithinTheWhole(seed: UInt64) {
        var seeded = Seeded(seed)
        let base = Int64.random(in: 0...1_000_000_000_000, using: &seeded)
        var shares: [Share] = []
        var before: Int64 = 0
        for _ in 0..<6 {
            shares.append(Share(Int64.random(in: 0...1_000_000, using: &seeded), of: 1_000_000))
            let cut = entry(base, shares).cut[.nox].gramsPerDay
            #expect(cut >= before && cut <= base)
            let exact =
                Double(base)
                * (1 - shares.reduce(1.0) { $0 * (1 - Double($1.numerator) / Double($1.denominator)) })
            #expect(Double(cut) <= exact + 1 + Double(base) * 1e-12)
            #expect(Double(cut) >= exact - Double(shares.count) - Double(base) * 1e-12)
            before = cut
        }
    }
}

struct FigureTests {
    private func figure(_ base: Int64, _ cut: Int64, _ percent: Int64) -> ReductionFigure {
        ReductionFigure(
            base: MassRate(gramsPerDay: base), cut: MassRate(gramsPerDay: cut),
            target: Share(percent, of: 100))
    }

    /// 以上: equal reaches, one gram less does not.
    @Test func theTargetItselfReaches() {
        #expect(figure(1000, 200, 20).isMet)
        #expect(!figure(1000, 199, 20).isMet)
        #expect(figure(1001, 201, 20).isMet)
        #expect(!figure(1001, 200, 20).isMet)
        #expect(figure(1001, 200, 20).marginMass.gramsPerDay == -1)
    }

    private func pool(_ so2: ReductionFigure, _ nox: ReductionFigure) throws -> ReductionPool {
        let figures = PerPollutant { pollutant in pollutant == .so2 ? so2 : nox }
        return try #require(ReductionPool(of: [.so2, .nox], figures: figures))
    }

    @Test func aPoolAddsRatiosNotMasses() throws {
        #expect(try pool(figure(100, 10, 20), figure(10_000, 3000, 20)).isMet)
        #expect(try !pool(figure(100, 10, 20), figure(10_000, 2999, 20)).isMet)
        #expect(try pool(figure(3, 1, 20), figure(300, 20, 20)).isMet, "1/3 + 1/15 is exactly 40 %")
        #expect(try !pool(figure(3, 1, 20), figure(301, 20, 20)).isMet)
    }
}
