import Activating
import ArgumentParser
import PlanFiles
import PlanModel
import Printing
import Sheets
import Staffing

/// A proposal with all that its faces say beside it.
struct ProposalReport {
    let proposal: Proposal
    let curve: ProposalCurve?
    let district: District
    let provenance: Provenance
    let order: AlertOrder
}

/// In what form a proposal is said, and where to: `--format html=proposal.html`.
struct ProposalFace: ExpressibleByArgument {
    enum Kind: String, CaseIterable {
        case text, json, html
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

    /// Prints it, or writes a file whole or not at all.
    func put(_ report: ProposalReport, withCurve: Bool) throws {
        let terminal = Terminal.shared
        guard let file else { return try terminal.put(text(report, withCurve, in: terminal.outputStyle)) }
        let plain = TextStyle(language: terminal.language, usesColor: false)
        do throws(PlanFilesError) {
            try OutputFile(file).write(Array(text(report, withCurve, in: plain).utf8))
        } catch {
            throw terminal.told(error)
        }
        terminal.note(terminal.say("已写入 \(harmless(file))\n", "Wrote \(harmless(file))\n"))
    }

    private func text(_ report: ProposalReport, _ withCurve: Bool, in style: TextStyle) -> String {
        let curve = withCurve ? report.curve : nil
        switch kind {
        case .text:
            return report.provenance.caveatsText(in: style) + report.proposal.text(in: style)
                + (curve.map { "\n" + $0.text(in: style) } ?? "")
        case .json:
            return JSONValue.document(
                "emergency-proposal", of: report.provenance, report.order,
                [("proposal", report.proposal.json)]
                    + (curve.map { [("curve", $0.json)] } ?? [])
            ).text
        case .html:
            return ProposalSheet(
                report.proposal, report.curve, report.district, report.provenance
            ).text
        }
    }
}
