import Printing

typealias BalanceFace = OutputFace<BalanceForm>

/// The forms of a balance.
enum BalanceForm: String, CaseIterable {
    case text, json, csv, xlsx, html, svg
}

extension OutputFace where Kind == BalanceForm {
    func put(_ report: BalanceReport) throws {
        if kind == .xlsx {
            try write(report.workbook)
        } else {
            try put { report.text(kind, in: $0) }
        }
        tellWritten()
    }
}
