extension [Diagnostic] {
    /// What was not found before: a finding that has only moved within its file, or with its file, is no new one.
    /// - Parameters:
    ///   - earlier: What was found before the change.
    ///   - paths: The files that there are now; what an earlier file that is gone had may have moved with it.
    package func brought(since earlier: [Diagnostic], having paths: Set<String>) -> [Diagnostic] {
        var known: [FindingIdentity: Int] = [:]
        var moved: [FindingIdentity: Int] = [:]
        for finding in earlier {
            known[FindingIdentity(finding, path: finding.place.file.path), default: 0] += 1
            if !paths.contains(finding.place.file.path) {
                moved[FindingIdentity(finding, path: nil), default: 0] += 1
            }
        }
        func takes(_ identity: FindingIdentity, from counts: inout [FindingIdentity: Int]) -> Bool {
            guard let count = counts[identity], count > 0 else { return false }
            counts[identity] = count - 1
            return true
        }
        return filter { finding in
            if takes(FindingIdentity(finding, path: finding.place.file.path), from: &known) { return false }
            return !takes(FindingIdentity(finding, path: nil), from: &moved)
        }
    }
}

/// What makes two findings of two revisions the same one: not the line's number, but what stands there.
private struct FindingIdentity: Hashable {
    let path: String?
    let rule: RuleID
    let message: Phrase
    let line: String?

    init(_ finding: Diagnostic, path: String?) {
        self.path = path
        rule = finding.rule
        message = finding.message
        line = finding.place.file.line(finding.place.start.line)
    }
}
