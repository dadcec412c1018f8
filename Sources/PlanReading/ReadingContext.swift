import Diagnostics

/// What one file's reading gathers, and what a value may need to know from around it.
final class ReadingContext {
    private(set) var diagnostics: [Diagnostic] = []
    /// Set by an enterprise before its lines are read: what turns t/a into a daily rate. 1…366.
    var operatingDays: Int?
    var operatingDaysAreFaulty = false

    func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    func report(_ rule: RuleID, _ message: Phrase, at place: SourceSpan, help: Phrase? = nil) {
        report(Diagnostic(rule, message, at: place, help: help))
    }
}
