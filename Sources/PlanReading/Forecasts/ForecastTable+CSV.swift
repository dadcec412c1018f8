import Diagnostics

extension ForecastTable {
    /// Reads comma-separated values (RFC 4180): quotes, any line break, empty lines passed over.
    /// - Returns: nil when there is no header, or the text is none; the ledger says why.
    static func csv(_ file: SourceFile, _ ledger: inout FindingsLedger) -> ForecastTable? {
        guard var scanner = CSVScanner(file, &ledger) else { return nil }
        guard let header = scanner.next(&ledger) else { return nil }
        guard header.count <= mostColumns else {
            refuseSize(tooManyColumns, at: header[mostColumns].place, &ledger)
            return nil
        }
        var rows: [Row] = []
        while let record = scanner.next(&ledger) {
            guard let first = record.first, let last = record.last else { continue }
            let place = SourceSpan(file: file, start: first.place.start, end: last.place.end)
            if record.count != header.count {
                ledger.add(
                    .missingValue,
                    Phrase(
                        zh: "这一行有 \(record.count) 格，表头有 \(header.count) 格",
                        en: "this row has \(record.count) cells, the header \(header.count)"),
                    at: place,
                    help: Phrase(
                        zh: "不知道的值留空格子，逗号照写", en: "leave unknown values empty, but write their commas"))
            }
            guard rows.count < mostRows else {
                refuseSize(tooManyRows, at: first.place, &ledger)
                return nil
            }
            rows.append(Row(cells: header.indices.map { $0 < record.count ? record[$0] : nil }, place: place))
        }
        return ForecastTable(columns: header, rows: rows)
    }
}

/// Takes a text apart into records, counting lines and columns as it goes.
private struct CSVScanner {
    private let file: SourceFile
    private let text: [Unicode.Scalar]
    private var index = 0
    private var line = 1
    private var column = 1

    /// - Returns: nil after a complaint when the bytes are no UTF-8.
    init?(_ file: SourceFile, _ ledger: inout FindingsLedger) {
        self.file = file
        var decoder = UTF8()
        var bytes = file.bytes.dropFirst(file.markLength).makeIterator()
        var text: [Unicode.Scalar] = []
        text.reserveCapacity(file.bytes.count)
        decoding: while true {
            switch decoder.decode(&bytes) {
            case .scalarValue(let scalar): text.append(scalar)
            case .emptyInput: break decoding
            case .error:
                let before = text.reduce(0) { $0 + UTF8.width($1) }
                let start = file.position(ofByte: file.markLength + before)
                ledger.add(
                    .badUTF8, Phrase(zh: "不是 UTF-8 文字", en: "this is not UTF-8"),
                    at: SourceSpan(
                        file: file, start: start,
                        end: SourcePosition(line: start.line, column: start.column + 1)),
                    help: Phrase(
                        zh: "另存为“CSV UTF-8”，或运行 iconv -f GBK -t UTF-8",
                        en: "save as \"CSV UTF-8\", or run iconv -f GBK -t UTF-8"))
                return nil
            }
        }
        self.text = text
    }

    private var position: SourcePosition { SourcePosition(line: line, column: column) }

    /// The next record that is no empty line; nil at the end.
    mutating func next(_ ledger: inout FindingsLedger) -> [ForecastTable.Cell]? {
        while index < text.count {
            var cells = [cell(&ledger)]
            while index < text.count, text[index] == "," {
                step()
                cells.append(cell(&ledger))
            }
            lineBreak()
            // A spreadsheet leaves rows of nothing but commas below what was deleted.
            if cells.contains(where: { !$0.text.isEmpty }) { return cells }
        }
        return nil
    }

    private mutating func step() {
        index += 1
        column += 1
    }

    private mutating func lineBreak() {
        guard index < text.count else { return }
        let isPair = text[index] == "\r" && index + 1 < text.count && text[index + 1] == "\n"
        index += isPair ? 2 : 1
        line += 1
        column = 1
    }

    private var isAtEndOfCell: Bool {
        index >= text.count || text[index] == "," || text[index] == "\n" || text[index] == "\r"
    }

    /// Up to the comma or the line break that ends it.
    private mutating func cell(_ ledger: inout FindingsLedger) -> ForecastTable.Cell {
        while !isAtEndOfCell, text[index] == " " || text[index] == "\t" { step() }
        let start = position
        var content = String.UnicodeScalarView()
        if index < text.count, text[index] == "\"" {
            content = quoted(from: start, &ledger)
            let end = position
            while !isAtEndOfCell, text[index] == " " || text[index] == "\t" { step() }
            if !isAtEndOfCell {
                let stray = position
                while !isAtEndOfCell { step() }
                ledger.add(
                    .wrongType,
                    Phrase(zh: "引号后面还有字", en: "something stands behind the closing quote"),
                    at: SourceSpan(file: file, start: stray, end: position))
            }
            return cell(content, start, end)
        }
        while !isAtEndOfCell {
            content.append(text[index])
            step()
        }
        let blank = content.reversed().prefix { $0 == " " || $0 == "\t" }.count
        content.removeLast(blank)
        return cell(content, start, SourcePosition(line: line, column: column - blank))
    }

    private func cell(_ content: String.UnicodeScalarView, _ start: SourcePosition, _ end: SourcePosition)
        -> ForecastTable.Cell
    {
        ForecastTable.Cell(text: String(content), place: SourceSpan(file: file, start: start, end: end))
    }

    private mutating func quoted(from start: SourcePosition, _ ledger: inout FindingsLedger)
        -> String.UnicodeScalarView
    {
        var content = String.UnicodeScalarView()
        step()
        while index < text.count {
            if text[index] == "\"" {
                step()
                // A doubled quote means one.
                guard index < text.count, text[index] == "\"" else { return content }
                content.append("\"")
                step()
            } else if text[index] == "\n" || text[index] == "\r" {
                content.append("\n")
                lineBreak()
            } else {
                content.append(text[index])
                step()
            }
        }
        ledger.add(
            .wrongType, Phrase(zh: "引号没有结束", en: "the quote is never closed"),
            at: SourceSpan(
                file: file, start: start, end: SourcePosition(line: start.line, column: start.column + 1)))
        return content
    }
}
