/// What a patrol says of one item of its checklist, wherever it is filled in and not ticked on paper.
package enum PatrolAnswer: String, Sendable, CaseIterable {
    case done
    case notDone = "not_done"
    case notApplicable = "not_applicable"

    package var title: String {
        switch self {
        case .done: "已落实"
        case .notDone: "未落实"
        case .notApplicable: "不适用"
        }
    }
}
