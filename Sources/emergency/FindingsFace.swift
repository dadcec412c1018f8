import ArgumentParser
import Diagnostics
import Explaining
import PlanFiles
import Printing

/// In what form findings are said, and where to: `--format sarif=findings.sarif`.
struct FindingsFace: ExpressibleByArgument {
    enum Kind: String, CaseIterable {
        case text, concise, json, github, sarif, junit
    }

    let kind: Kind
    /// A file to write; nil for standard output.
    let file: String?

    init(_ kind: Kind, file: String? = nil) {
        self.kind = kind
        self.file = file
    }

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let kind = Kind(rawValue: String(parts[0])), parts.count == 1 || !parts[1].isEmpty else {
            return nil
        }
        self.init(kind, file: parts.count == 2 ? String(parts[1]) : nil)
    }

    static let allValueStrings = Kind.allCases.map(\.rawValue)

    /// What is said when nothing was asked for: text, and in a GitHub workflow its annotations as well,
    /// which nobody but GitHub takes for anything.
    static func usual(in terminal: Terminal) -> [FindingsFace] {
        [FindingsFace(.text)] + (terminal.isGitHubWorkflow ? [FindingsFace(.github)] : [])
    }

    func text(of report: FindingsReport, in style: TextStyle) -> String {
        switch kind {
        case .text: report.text(in: style)
        case .concise: report.conciseText(in: style)
        case .json: report.json.text
        case .github: report.gitHubText(in: style)
        case .sarif: report.sarif(in: style.language, pages: RulePages.all).text
        case .junit: report.jUnitText(in: style.language)
        }
    }

    /// Prints or writes it, a file whole or not at all.
    func put(_ report: FindingsReport) throws {
        let terminal = Terminal.shared
        guard let file else {
            try terminal.put(text(of: report, in: terminal.outputStyle))
            return
        }
        let plain = TextStyle(language: terminal.language, usesColor: false)
        do throws(PlanFilesError) {
            try OutputFile(file).write(Array(text(of: report, in: plain).utf8))
        } catch {
            throw terminal.told(error)
        }
    }
}
