import Diagnostics
import Papers
import Printing

/// How many pages there are to print.
struct PrintSummary {
    private let rows: [(kind: PaperKind, sections: [Int])]
    private let folder: String
    private let files: Int
    private let isDuplex: Bool

    init(
        _ pages: [(kind: PaperKind, sections: [Int])], in folder: String, files: Int, isDuplex: Bool
    ) {
        rows = PaperKind.allCases.compactMap { kind in
            let own = pages.filter { $0.kind == kind }
            return own.isEmpty ? nil : (kind, own.flatMap(\.sections))
        }
        self.folder = folder
        self.files = files
        self.isDuplex = isDuplex
    }

    func text(in style: TextStyle) -> String {
        var table = TextTable([.left, .right, .right, .right])
        table.add(
            style.language == .chinese ? ["种类", "份", "页", "张"] : ["kind", "papers", "pages", "sheets"], .quiet
        )
        for (kind, sections) in rows { table.add(row(style.say(kind.title), sections)) }
        let all = rows.flatMap(\.sections)
        table.add(row(style.say("合计", "in all"), all))
        return table.text(in: style, indent: 0)
            + style.say(
                "已写入 \(harmless(folder))/（\(files) 个 PDF）\n",
                "Wrote \(harmless(folder))/ (\(files) PDF)\n")
    }

    private func row(_ name: String, _ sections: [Int]) -> [String] {
        let pages = sections.reduce(0, +)
        let sheets = isDuplex ? sections.reduce(0) { $0 + ($1 + 1) / 2 } : pages
        return [name, sections.count.groupedText, pages.groupedText, sheets.groupedText]
    }
}
