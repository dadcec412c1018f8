internal import CXLSXWriter
internal import Glibc
import PlanModel
import Printing

/// Writes one table into one worksheet: title, heads, rows, sums, notes, and how it is printed.
struct SheetWriter {
    private let page: UnsafeMutablePointer<lxw_worksheet>
    private let formats: WorkbookFormats

    /// What the library would not take, such as more than a million rows.
    struct Failure: Error {
        let code: lxw_error
    }

    init(_ page: UnsafeMutablePointer<lxw_worksheet>, _ formats: WorkbookFormats) {
        self.page = page
        self.formats = formats
    }

    func write(_ sheet: Workbook.Sheet) throws(Failure) {
        let table = sheet.table
        let last = lxw_col_t(table.columns.count - 1)
        try merge(row: 0, rows: 1, column: 0, columns: table.columns.count, table.title, formats.title)
        try check(worksheet_set_row(page, 0, 26, nil))
        for head in table.heads {
            try merge(
                row: head.row + 1, rows: head.rows, column: head.column, columns: head.columns, head.text,
                formats.head)
        }
        var row = lxw_row_t(table.depth + 1)
        let first = row
        let percent = formats.percent(decimals: table.decimals)
        let widths = Self.widths(of: table)
        for item in table.rows {
            let lines = try write(item, at: row, decimals: table.decimals, percent, widths)
            // Excel holds no row higher than 409 points.
            if lines > 1 { try check(worksheet_set_row(page, row, Double(min(409, 15 * lines + 3)), nil)) }
            row += 1
        }
        if !table.rows.isEmpty {
            if table.isFiltered { try check(worksheet_autofilter(page, first - 1, 0, row - 1, last)) }
            for (column, choices) in table.columns.map(\.choices).enumerated() where !choices.isEmpty {
                try offer(choices, rows: first...row - 1, column: lxw_col_t(column))
            }
        }
        if let total = table.total {
            _ = try write(
                DataTable.Row(total, isWhole: true), at: row, decimals: table.decimals, percent, widths)
            row += 1
        }
        for (column, width) in widths.enumerated() {
            try check(worksheet_set_column(page, lxw_col_t(column), lxw_col_t(column), width, nil))
        }
        let room = Int(widths.reduce(0, +))
        for note in sheet.notes {
            row += 1
            try merge(row: Int(row), rows: 1, column: 0, columns: table.columns.count, note, formats.note)
            let lines = (DisplayWidth.of(note) + room - 1) / max(room, 1)
            try check(worksheet_set_row(page, row, Double(16 * max(1, lines)), nil))
        }
        worksheet_freeze_panes(page, first, lxw_col_t(min(3, table.namingColumns)))
        printing(heads: first)
    }

    /// A4 across, as many pages down as it takes, the heads on each.
    private func printing(heads first: lxw_row_t) {
        worksheet_set_paper(page, 9)
        worksheet_set_landscape(page)
        worksheet_fit_to_pages(page, 1, 0)
        worksheet_center_horizontally(page)
        worksheet_set_margins(page, 0.4, 0.4, 0.5, 0.6)
        _ = worksheet_repeat_rows(page, 0, first - 1)
        _ = worksheet_set_footer(page, "&C&P / &N")
    }

    /// A table as programs read it: heads, rows, and nothing that is there for people.
    func writePlain(_ table: DataTable) throws(Failure) {
        let cells = [table.columns.map { DataTable.Cell.text($0.heads.joined(separator: " ")) }]
        for (row, cells) in (cells + table.rows.map(\.cells)).enumerated() {
            for (column, cell) in cells.enumerated() {
                // What is not there is no empty text either.
                guard case .text(let text) = cell, !text.isEmpty else { continue }
                try check(
                    worksheet_write_string(
                        page, lxw_row_t(row), lxw_col_t(column), Self.words(text), formats.words))
            }
        }
        for (column, width) in Self.widths(of: table).enumerated() {
            try check(worksheet_set_column(page, lxw_col_t(column), lxw_col_t(column), width, nil))
        }
        worksheet_freeze_panes(page, 1, 0)
    }

    /// A list to choose from in every cell of a column; other words are refused.
    private func offer(_ choices: [String], rows: ClosedRange<lxw_row_t>, column: lxw_col_t) throws(Failure) {
        var texts: [UnsafeMutablePointer<CChar>?] = choices.map { strdup($0) } + [nil]
        var message = Array("请从列表里选：\(choices.joined(separator: "、"))".utf8CString)
        defer { for text in texts { free(text) } }
        let code = texts.withUnsafeMutableBufferPointer { texts in
            message.withUnsafeMutableBufferPointer { message in
                var rule = lxw_data_validation()
                rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
                rule.value_list = texts.baseAddress
                rule.error_message = message.baseAddress
                return worksheet_data_validation_range(
                    page, rows.lowerBound, column, rows.upperBound, column, &rule)
            }
        }
        try check(code)
    }

