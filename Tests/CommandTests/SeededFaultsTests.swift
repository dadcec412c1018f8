import Foundation
import TestSupport
import Testing

/// Twelve faults of all kinds, each in a plan of its own, are found in one run, each at its line.
struct SeededFaultsTests {
    @Test func everySeededFaultIsFoundAtItsLine() throws {
        let result = try python([repository.appending(path: "Benchmarks/faults.py").path, program])
        #expect(result.status == 0, "\(result.errorText)")
        #expect(result.text.contains("| found | 12 of 12 |"), "\(result.text)")
    }
}
