/// How far a check has come, on one line.
package enum ProgressText {
    private static let cells = 20

    /// `检查 12,345 / 20,038 个文件 [############--------] 61 %`, without its bar where that is too wide.
    /// - Parameters:
    ///   - columns: How wide the terminal is; the last column stays free, so that the line never breaks.
    package static func line(done: Int, of total: Int, in style: TextStyle, columns: Int) -> String {
        let done = min(max(done, 0), total)
        let text = style.say(
            "检查 \(done.groupedText) / \(total.groupedText) 个文件",
            "Checking \(done.groupedText) / \(total.groupedText) files")
        let full = total > 0 ? done * cells / total : 0
        let bar = String(repeating: "#", count: full) + String(repeating: "-", count: cells - full)
        let percent = total > 0 ? done * 100 / total : 0
        return ["\(text) [\(bar)] \(percent) %", text].first { DisplayWidth.of($0) < columns } ?? ""
    }
}
