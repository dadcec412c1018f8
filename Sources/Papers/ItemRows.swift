import Printing
import Staffing

/// What is looked at, two items a row where they are short, each with its three boxes.
enum ItemRows {
    static let columns =
        [PaperTable.Column("看什么", .share(1))] + boxes + [PaperTable.Column("看什么", .share(1))] + boxes

    private static let boxes = ["已\n落实", "未\n落实", "不\n适用"].map { PaperTable.Column($0, .millimetres(9)) }

    /// Columns of text that fit beside a second item.
    private static let short = 52

    static let legend = PaperText(
        "勾法：符合要求、没有问题的勾“已落实”（问“有无”的，没有问题也勾这里）；有问题的勾“未落实”，写在现场情况里。", .quiet, size: .small)

    /// - Parameter code: For the code of every page on which they stand.
    static func rows(of items: [PatrolStop.Item], code: String? = nil) -> [PaperTable.Row] {
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
                    keepsNext: true, code: code))
            waiting = []
        }
        for item in items {
            if DisplayWidth.of(item.text) > short {
                flush()
                rows.append(
                    PaperTable.Row(
                        [PaperTable.Cell(PaperText(item.text), span: 5), "□", "□", "□"], keepsNext: true,
                        code: code))
            } else {
                waiting.append(item)
                if waiting.count == 2 { flush() }
            }
        }
        flush()
        return rows
    }
}
