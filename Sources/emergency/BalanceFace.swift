import Printing
import Workbooks

typealias BalanceFace = OutputFace<BalanceForm>

/// The forms of a balance.
enum BalanceForm: String, CaseIterable {
    case text, json, csv, xlsx, html, svg
}

extension OutputFace where Kind == BalanceForm {
    func put(_ report: BalanceReport) throws {
        if kind == .xlsx {
            try write(try workbook(report))
        } else {
            try put { report.text(kind, in: $0) }
        }
        tellWritten()
    }

    private func workbook(_ report: BalanceReport) throws -> [UInt8] {
        do throws(Workbook.Failure) {
            return try report.workbook.bytes()
        } catch {
            Terminal.shared.complain(error.message)
            throw Failure.outside.code
        }
    }
}
