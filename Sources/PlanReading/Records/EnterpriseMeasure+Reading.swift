import Diagnostics
import MarkedYAML
import PlanModel

/// The words for what is done to a line.
private enum ActionWord: String, CaseIterable {
    case stop, limit, keep

    var title: String {
        switch self {
        case .stop: "停"
        case .limit: "限"
        case .keep: "维持"
        }
    }
}

/// The keys that an entry of an enterprise's list and a reserve option share.
private enum MeasureFields {
    static let line = Field(
        "line", "生产线", Shape.identifier(ProductionLine.self, example: "L1").referring(to: .line),
        optional: true)
    static let transport = Field("transport", "运输", .flag, optional: true)
    static let action = Field("action", "动作", .choice(ActionWord.self) { $0.title })
    static let by = Field("by", "减少", .percent, optional: true)
    static let from = Field("from", "由", .quantity, optional: true)
    static let to = Field("to", "至", .quantity, optional: true)
    static let cuts = Field("cuts", "削减", Shape<[Pollutant: Share]>.byPollutant(.percent), optional: true)
    static let banned = Field("ban", "禁行", Shape<String>.text.list(), optional: true)
    static let note = Field("note", "备注", .text, optional: true)

    static let amounts = fields(by, from, to)
    static let all = fields(line, transport, action, by, from, to, cuts, banned, note)
}

extension EnterpriseMeasure {
    static let shape = Shape<EnterpriseMeasure>.record(MeasureFields.all) { EnterpriseMeasure($0) }

    /// Reads what the entry says; complains of keys that contradict each other.
    fileprivate init?(_ record: RecordReader) {
        let target = Self.target(record)
        let action = Self.action(record)
        let overrides = record(MeasureFields.cuts) ?? [:]
        let banned = record(MeasureFields.banned) ?? []
        let note = record(MeasureFields.note)
        guard let target, let action else { return nil }
        if !banned.isEmpty, target != .transport {
            Self.report(
                record, MeasureFields.banned.declaration,
                Phrase(zh: "禁行只用于运输", en: "'ban' goes with 'transport: true' only"))
            return nil
        }
        if case .keep = action, !overrides.isEmpty {
            Self.report(
                record, MeasureFields.cuts.declaration,
                Phrase(zh: "维持不变就没有削减", en: "what is kept as it is has no cut"))
            return nil
        }
        self.init(
            target: target, action: action, overrides: overrides, banned: banned, note: note,
            place: record.place)
    }

    private static func target(_ record: RecordReader) -> Target? {
        let line = record(MeasureFields.line)
        let transport = record(MeasureFields.transport)
        guard transport != nil || !record.has(MeasureFields.transport) else { return nil }
        let isTransport = transport ?? false
        switch (line, isTransport) {
        case (let line?, false):
            let isAll = ["all", "全部"].contains(where: line.value.text.equalsInBytes)
            return isAll ? .allLines : .line(line)
        case (nil, true):
            record.context.transportMentions.append(record.place)
            return .transport
        default:
            guard line != nil || !record.has(MeasureFields.line) else { return nil }
            record.context.report(
                line == nil ? .missingKey : .contradictoryKeys,
                line == nil
                    ? Phrase(
                        zh: "要写 line（生产线）或 transport: true（运输）",
                        en: "an entry needs either 'line' or 'transport: true'")
                    : Phrase(
                        zh: "line（生产线）和 transport（运输）只能写一个",
                        en: "an entry has either 'line' or 'transport: true', not both"),
                at: record.place)
            return nil
        }
    }

    private static func action(_ record: RecordReader) -> Action? {
        let word = record(MeasureFields.action)
        let part = record(MeasureFields.by)
        let (from, to) = (record(MeasureFields.from), record(MeasureFields.to))
        guard let word else { return nil }
        guard word == .limit else {
            if let extra = MeasureFields.amounts.first(where: { record.node(of: $0) != nil }) {
                report(
                    record, extra,
                    Phrase(
                        zh: "动作是“\(word.title)”时不写 \(extra.english)",
                        en: "'\(extra.english)' does not go with the action '\(word.rawValue)'"))
                return nil
            }
            return word == .stop ? .stop : .keep
        }
        switch (record.has(MeasureFields.by), record.has(MeasureFields.from), record.has(MeasureFields.to)) {
        case (true, false, false):
            return part.map { .limit(by: $0) }
        case (false, true, true):
            guard let from, let to else { return nil }
            return limit(from: from, to: to, record)
        default:
            record.context.report(
                .contradictoryKeys,
                record.has(MeasureFields.by)
                    ? Phrase(
                        zh: "by（减少）和 from、to（由、至）只能写一种",
                        en: "a limit has either 'by', or 'from' and 'to', not both")
                    : Phrase(
                        zh: "限产要写 by（减少），或写 from（由）和 to（至）",
                        en: "a limit needs either 'by', or 'from' and 'to'"),
                at: record.place,
                help: Phrase(
                    zh: "如 by: 30 %，或 from: 12 t/d, to: 8 t/d",
                    en: "such as by: 30 %, or from: 12 t/d, to: 8 t/d"))
            return nil
        }
    }

    private static func limit(from: Quantity, to: Quantity, _ record: RecordReader) -> Action? {
        let place = record.node(of: MeasureFields.to)?.span ?? record.place
        guard from.unit == to.unit else {
            record.context.report(
                .unknownUnit,
                Phrase(
                    zh: "由 \(from.unit.text) 至 \(to.unit.text)，单位不同",
                    en: "from \(from.unit.text) to \(to.unit.text): the units differ"),
                at: place)
            return nil
        }
        guard from.millionths > 0 else {
            record.context.report(
                .numberOutOfRange,
                Phrase(zh: "限产前的量不能是零", en: "a limit cannot start from nothing"),
                at: record.node(of: MeasureFields.from)?.span ?? record.place)
            return nil
        }
        guard to.millionths <= from.millionths else {
            record.context.report(
                .numberOutOfRange,
                Phrase(zh: "限产后的量不能大于限产前的量", en: "a limit cannot lead to more than it starts from"),
                at: place)
            return nil
        }
        return .limitAmount(from: from, to: to)
    }

    private static func report(_ record: RecordReader, _ field: FieldDeclaration, _ message: Phrase) {
        record.context.report(.contradictoryKeys, message, at: record.node(of: field)?.span ?? record.place)
    }
}

extension ReserveOption {
    private static let cost = Field("cost", "费用", .cost, optional: true)

    static let shape = Shape<ReserveOption>.record(MeasureFields.all + fields(cost)) { record in
        let cost = record(cost)
        guard let measure = EnterpriseMeasure(record) else { return nil }
        if let cost, !cost.unit.isMoney {
            record.context.report(
                .unknownUnit, Phrase(zh: "费用的单位是 元/d", en: "a cost is said in 元/d"),
                at: record.node(of: Self.cost)?.span ?? record.place)
            return nil
        }
        return ReserveOption(measure: measure, cost: cost)
    }
}
