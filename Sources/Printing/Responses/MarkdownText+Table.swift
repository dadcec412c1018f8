extension MarkdownText {
    /// A table: every cell is text of any origin.
    static func table(_ heads: [String], _ rows: [[String]]) -> String {
        func line(_ cells: [String]) -> String {
            "| " + cells.map { escaped($0) }.joined(separator: " | ") + " |\n"
        }
        return line(heads) + "|" + heads.map { _ in " --- |" }.joined() + "\n" + rows.map(line).joined()
    }
}
