import Printing
import Staffing

/// What is looked at, two items a row where they are short, each with its three boxes.
enum ItemRows {
    static let columns =
        [PaperTable.Column("看什么", .share(1))] + boxes + [PaperTable.Column("看什么", .share(1))] + boxes

    private static let boxes = ["已\n落实", "未\n落实", "不\n适用"].map { PaperTable.Column($0, .millimetres(9)) }

    /// Columns of text that fit beside a second item.
    private static let short = 52

    static func rows(of items: [PatrolStop.Item]) -> [PaperTable.Row] {
        var rows: [PaperTable.Row] = []
        var waiting: [PatrolStop.Item] = []
        func flush() {
            guard let first = waiting.first else { return }
            let second = waiting.dropFirst().first
            rows.append(
                PaperTable.Row(
                    [PaperTable.Cell(PaperText(first.text)), "□", "□", "□"]
                        + (second.map { [PaperTable.Cell(PaperText($0.text)), "□", "□", "□"] } ?? [
                            "", "", "", "",
                        ]),
                    keepsNext: true))
            waiting = []
        }
        for item in items {
            if DisplayWidth.of(item.text) > short {
                flush()
                rows.append(
                    PaperTable.Row(
                        [PaperTable.Cell(PaperText(item.text), span: 5), "□", "□", "□"], keepsNext: true))
            } else {
                waiting.append(item)
                if waiting.count == 2 { flush() }
            }
        }
        flush()
        return rows
    }
}