    /// - Returns: How many lines its highest cell takes.
    private func write(
        _ item: DataTable.Row, at row: lxw_row_t, decimals: Int, _ percent: WorkbookFormats.Percent,
        _ widths: [Double]
    ) throws(Failure) -> Int {
        var most = 1
        for (index, cell) in item.cells.enumerated() {
            let column = lxw_col_t(index)
            let lines = Self.lines(of: cell, width: widths[index])
            most = max(most, lines)
            let format = formats.format(of: cell, isWhole: item.isWhole, percent: percent, wraps: lines > 1)
            switch cell {
            case .text(let text):
                try check(worksheet_write_string(page, row, column, Self.words(text), format))
            case .nothing: try check(worksheet_write_blank(page, row, column, format))
            case .kilograms, .tonnes, .percent, .number, .hours:
                try check(
                    worksheet_write_number(page, row, column, Self.nearest(to: cell, decimals), format))
            }
        }
        return most
    }

    /// How many lines a cell takes in a column of that width.
    private static func lines(of cell: DataTable.Cell, width: Double) -> Int {
        guard case .text(let text) = cell else { return 1 }
        let room = max(1, Int(width) - 1)
        // No character takes more columns than bytes.
        guard text.utf8.count > room || text.utf8.contains(UInt8(ascii: "\n")) else { return 1 }
        return lines(of: text).reduce(0) { $0 + max(1, (DisplayWidth.of($1) + room - 1) / room) }
    }

    /// The double nearest to the exact figure. A percent is written as the part of one that it is.
    private static func nearest(to cell: DataTable.Cell, _ decimals: Int) -> Double {
        let text =
            if case .percent(let ratio) = cell {
                DataTable.Cell.decimal(ratio.percentFloor(decimals: decimals), places: decimals + 2)
            } else {
                cell.numberText(decimals: decimals) ?? ""
            }
        guard let value = Double(text) else { preconditionFailure("a figure is written as a number") }
        return value
    }

    private func merge(
        row: Int, rows: Int, column: Int, columns: Int, _ text: String, _ format: WorkbookFormats.Format
    ) throws(Failure) {
        let words = Self.words(text)
        guard rows > 1 || columns > 1 else {
            return try check(
                worksheet_write_string(page, lxw_row_t(row), lxw_col_t(column), words, format))
        }
        try check(
            worksheet_merge_range(
                page, lxw_row_t(row), lxw_col_t(column), lxw_row_t(row + rows - 1),
                lxw_col_t(column + columns - 1), words, format))
    }

    private static func lines(of text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// Text as a cell may hold it: no control characters but line breaks, nothing that XML forbids, not too long for
    /// Excel.
    static func words(_ text: String) -> String {
        var words = String.UnicodeScalarView()
        var units = 0
        for scalar in lines(of: text).map({ harmless($0) }).joined(separator: "\n").unicodeScalars {
            units += UTF16.width(scalar)
            guard units <= 32_767 else { break }
            words.append(scalar == "\u{FFFE}" || scalar == "\u{FFFF}" ? "\u{FFFD}" : scalar)
        }
        return String(words)
    }

    /// In characters of the usual font, at most 44: longer text goes on below.
    private static func widths(of table: DataTable) -> [Double] {
        table.columns.indices.map { index in
            let head = table.columns[index].heads.last.map { DisplayWidth.of($0) } ?? 0
            let widest = (table.rows.map(\.cells) + (table.total.map { [$0] } ?? [])).reduce(0) {
                most, cells in
                switch cells[index] {
                case .text(let text): Self.lines(of: text).reduce(most) { max($0, DisplayWidth.of($1)) }
                case .nothing: most
                case let cell: max(most, (cell.numberText(decimals: table.decimals)?.count ?? 0) + 2)
                }
            }
            return Double(min(44, max(8, head + 2, widest + 2, table.columns[index].room)))
        }
    }

    private func check(_ code: lxw_error) throws(Failure) {
        guard code == LXW_NO_ERROR else { throw Failure(code: code) }
    }
}

extension DataTable {
    /// Whether people will look at some of its rows only: those of a table with sums, and those they fill in.
    fileprivate var isFiltered: Bool {
        depth > 1 && total != nil || columns.contains { !$0.choices.isEmpty }
    }
}
