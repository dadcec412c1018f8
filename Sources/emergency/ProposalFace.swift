import Activating
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

typealias ProposalFace = OutputFace<ProposalForm>

/// The forms of a proposal.
enum ProposalForm: String, CaseIterable {
    case text, json, html
}

extension OutputFace where Kind == ProposalForm {
    func put(_ report: ProposalReport, withCurve: Bool) throws {
        try put { report.text(kind, withCurve: withCurve, in: $0) }
        tellWritten()
    }
}

extension ProposalReport {
    fileprivate func text(_ kind: ProposalForm, withCurve: Bool, in style: TextStyle) -> String {
        let shown = withCurve ? curve : nil
        switch kind {
        case .text:
            return provenance.caveatsText(in: style) + proposal.text(in: style)
                + (shown.map { "\n" + $0.text(in: style) } ?? "")
        case .json:
            return JSONValue.document(
                "emergency-proposal", of: provenance, order,
                [("proposal", proposal.json)] + (shown.map { [("curve", $0.json)] } ?? [])
            ).text
        case .html:
            return ProposalSheet(proposal, curve, district, provenance).text
        }
    }
}
