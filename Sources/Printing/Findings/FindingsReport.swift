package import Diagnostics
package import PlanReading

/// What a check found, ready to be said in any of its faces.
package struct FindingsReport: Sendable {
    /// In reading order.
    package let findings: [Diagnostic]
    package let tally: PlanReading.Tally
    /// Whether a warning fails the check like an error.
    package let isStrict: Bool
    package let programVersion: String

    package init(_ findings: [Diagnostic], tally: PlanReading.Tally, isStrict: Bool, programVersion: String) {
        self.findings = findings
        self.tally = tally
        self.isStrict = isStrict
        self.programVersion = programVersion
    }

    package func fails(_ finding: Diagnostic) -> Bool {
        finding.severity >= (isStrict ? .warning : .error)
    }

    /// Whether the check as a whole fails.
    package var hasFailed: Bool { findings.contains(where: fails) }
}

extension Diagnostic {
    /// The place as data may say it; nil for a finding that concerns a whole file or folder.
    var region: SourceSpan? { place.file.bytes.isEmpty ? nil : place }

    /// The message and what to do, as one text.
    func sentence(in language: Language) -> String {
        message.text(in: language) + (help.map { "\n" + $0.text(in: language) } ?? "")
    }
}
