package import Diagnostics
package import PlanModel

/// Reads a forecast, and says everything that is wrong with it at once.
package struct ForecastReader {
    private let file: SourceFile
    private var ledger = FindingsLedger()

    /// A file of more bytes than this is refused; a year by the hour has some hundred thousand.
    package static let largestFile = 4 << 20

    /// - Returns: A forecast only where nothing is wrong.
    package static func read(_ file: SourceFile) -> (forecast: Forecast?, findings: [Diagnostic]) {
        var reader = ForecastReader(file: file)
        let forecast = reader.forecast()
        let findings = reader.ledger.findings.inReadingOrder()
        return (findings.isEmpty ? forecast : nil, findings)
    }

    private init(file: SourceFile) {
        self.file = file
    }

    private mutating func forecast() -> Forecast? {
        guard file.bytes.count <= Self.largestFile else {
            ledger.add(
                .fileTooLarge,
                Phrase(
                    zh: "文件超过 \(Self.largestFile >> 20) MiB，不是预报",
                    en: "the file has more than \(Self.largestFile >> 20) MiB; that is no forecast"),
                at: SourceSpan(wholeOf: file))
            return nil
        }
        let isJSON = ForecastTable.looksLikeJSON(file)
        let table = isJSON ? ForecastTable.json(file, &ledger) : ForecastTable.csv(file, &ledger)
        guard let table, !table.rows.isEmpty else {
            if ledger.findings.isEmpty {
                ledger.add(
                    .emptyFile,
                    table == nil || isJSON
                        ? Phrase(zh: "文件里没有内容", en: "the file says nothing")
                        : Phrase(zh: "只有表头，没有数据", en: "there is a header and nothing below it"),
                    at: SourceSpan(wholeOf: file), help: Self.columnsHelp)
            }
            return nil
        }
        let columns = columns(of: table)
        guard let time = columns.firstIndex(of: .time) else {
            if !columns.contains(nil) {
                ledger.add(
                    .missingKey, Phrase(zh: "没有时间列“time”", en: "there is no column 'time'"),
                    at: table.columns.first?.place ?? SourceSpan(wholeOf: file), help: Self.columnsHelp)
            }
            return nil
        }
        let pollutants = AirPollutant.allCases.filter { columns.contains(.concentration($0)) }
        checkSubjects(columns, pollutants, table)
        var times = ForecastTimes(file: file)
        var rows: [Forecast.Row] = []
        for row in table.rows {
            let content = content(of: row, columns)
            guard let moment = times.next(row.cells[time], of: row, &ledger), let content else { continue }
            rows.append(Forecast.Row(time: moment, content: content))
        }
        guard let step = times.step, !rows.isEmpty else { return nil }
        return Forecast(
            file: file, step: step, pollutants: columns.contains(.index) ? nil : pollutants, rows: rows)
    }

    // MARK: - Columns

    private static let columnsHelp = Phrase(
        zh: "列：time（或 时间）和 AQI，或 time 和 SO2,NO2,CO,O3,PM10,PM2.5 里的几个，用逗号分开",
        en: "columns: time and AQI, or time and some of SO2,NO2,CO,O3,PM10,PM2.5, separated by commas")

    /// What each column says; nil for one that nobody knows, or that stands there already.
    private mutating func columns(of table: ForecastTable) -> [ForecastColumn?] {
        var seen: Set<ForecastColumn> = []
        return table.columns.map { cell in
            guard let column = ForecastColumn(cell.text) else {
                let near = Nearest.name(to: cell.text, among: ForecastColumn.all.flatMap(\.names))
                ledger.add(
                    .unknownKey,
                    Phrase(zh: "没有名为“\(cell.text)”的列", en: "no column is named '\(cell.text)'"),
                    at: cell.place,
                    help: near.map { Phrase(zh: "是不是“\($0)”？", en: "did you mean '\($0)'?") }
                        ?? Self.columnsHelp)
                return nil
            }
            guard seen.insert(column).inserted else {
                ledger.add(
                    .duplicateKey,
                    Phrase(zh: "“\(cell.text)”这一列前面有了", en: "there is a column '\(cell.text)' already"),
                    at: cell.place)
                return nil
            }
            return column
        }
    }

    /// The index or concentrations, one of them.
    private mutating func checkSubjects(
        _ columns: [ForecastColumn?], _ pollutants: [AirPollutant], _ table: ForecastTable
    ) {
        if let index = columns.firstIndex(of: .index), !pollutants.isEmpty {
            ledger.add(
                .contradictoryKeys,
                Phrase(
                    zh: "AQI 和浓度只能有一种", en: "give the AQI or concentrations, not both"),
                at: table.columns[index].place,
                help: Phrase(
                    zh: "删去 AQI 列，由浓度计算；或只留 AQI", en: "leave out AQI, which is computed; or keep it alone"))
        }
        if !columns.contains(.index), pollutants.isEmpty, !columns.contains(nil),
            let first = table.columns.first
        {
            ledger.add(
                .missingKey,
                Phrase(zh: "没有 AQI 列，也没有浓度列", en: "there is no column AQI, nor any concentration"),
                at: first.place, help: Self.columnsHelp)
        }
    }

    // MARK: - Values

    private mutating func content(of row: ForecastTable.Row, _ columns: [ForecastColumn?]) -> Forecast
        .Content?
    {
        var values: [AirPollutant: Int64] = [:]
        var index: Int?
        var hasIndex = false
        for (column, cell) in zip(columns, row.cells) {
            switch column {
            case .index:
                hasIndex = true
                index = cell.flatMap { number($0, in: 1, most: 500, Phrase("AQI")) }.map { Int($0) }
            case .concentration(let pollutant):
                let most: Int64 = pollutant == .co ? 500 : 20_000
                values[pollutant] = cell.flatMap {
                    number($0, in: 1000, most: most, Phrase(pollutant.symbol))
                }
            case .time, nil: break
            }
        }
        return hasIndex ? .index(index) : .concentrations(values)
    }

    /// A number that is not negative.
    /// - Parameters:
    ///   - parts: How many parts of a unit the result counts.
    ///   - most: In whole units.
    /// - Returns: nil for an empty cell, and after a complaint.
    private mutating func number(
        _ cell: ForecastTable.Cell, in parts: Int64, most: Int64, _ name: Phrase
    ) -> Int64? {
        guard !cell.text.isEmpty else { return nil }
        let isNegative = cell.text.hasPrefix("-") || cell.text.hasPrefix("−")
        guard let number = DecimalText(isNegative ? String(cell.text.dropFirst()) : cell.text),
            number.unit.isEmpty
        else {
            ledger.add(
                .wrongType,
                Phrase(zh: "“\(cell.text)”不是数", en: "'\(cell.text)' is no number"), at: cell.place,
                help: Phrase(
                    zh: "写成 75 或 75.5，不带单位；不知道就留空",
                    en: "write 75 or 75.5 without a unit; leave it empty when unknown"))
            return nil
        }
        switch number.scaled(by: parts, most: most * parts) {
        case .exact(let value) where !isNegative || value == 0: return value
        case .tooPrecise where !isNegative:
            ledger.add(
                .tooPrecise,
                parts == 1
                    ? Phrase(zh: "\(name.chinese) 应是整数", en: "\(name.english) must be a whole number")
                    : Phrase(
                        zh: "\(name.chinese) 最多三位小数", en: "\(name.english) may have three decimals at most"),
                at: cell.place)
        default:
            ledger.add(
                .numberOutOfRange,
                Phrase(
                    zh: "\(name.chinese) 应在 0 和 \(most) 之间",
                    en: "\(name.english) must lie between 0 and \(most)"),
                at: cell.place)
        }
        return nil
    }
}
