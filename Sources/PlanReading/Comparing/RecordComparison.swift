import Diagnostics
import PlanModel

/// Finds what differs between two states of one thing, value by value.
struct RecordComparison {
    private(set) var changes: [FieldChange] = []
    /// What lines are called, for entries that name them by their ids.
    private let lineNames: [String: String]

    init(_ old: StatedRecord, _ new: StatedRecord) {
        lineNames = Self.lineNames(old).merging(Self.lineNames(new)) { _, new in new }
        compare(old, new, at: [])
    }

    private static func lineNames(_ record: StatedRecord) -> [String: String] {
        guard case .items(let lines, _) = record["lines"] else { return [:] }
        return Dictionary(lines.map { ($0.key.chinese, $0.record.word("name")?.shown.chinese ?? "") }) {
            first, _ in first
        }
    }

    private mutating func compare(_ old: StatedRecord, _ new: StatedRecord, at path: [ChangedStep]) {
        var known: [String: StatedRecord.Entry] = [:]
        for entry in old.entries where known[entry.name.english] == nil { known[entry.name.english] = entry }
        var seen: Set<String> = []
        let fresh = new.entries.filter { seen.insert($0.name.english).inserted }
        let gone = old.entries.filter { seen.insert($0.name.english).inserted }
        let all = fresh + gone
        for index in all.indices.sorted(by: { (all[$0].rank, $0) < (all[$1].rank, $1) }) {
            let entry = all[index]
            compare(
                known[entry.name.english]?.value, index < fresh.count ? entry.value : nil,
                at: path + [.key(entry.name)])
        }
    }

    private mutating func compare(_ old: Statement?, _ new: Statement?, at path: [ChangedStep]) {
        // Most of a plan stays as it was, and needs no tables.
        if let old, let new, Statement.areSame(old, new) { return }
        switch (old, new) {
        case (.record(let old), .record(let new)): compare(old, new, at: path)
        case (.items(let old, _), .items(let new, _)): compare(old, new, at: path)
        // No list is an empty list.
        case (.items(let old, _), nil): compare(old, [], at: path)
        case (nil, .items(let new, _)): compare([], new, at: path)
        case (.record(let old), nil) where old.holdsListsOnly:
            compare(old, StatedRecord(entries: [], place: old.place), at: path)
        case (nil, .record(let new)) where new.holdsListsOnly:
            compare(StatedRecord(entries: [], place: new.place), new, at: path)
        case (let old?, let new?): report(ChangedValue(old), ChangedValue(new), at: path)
        case (let one, let other):
            guard let said = one ?? other, !said.isUnsetFlag else { return }
            report(one.map { ChangedValue($0) }, other.map { ChangedValue($0) }, at: path)
        }
    }

    /// Entries are found again by what they are called; of several that are called the same, those that say the same
    /// belong together, then the others in their order.
    private mutating func compare(_ old: [Statement.Item], _ new: [Statement.Item], at path: [ChangedStep]) {
        var left = Dictionary(grouping: old.indices) { old[$0].key }
        var partners = [Int?](repeating: nil, count: new.count)
        for isExact in [true, false] {
            for (index, item) in new.enumerated() where partners[index] == nil {
                guard
                    let place = left[item.key]?.firstIndex(where: {
                        !isExact || StatedRecord.areSame(old[$0].record, item.record)
                    })
                else { continue }
                partners[index] = left[item.key]?.remove(at: place)
            }
        }
        for (index, item) in new.enumerated() {
            let step = path + [step(to: item, at: index)]
            if let partner = partners[index] {
                compare(old[partner], item, at: step)
            } else {
                report(nil, ChangedValue(item), at: step)
            }
        }
        for index in left.values.flatMap({ $0 }).sorted() {
            report(ChangedValue(old[index]), nil, at: path + [step(to: old[index], at: index)])
        }
    }

    private mutating func compare(_ old: Statement.Item, _ new: Statement.Item, at path: [ChangedStep]) {
        guard let before = old.order?.orderText, let after = new.order?.orderText, before != after else {
            return compare(old.record, new.record, at: path)
        }
        // The words of an order hold all of it; what stands beside it, such as its cost, is looked at apart.
        report(ChangedValue(old), ChangedValue(new), at: path)
        compare(old.record.besideOrder, new.record.besideOrder, at: path)
    }

    private func step(to item: Statement.Item, at index: Int) -> ChangedStep {
        guard item.key.chinese != "" else {
            return .item(id: Phrase(zh: "第 \(index + 1) 项", en: "no. \(index + 1)"), name: nil)
        }
        let name =
            (item.record.word("name") ?? item.record.word("title"))?.shown.chinese
            ?? (item.record["line"] == nil ? nil : lineNames[item.key.chinese])
        return .item(id: item.key, name: name == item.key.chinese || name == "" ? nil : name)
    }

    private mutating func report(_ old: ChangedValue?, _ new: ChangedValue?, at path: [ChangedStep]) {
        changes.append(FieldChange(path: path, before: old, after: new))
    }
}

extension StatedRecord {
    /// Whether it is a mapping of lists of mappings, such as the measures of each level.
    fileprivate var holdsListsOnly: Bool {
        !entries.isEmpty
            && entries.allSatisfy { if case .items = $0.value { true } else { false } }
    }

    fileprivate var besideOrder: StatedRecord {
        StatedRecord(entries: entries.filter { !Self.orderKeys.contains($0.name.english) }, place: place)
    }

    private static let orderKeys: Set<String> = {
        guard case .record(_, let fields) = EnterpriseMeasure.shape.form else { return [] }
        return Set(fields.map(\.english))
    }()
}
