import Activating
import Diagnostics
import PlanModel
import PlanReading
import TestSupport
import Testing

/// Two activations compared: by level on the sample, and between plans that differ at random.
struct ActivationChangesTests {
    private func activate(seed: UInt64, _ level: AlertLevel) async throws -> Activation {
        let files = try planFiles(below: samplePlans)
        let reading = await PlanReader.read(
            seed == 0 ? files : scaledPlans(files, seed: seed), in: "Plans", on: sampleDay)
        let book = try #require(reading.book)
        let time = CivilTime(sampleDay, minuteOfDay: 18 * 60)
        return Activation(
            book, order: AlertOrder(level: level, issued: time, effective: time, end: nil, number: nil))
    }

    @Test(arguments: [0, 1, 2, 3, 4, 5] as [UInt64])
    func nothingChangesToItself(seed: UInt64) async throws {
        for level in AlertLevel.allCases {
            let activation = try await activate(seed: seed, level)
            let changes = ActivationChanges(from: activation, to: activation)
            #expect(changes.isEmpty)
            #expect(changes.unchangedOwners == activation.enterprises.count + activation.sources.count)
        }
    }

    /// There and back again: what is new one way is released the other.
    @Test(arguments: [0, 1, 2, 3, 4, 5] as [UInt64])
    func bothWaysMirrorEachOther(seed: UInt64) async throws {
        for (one, other) in [(AlertLevel.yellow, AlertLevel.orange), (.orange, .red), (.yellow, .red)] {
            let (low, high) = (
                try await activate(seed: seed, one), try await activate(seed: seed / 2, other)
            )
            let (there, back) = (
                ActivationChanges(from: low, to: high), ActivationChanges(from: high, to: low)
            )
            #expect(there.count(.new) == back.count(.released))
            #expect(there.count(.released) == back.count(.new))
            #expect(there.count(.tightened) == back.count(.eased))
            #expect(there.count(.eased) == back.count(.tightened))
            #expect(there.count(.altered) == back.count(.altered))
            #expect(there.unchangedItems == back.unchangedItems)
            #expect(there.owners.count == back.owners.count)
            #expect(!there.isEmpty)
        }
    }

    /// What is said of a line agrees with what its account cuts, which is reckoned elsewhere.
    @Test(arguments: [0, 1, 2, 3] as [UInt64])
    func theWordsAgreeWithTheGrams(seed: UInt64) async throws {
        let (before, after) = (
            try await activate(seed: seed, .orange), try await activate(seed: seed, .red)
        )
        let changes = ActivationChanges(from: before, to: after)
        var (told, checked) = (Set<String>(), 0)
        for owner in changes.owners {
            #expect(owner.items.map(\.kind.rawValue) == owner.items.map(\.kind.rawValue).sorted())
            for item in owner.items {
                guard case .line(let was?, let now?) = item.item else { continue }
                told.insert("\(owner.id) \(now.line.line.id.text)")
                guard was.line.entry.notCounted == nil, now.line.entry.notCounted == nil else { continue }
                checked += 1
                for pollutant in Pollutant.allCases {
                    let (old, new) = (was.line.entry.cut[pollutant], now.line.entry.cut[pollutant])
                    switch item.kind {
                    case .tightened, .new: #expect(old <= new, "\(owner.id) \(pollutant)")
                    case .released, .eased: #expect(new <= old, "\(owner.id) \(pollutant)")
                    case .altered: break
                    }
                }
            }
        }
        #expect(checked > 20)
        // And a line whose cut differs is told so.
        for (old, new) in zip(before.enterprises, after.enterprises) {
            for (was, now) in zip(old.lines, new.lines)
            where Pollutant.allCases.contains(where: { was.entry.cut[$0] != now.entry.cut[$0] }) {
                #expect(told.contains("\(new.enterprise.id.value.text) \(now.line.id.text)"))
            }
        }
    }

    @Test func whatComesAndGoesIsNewAndReleased() async throws {
        let files = try planFiles(below: samplePlans)
        let fewer = files.filter { !$0.path.hasSuffix("示例彩印.yaml") }
        let time = CivilTime(sampleDay, minuteOfDay: 18 * 60)
        let order = AlertOrder(level: .orange, issued: time, effective: time, end: nil, number: nil)
        let whole = try #require(await PlanReader.read(files, in: "Plans", on: sampleDay).book)
        let part = try #require(await PlanReader.read(fewer, in: "Plans", on: sampleDay).book)
        let gone = ActivationChanges(
            from: Activation(whole, order: order), to: Activation(part, order: order))
        #expect(gone.owners.map(\.id) == ["XC-YT-001"])
        #expect(gone.owners[0].items.allSatisfy { $0.kind == .released || $0.kind == .altered })
        let come = ActivationChanges(
            from: Activation(part, order: order), to: Activation(whole, order: order))
        #expect(come.owners[0].items.allSatisfy { $0.kind == .new || $0.kind == .altered })
    }
}
