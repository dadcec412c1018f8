import Synchronization

/// How far long work has come: counted by whoever does a part of it, on whatever core.
package final class ProgressCount: Sendable {
    /// How many parts there are in all.
    package let total: Int
    private let done = Atomic<Int>(0)
    private let report: @Sendable (Int) -> Void

    /// - Parameter report: Told how many parts are done, each time some are; by several cores at once.
    package init(of total: Int, report: @escaping @Sendable (Int) -> Void) {
        self.total = total
        self.report = report
    }

    package func advance(by parts: Int) {
        report(done.add(parts, ordering: .relaxed).newValue)
    }
}
