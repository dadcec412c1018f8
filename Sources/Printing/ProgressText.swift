/// How far long work has come, on one line.
package enum ProgressText {
    private static let cells = 20

    /// What is counted.
    package enum Work: Sendable {
        case checking, rostering, typesetting

        fileprivate func text(_ done: Int, of total: Int, in style: TextStyle) -> String {
            let (done, total) = (done.groupedText, total.groupedText)
            return switch self {
            case .checking: style.say("检查 \(done) / \(total) 个文件", "Checking \(done) / \(total) files")
            case .typesetting: style.say("排版 \(done) / \(total) 份", "Typesetting \(done) / \(total) papers")
            case .rostering:
                style.say("排班 \(done) / \(total) 个街道", "Rostering \(done) / \(total) sub-districts")
            }
        }
    }

    /// `检查 12,345 / 20,038 个文件 [############--------] 61 %`, without its bar where that is too wide.
    /// - Parameters:
    ///   - columns: How wide the terminal is; the last column stays free, so that the line never breaks.
    package static func line(
        _ work: Work, done: Int, of total: Int, in style: TextStyle, columns: Int
    ) -> String {
        let done = min(max(done, 0), total)
        let text = work.text(done, of: total, in: style)
        let full = total > 0 ? done * cells / total : 0
        let bar = String(repeating: "#", count: full) + String(repeating: "-", count: cells - full)
        let percent = total > 0 ? done * 100 / total : 0
        return ["\(text) [\(bar)] \(percent) %", text].first { DisplayWidth.of($0) < columns } ?? ""
    }
}
