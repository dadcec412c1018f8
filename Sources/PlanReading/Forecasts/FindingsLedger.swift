import Diagnostics

/// What is wrong with one file, as far as anybody reads on.
struct FindingsLedger {
    private(set) var findings: [Diagnostic] = []
    private var isFull = false

    /// More findings than this tell nothing new.
    private static let most = 100

    mutating func add(_ rule: RuleID, _ message: Phrase, at place: SourceSpan, help: Phrase? = nil) {
        guard !isFull else { return }
        guard findings.count < Self.most else {
            isFull = true
            findings.append(
                Diagnostic(
                    .tooManyFaults,
                    Phrase(
                        zh: "错误超过 \(Self.most) 处，其余没有列出",
                        en: "more than \(Self.most) errors; the others are not listed"),
                    at: place))
            return
        }
        findings.append(Diagnostic(rule, message, at: place, help: help))
    }

    mutating func add(_ finding: Diagnostic) {
        add(finding.rule, finding.message, at: finding.place, help: finding.help)
    }
}
