import Printing

typealias ChecklistFace = OutputFace<ChecklistForm>

/// The forms of checklists.
enum ChecklistForm: String, CaseIterable {
    case text, json, csv, xlsx, xlsform, geojson
}

extension OutputFace where Kind == ChecklistForm {
    func put(_ report: ChecklistReport) throws {
        switch kind {
        case .xlsx: try write(report.workbook)
        case .xlsform: try write(report.form)
        case .text: try put { report.text(in: $0) }
        case .json: try put { _ in report.json.text }
        case .csv: try put { _ in report.csv }
        case .geojson: try put { _ in report.map.text }
        }
        tellWritten()
    }
}
