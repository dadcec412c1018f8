/// Named rows of figures: the name before its figures where both fit a terminal, on a line of its own otherwise.
struct RowLayout {
    /// The name's heading, then one a figure.
    let head: [String]
    let rows: [(name: String, figures: [String])]
    let total: [String]
    /// Below the total, such as what it should have been.
    var below: [TextTable.Cell]?

    func text(in style: TextStyle) -> String {
        let flat = table(isStacked: false)
        return flat.width <= WrappedText.width ? flat.text(in: style) : table(isStacked: true).text(in: style)
    }

    private func table(isStacked: Bool) -> TextTable {
        var table = TextTable([.left] + Array(repeating: .right, count: head.count - 1))
        table.add(head, .quiet)
        for row in rows {
            if isStacked {
                // Whatever steers a terminal becomes a character of one column, so it is made harmless first.
                for line in WrappedText.of(harmless(row.name)).split(separator: "\n") {
                    table.add(line: .init(String(line)))
                }
                table.add([""] + row.figures)
            } else {
                table.add([row.name] + row.figures)
            }
        }
        table.add(total, .bold)
        if let below { table.add(below) }
        return table
    }
}
