import Printing

typealias RosterFace = OutputFace<RosterForm>

/// The forms of rosters.
enum RosterForm: String, CaseIterable {
    case text, json, csv, xlsx, html
}

extension OutputFace where Kind == RosterForm {
    func put(_ report: RosterReport) throws {
        switch kind {
        case .xlsx: try write(report.workbook)
        case .text: try put { report.text(in: $0) }
        case .json: try put { _ in report.json.text }
        case .csv: try put { _ in report.csv }
        case .html: try put { _ in report.page }
        }
        tellWritten()
    }
}
