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
    /// The revision whose own findings are left out; nil when all are here.
    package let since: Since?

    /// What an earlier revision had.
    package struct Since: Sendable {
        /// As it was asked for.
        package let revision: String
        /// The commit's full name.
        package let commit: String
        /// How many findings were there already and are not listed.
        package let earlier: Int

        package init(revision: String, commit: String, earlier: Int) {
            self.revision = revision
            self.commit = commit
            self.earlier = earlier
        }
    }

    package init(
        _ findings: [Diagnostic], tally: PlanReading.Tally, isStrict: Bool, programVersion: String,
        since: Since? = nil
    ) {
        self.since = since
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
