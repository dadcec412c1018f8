import Diagnostics

extension FindingsReport {
    /// One line a finding, for editors, grep and sort: `path:line:column: severity: message [rule]`.
    package func conciseText(in style: TextStyle) -> String {
        findings.map { finding in
            harmless(
                "\(finding.place.location): \(style.say(finding.severity.title)): \(style.say(finding.message)) [\(finding.rule.rawValue)]"
            ) + "\n"
        }.joined()
    }
}
