extension [DataTable] {
    /// RFC 4180, with a mark at its beginning by which Excel in China knows UTF-8. Tables below one another must have
    /// the same columns; their heads are said once.
    package var csv: String {
        guard let first else { return "" }
        let head = first.columns.map { CSV.cell($0.heads.joined(separator: " ")) }
        let rows = flatMap { table in
            table.rows.map { row in
                row.cells.map { cell in
                    if case .text(let text) = cell { return CSV.cell(text) }
                    return cell.numberText(decimals: table.decimals) ?? ""
                }
            }
        }
        return "\u{FEFF}" + ([head] + rows).map { $0.joined(separator: ",") + "\r\n" }.joined()
    }
}

/// How text stands in a cell.
enum CSV {
    /// In quotes where needed, harmless to terminals, and no formula in any spreadsheet program.
    static func cell(_ text: String) -> String {
        var words = harmless(text)
        // A full-width sign is taken for a formula too, and spaces before it are passed over.
        let first = text.unicodeScalars.first { $0 != " " && $0 != "\u{A0}" && $0 != "\u{3000}" }
        if let first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) { words = "'" + words }
        guard words.unicodeScalars.contains(where: { ",\"\r\n;".unicodeScalars.contains($0) }) else {
            return words
        }
        return "\"" + words.replacing("\"", with: "\"\"") + "\""
    }
}
