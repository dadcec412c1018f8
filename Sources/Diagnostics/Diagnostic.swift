/// How grave a finding is. An error keeps a district from being activated, a warning does not.
package enum Severity: String, Sendable, Comparable {
    case note, warning, error

    package static func < (left: Severity, right: Severity) -> Bool {
        left.weight < right.weight
    }

    package var title: Phrase {
        switch self {
        case .note: Phrase(zh: "说明", en: "note")
        case .warning: Phrase(zh: "警告", en: "warning")
        case .error: Phrase(zh: "错误", en: "error")
        }
    }

    private var weight: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// What is wrong, where, and what to type instead.
package struct Diagnostic: Sendable {
    /// Another place that belongs to the finding, such as the first of two equal keys.
    package struct Related: Sendable {
        package let message: Phrase
        package let place: SourceSpan

        package init(_ message: Phrase, at place: SourceSpan) {
            self.message = message.shortened(to: Diagnostic.longestMessage)
            self.place = place
        }
    }

    /// How long a sentence may be, in characters; of a longer one the middle is left out.
    package static let longestMessage = 600
    /// Help may list what is known.
    package static let longestHelp = 3000

    package let severity: Severity
    package let rule: RuleID
    package let message: Phrase
    package let place: SourceSpan
    package let help: Phrase?
    package let related: [Related]

    package init(
        _ rule: RuleID, _ message: Phrase, severity: Severity = .error, at place: SourceSpan,
        help: Phrase? = nil, related: [Related] = []
    ) {
        self.severity = severity
        self.rule = rule
        self.message = message.shortened(to: Self.longestMessage)
        self.place = place
        self.help = help?.shortened(to: Self.longestHelp)
        self.related = related
    }
}

extension Array where Element == Diagnostic {
    /// By path bytes, then place, then rule: the order in which findings are printed on every machine.
    package func inReadingOrder() -> [Diagnostic] {
        enumerated().sorted { left, right in
            let (one, other) = (left.element, right.element)
            if one.place.file.path.precedesInBytes(other.place.file.path) { return true }
            if other.place.file.path.precedesInBytes(one.place.file.path) { return false }
            if one.place.start != other.place.start { return one.place.start < other.place.start }
            return (one.rule.rawValue, left.offset) < (other.rule.rawValue, right.offset)
        }.map(\.element)
    }

    /// One entry used at several places through an alias is one fault. Expects reading order.
    package func withoutRepeats() -> [Diagnostic] {
        var kept: [Diagnostic] = []
        for finding in self {
            let isRepeat =
                kept.last.map { last in
                    last.rule == finding.rule && last.message == finding.message
                        && last.place.start == finding.place.start && last.place.end == finding.place.end
                        && last.place.file.path == finding.place.file.path
                } ?? false
            if !isRepeat { kept.append(finding) }
        }
        return kept
    }

    package func count(of severity: Severity) -> Int {
        count { $0.severity == severity }
    }
}
