import Printing
import Workbooks

typealias RosterFace = OutputFace<RosterForm>

/// The forms of rosters.
enum RosterForm: String, CaseIterable {
    case text, json, csv, xlsx, html
}

extension OutputFace where Kind == RosterForm {
    func put(_ report: RosterReport) throws {
        switch kind {
        case .xlsx: try write(try workbook(report))
        case .text: try put { report.text(in: $0) }
        case .json: try put { _ in report.json.text }
        case .csv: try put { _ in report.csv }
        case .html: try put { _ in report.page }
        }
        tellWritten()
    }

    private func workbook(_ report: RosterReport) throws -> [UInt8] {
        do throws(Workbook.Failure) {
            return try report.workbook.bytes()
        } catch {
            Terminal.shared.complain(error.message)
            throw Failure.outside.code
        }
    }
}
