package import PlanModel

extension Provenance {
    /// Named in every output when files with errors were left out; empty when none were.
    package func leftOutText(in style: TextStyle) -> String {
        guard !leftOut.isEmpty else { return "" }
        let names = leftOut.map { "  \(harmless($0))\n" }.joined()
        return style.paint(
            style.say(
                "注意：以下文件有错误，其内容未计入：\n", "Careful: these files have errors and count for nothing here:\n"),
            .bad) + names + "\n"
    }
}
