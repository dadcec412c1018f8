import Activating
import Diagnostics
import PlanModel
import PlanReading
import TestSupport
import Testing

/// Every way of looking at a balance closes to the last gram.
struct BalanceTableTests {
    @Test(arguments: AlertLevel.allCases)
    func rowsAddUpOnTheSamplePlans(level: AlertLevel) async throws {
        try await addUp(try planFiles(below: samplePlans), level: level)
    }

    /// Amounts, percentages and states changed at random.
    @Test(arguments: 100..<112 as Range<UInt64>)
    func rowsAddUpOnPlansChangedAtRandom(seed: UInt64) async throws {
        var seeded = Seeded(seed)
        let files = try planFiles(below: samplePlans).map { $0.with(JudgeTests.changed($0.text, &seeded)) }
        try await addUp(files, level: AlertLevel.allCases[Int(seed) % 3])
    }

    private func addUp(_ files: [SourceFile], level: AlertLevel) async throws {
        let activation = try await activation(files, level: level)
        let balance = activation.balance
        let all = BalanceView(activation)
        let parts = balance.subDistricts.map { BalanceView(activation, of: $0.name) }
        for grouping in BalanceTable.Grouping.allCases {
            let rows = all.table(by: grouping).rows
            #expect(Self.sum(rows, \.cut) == Emissions { balance.figures[$0].cut }, "\(grouping)")
            if grouping != .measure {
                let base = Self.sum(rows, \.base) + balance.unlisted
                #expect(base == Emissions { balance.figures[$0].base }, "\(grouping)")
                let notCounted = rows.flatMap(\.notCounted).reduce(Emissions.zero) { $0 + $1.account.base }
                #expect(notCounted == balance.notCounted.reduce(.zero) { $0 + $1.account.base })
            }
            // The sub-districts' tables and the district-wide sources make up the whole one.
            let cut = parts.reduce(balance.districtWide.cut) {
                $0 + Self.sum($1.table(by: grouping).rows, \.cut)
            }
            #expect(cut == all.account.cut, "\(grouping)")
            for (part, row) in zip(parts, balance.subDistricts) {
                #expect(Self.sum(part.table(by: grouping).rows, \.cut) == row.account.cut)
            }
        }
        #expect(all.table(by: .line).rows.count == activation.ledger.count)
        #expect(
            all.table(by: .enterprise).rows.count == activation.enterprises.count + activation.sources.count)
    }

    /// What cannot be cut says why; what nobody has ordered anything for says nothing.
    @Test func aRowWithoutACutSaysWhy() async throws {
        let activation = try await activation(try planFiles(below: samplePlans), level: .orange)
        let rows = BalanceView(activation).table(by: .line).rows.filter(\.isUncut)
        #expect(rows.contains { $0.reason?.title.english == "exempt" })
        #expect(rows.contains { $0.reason?.title.english == "standby" })
        #expect(rows.contains { $0.reason == nil && !$0.account.base.isZero })
    }

    private static func sum(
        _ rows: [BalanceTable.Row], _ part: (ReductionBalance.Account) -> Emissions
    ) -> Emissions {
        rows.reduce(.zero) { $0 + part($1.account) }
    }

    private func activation(_ files: [SourceFile], level: AlertLevel) async throws -> Activation {
        let reading = await PlanReader.read(files, in: "Plans", on: sampleDay)
        let book = try #require(reading.book)
        let time = CivilTime(sampleDay, minuteOfDay: 18 * 60)
        return Activation(
            book, order: AlertOrder(level: level, issued: time, effective: time, end: nil, number: nil))
    }
}
