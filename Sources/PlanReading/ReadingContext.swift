import Diagnostics

/// What one file's reading gathers, and what a value may need to know from around it.
final class ReadingContext {
    private(set) var diagnostics: [Diagnostic] = []
    var names = NameLedger()
    /// Where measures speak of an enterprise's transport.
    var transportMentions: [SourceSpan] = []
    private var dropped = 0
    /// A file with more faults than this is hostile or no plan at all; the rest is counted, not listed.
    static let most = 1000

    /// Set by an enterprise before its lines are read: what turns t/a into a daily rate. 1…366.
    var operatingDays: Int?
    var operatingDaysAreFaulty = false
    /// What the amount read last says a year, where it says that, in grams; taken by whoever reads the amount.
    var annualGrams: Int64?

    func report(_ diagnostic: Diagnostic) {
        if diagnostics.count < Self.most { diagnostics.append(diagnostic) } else { dropped += 1 }
    }

    /// All complaints, the last of them saying how many are not listed.
    func finished(in file: SourceFile) -> [Diagnostic] {
        guard dropped > 0 else { return diagnostics }
        return diagnostics + [
            Diagnostic(
                .tooManyFaults,
                Phrase(
                    zh: "本文件另有 \(dropped) 个错误没有列出", en: "\(dropped) more faults of this file are not listed"),
                at: SourceSpan(wholeOf: file))
        ]
    }

    func report(_ rule: RuleID, _ message: Phrase, at place: SourceSpan, help: Phrase? = nil) {
        report(Diagnostic(rule, message, at: place, help: help))
    }
}
