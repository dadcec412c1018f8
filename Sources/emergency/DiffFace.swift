import Printing

typealias DiffFace = OutputFace<DiffForm>

/// The forms of a comparison.
enum DiffForm: String, CaseIterable {
    case text, json, markdown
}

extension OutputFace where Kind == DiffForm {
    func put(_ comparison: PlanComparison) throws {
        try put { style in
            switch kind {
            case .text: comparison.text(in: style)
            case .json: comparison.json.text
            case .markdown: comparison.markdown(in: style.language)
            }
        }
        tellWritten()
    }
}
