import Diagnostics
import Printing
import Synchronization

/// A line on the terminal that says how far long work has come: rewritten in place at most ten times a second,
/// gone when that is done, and never there when it takes less than a second or nobody watches.
final class ProgressLine: Sendable {
    private static let patience = 10
    private let terminal: Terminal
    private let work: ProgressText.Work
    private let begun = ContinuousClock.now
    /// When it was last written, in tenths of a second since the beginning; 0 while it was not.
    private let written = Atomic<Int>(0)

    /// - Returns: nil where no terminal shows what is written to standard error.
    init?(of work: ProgressText.Work, on terminal: Terminal) {
        guard terminal.showsProgress else { return nil }
        self.work = work
        self.terminal = terminal
    }

    /// Counts parts of work, and shows the count.
    func count(of total: Int) -> ProgressCount {
        ProgressCount(of: total) { [self] in show($0, of: total) }
    }

    /// Takes the line away, so that what is printed next stands on a clean one.
    func clear() {
        if written.load(ordering: .relaxed) > 0 { terminal.note("\r\u{1B}[K") }
    }

    private func show(_ done: Int, of total: Int) {
        let now = Int((ContinuousClock.now - begun) / .milliseconds(100))
        let last = written.load(ordering: .relaxed)
        // Of several cores that come here at once, one writes.
        guard now >= Self.patience, now > last,
            written.compareExchange(expected: last, desired: now, ordering: .relaxed).exchanged
        else { return }
        let text = ProgressText.line(
            work, done: done, of: total, in: terminal.errorStyle, columns: terminal.errorColumns)
        terminal.note("\r\(text)\u{1B}[K")
    }
}
