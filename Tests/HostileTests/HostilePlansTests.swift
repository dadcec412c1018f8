import Diagnostics
import Foundation
import TestSupport
import Testing

/// Plans spoilt at random, from seeds: nothing that stands in a file may break the program, send people to
/// a place that is not there, or keep them waiting.
///
/// `make test` runs twelve hundred cases, `make fuzz ROUNDS=… SEED=…` as many as wanted. The case that is
/// running lies in `.build/fuzz/`, so that one that ends the program is there to be looked at.
struct HostilePlansTests {
    private static let workers = 4
    private static let rounds = setting("EMERGENCY_FUZZ_ROUNDS") ?? 1200
    private static let firstSeed = setting("EMERGENCY_FUZZ_SEED") ?? 1
    /// Far more than any case takes alone, as in `make fuzz`; among other tests a case also waits for its turn, and
    /// only a hang is told from that.
    private static let longest = setting("EMERGENCY_FUZZ_ROUNDS") == nil ? nil : Duration.seconds(10)

    private static func setting(_ name: String) -> UInt64? {
        ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
    }

    @Test(.timeLimit(.minutes(600)), arguments: 0..<workers)
    func whateverStandsInAFileIsRead(worker: Int) async throws {
        let districts = try HostileDistricts()
        let folder = repository.appending(path: ".build/fuzz")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let running = folder.appending(path: "running-\(worker).yaml")
        var failed = 0
        for round in stride(from: UInt64(worker), to: Self.rounds, by: Self.workers) {
            let hostile = HostileCase(seed: Self.firstSeed + round, in: districts)
            try Data(hostile.spoilt.bytes).write(to: running)
            let begun = ContinuousClock.now
            let faults = await hostile.faults()
            let taken = ContinuousClock.now - begun
            #expect(
                Self.longest.map { taken < $0 } ?? true,
                "seed \(hostile.seed) of \(hostile.spoilt.path) takes \(taken)")
            guard let fault = faults.first else { continue }
            let smallest = await Self.shrunk(hostile, keeping: fault)
            let kept = folder.appending(path: "failed-\(hostile.seed).yaml")
            try Data(smallest.spoilt.bytes).write(to: kept)
            Issue.record(
                "seed \(hostile.seed), \(hostile.spoilt.path): \(fault) (the smallest text is \(kept.path))")
            failed += 1
            if failed == 20 { break }
        }
        try FileManager.default.removeItem(at: running)
    }

    /// Leaves out what it can without losing the kind of fault.
    private static func shrunk(_ hostile: HostileCase, keeping fault: String) async -> HostileCase {
        let kind = fault.prefix { $0 != ":" }
        var smallest = hostile
        var size = max(1, hostile.spoilt.bytes.count / 2)
        var tries = 0
        while tries < 600 {
            var start = 0
            while start < smallest.spoilt.bytes.count, tries < 600 {
                var bytes = smallest.spoilt.bytes
                bytes.removeSubrange(start..<min(start + size, bytes.count))
                tries += 1
                guard let shorter = smallest.with(bytes) else { return smallest }
                let isSame = await shorter.faults().contains { $0.hasPrefix(kind) }
                if isSame { smallest = shorter } else { start += size }
            }
            if size == 1 { break }
            size = max(1, size / 2)
        }
        return smallest
    }
}
