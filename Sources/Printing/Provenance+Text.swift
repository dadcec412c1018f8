import Diagnostics
package import PlanModel

extension Provenance {
    /// What every output names at its head: assumptions, and files with errors that were left out; empty when the
    /// plans are taken whole and as they are.
    package func caveatsText(in style: TextStyle) -> String {
        assumedText(in: style) + leftOutText(in: style)
    }

    /// The same in Chinese, a line each, for paper and tables.
    package var caveats: [String] {
        (assumed.isEmpty ? [] : ["假设（没有写入计划）：" + assumed.map(\.chinese).joined(separator: "；")])
            + (leftOut.isEmpty ? [] : ["以下计划文件有错误，其内容未计入：" + leftOut.joined(separator: "；")])
    }

    /// Which plans a table stands on, for its foot.
    package var planLine: String {
        "计划：\(folder)\(commit.map { "，提交 \($0)" } ?? "")，\(contentHash)。"
    }

    private func assumedText(in style: TextStyle) -> String {
        guard !assumed.isEmpty else { return "" }
        let head = style.say("假设（没有写入计划）：", "Assuming (nothing is written to the plans): ")
        let text = head + assumed.map { style.say($0) }.joined(separator: style.say("；", "; "))
        return style.paint(harmless(text), .warning) + "\n\n"
    }

    private func leftOutText(in style: TextStyle) -> String {
        guard !leftOut.isEmpty else { return "" }
        let names = leftOut.map { "  \(harmless($0))\n" }.joined()
        return style.paint(
            style.say(
                "注意：以下文件有错误，其内容未计入：\n", "Careful: these files have errors and count for nothing here:\n"),
            .bad) + names + "\n"
    }
}
