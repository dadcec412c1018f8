import Diagnostics
import MarkedYAML

extension ForecastTable {
    /// Whether a text is a JSON array: its first character says so.
    static func looksLikeJSON(_ file: SourceFile) -> Bool {
        let blank: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
        let first = file.bytes.dropFirst(file.markLength).first { !blank.contains($0) }
        return first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
    }

    /// Reads an array of objects; JSON is YAML, whose reader knows every node's place.
    /// - Returns: nil when the text is no array of objects; the ledger says why.
    static func json(_ file: SourceFile, _ ledger: inout FindingsLedger) -> ForecastTable? {
        do throws(YAMLFault) {
            let tree = try YAMLReader.read(file)
            return tree.withRoot { root in
                guard let root, root.kind == .sequence else {
                    ledger.add(
                        .wrongType,
                        Phrase(
                            zh: "应是对象的数组：[{\"time\": …}, …]",
                            en: "expected an array of objects: [{\"time\": …}, …]"),
                        at: root?.span ?? SourceSpan(wholeOf: file))
                    return nil
                }
                return table(of: root, &ledger)
            }
        } catch {
            ledger.add(error.diagnostic)
            return nil
        }
    }

    private static func table(of root: YAMLNode, _ ledger: inout FindingsLedger) -> ForecastTable? {
        var columns: [Cell] = []
        var known: [String: Int] = [:]
        var objects: [(cells: [Int: Cell], place: SourceSpan)] = []
        for item in root.items {
            guard item.kind == .mapping else {
                ledger.add(
                    .wrongType, Phrase(zh: "应是一个对象 {…}", en: "expected an object {…}"), at: item.span)
                continue
            }
            var cells: [Int: Cell] = [:]
            for (key, value) in item.pairs {
                let column = known[key.text] ?? columns.count
                if column == columns.count {
                    guard columns.count < mostColumns else {
                        refuseSize(tooManyColumns, at: key.span, &ledger)
                        return nil
                    }
                    columns.append(Cell(text: key.text, place: key.span))
                    known[key.text] = column
                }
                if cells[column] != nil {
                    ledger.add(
                        .duplicateKey,
                        Phrase(zh: "“\(key.text)”写了两次", en: "'\(key.text)' stands here twice"), at: key.span)
                }
                guard value.kind == .scalar else {
                    ledger.add(
                        .wrongType, Phrase(zh: "应是一个值", en: "expected a single value"), at: value.span)
                    continue
                }
                cells[column] = Cell(text: value.isNull ? "" : value.text, place: value.span)
            }
            guard objects.count < mostRows else {
                refuseSize(tooManyRows, at: item.span, &ledger)
                return nil
            }
            objects.append((cells, item.span))
        }
        return ForecastTable(
            columns: columns,
            rows: objects.map { object in
                Row(cells: columns.indices.map { object.cells[$0] }, place: object.place)
            })
    }
}
