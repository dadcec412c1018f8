import Diagnostics
import PlanModel

extension ReadFile {
    /// What is worth remembering of this file: nil for anything but an enterprise without findings.
    var remembered: ArraySlice<UInt8>? {
        guard kind == .enterprise, let summary, diagnostics.isEmpty, allowances.isEmpty else { return nil }
        var writer = ByteWriter()
        writer.text(summary.id)
        writer.text(summary.name)
        writer.text(summary.subDistrict)
        for pollutant in Pollutant.allCases { writer.number(summary.emissions[pollutant].gramsPerDay) }
        let levels = AlertLevel.allCases.enumerated().filter { summary.guarded.contains($0.element) }
        writer.number(levels.reduce(0) { $0 | 1 << Int64($1.offset) })
        writer.place(summary.place)
        for entries in [names.definitions, names.references] {
            writer.number(Int64(entries.count))
            for entry in entries {
                writer.number(Int64(NameKind.allCases.firstIndex(of: entry.kind) ?? 0))
                writer.text(entry.name)
                writer.place(entry.place)
            }
        }
        return writer.bytes[...]
    }

    /// The file as it was read before.
    /// - Returns: nil when the entry does not hold together.
    convenience init?(_ file: SourceFile, remembered: ArraySlice<UInt8>) {
        var reader = ByteReader(remembered)
        guard let id = reader.text(), let name = reader.text(), let subDistrict = reader.text() else {
            return nil
        }
        let rates = Pollutant.allCases.compactMap { _ in reader.number(in: 0...Int64.max) }
        guard rates.count == Pollutant.allCases.count, let guarded = reader.number(in: 0...7),
            let place = reader.place(in: file), let names = NameLedger(&reader, file), reader.isAtEnd
        else { return nil }
        let levels = AlertLevel.allCases.enumerated().filter { guarded >> Int64($0.offset) & 1 == 1 }
        self.init(
            file, names: names,
            summary: EnterpriseSummary(
                id: id, name: name, subDistrict: subDistrict,
                emissions: Emissions {
                    MassRate(gramsPerDay: rates[Pollutant.allCases.firstIndex(of: $0) ?? 0])
                },
                guarded: Set(levels.map(\.element)), place: place))
    }
}

extension NameLedger {
    fileprivate init?(_ reader: inout ByteReader, _ file: SourceFile) {
        self.init()
        for isDefinition in [true, false] {
            guard let count = reader.number(in: 0...1_000_000) else { return nil }
            for _ in 0..<count {
                guard let kind = reader.number(in: 0...Int64(NameKind.allCases.count - 1)),
                    let name = reader.text(), let place = reader.place(in: file)
                else { return nil }
                if isDefinition {
                    define(NameKind.allCases[Int(kind)], name, at: place)
                } else {
                    refer(to: NameKind.allCases[Int(kind)], name, at: place)
                }
            }
        }
    }
}

extension ByteWriter {
    fileprivate mutating func place(_ place: SourceSpan) {
        for position in [place.start, place.end] {
            number(Int64(position.line) << 32 | Int64(position.column))
        }
    }
}

extension ByteReader {
    fileprivate mutating func place(in file: SourceFile) -> SourceSpan? {
        guard let start = position(), let end = position() else { return nil }
        return SourceSpan(file: file, start: start, end: end)
    }

    private mutating func position() -> SourcePosition? {
        guard let packed = number(in: 1...Int64.max), packed >> 32 >= 1, packed & 0xFFFF_FFFF >= 1 else {
            return nil
        }
        return SourcePosition(line: Int(packed >> 32), column: Int(packed & 0xFFFF_FFFF))
    }
}
