import Explaining
import Printing

typealias FindingsFace = OutputFace<FindingsForm>

/// The forms of findings.
enum FindingsForm: String, CaseIterable {
    case text, concise, json, github, sarif, junit
}

extension OutputFace where Kind == FindingsForm {
    /// What is said when nothing was asked for: text, and in a GitHub workflow its annotations as well,
    /// which nobody but GitHub takes for anything.
    static func usual(in terminal: Terminal) -> [FindingsFace] {
        [FindingsFace(.text)] + (terminal.isGitHubWorkflow ? [FindingsFace(.github)] : [])
    }

    func put(_ report: FindingsReport) throws {
        try put { style in
            switch kind {
            case .text: report.text(in: style)
            case .concise: report.conciseText(in: style)
            case .json: report.json.text
            case .github: report.gitHubText(in: style)
            case .sarif: report.sarif(in: style.language, pages: RulePages.all).text
            case .junit: report.jUnitText(in: style.language)
            }
        }
    }
}
