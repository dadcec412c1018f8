import MarkedYAML
import PlanReading

/// The canonical order of a mapping's entries: that of the declarations, unknown keys behind the known ones.
struct KeyOrder {
    /// Whether entries are moved at all.
    let isOn: Bool
    /// Every alias of the document and the node that it stands for, in file order.
    private let aliases: [(alias: Int32, target: Int32)]

    init(_ root: YAMLNode, isOn: Bool) {
        self.isOn = isOn
        aliases = root.numbers.compactMap { number in root.inSameTree(number).aliased.map { (number, $0) } }
    }

    /// The order in which to write a mapping's entries, as places among `keys`.
    func order(of keys: [YAMLNode], in mapping: YAMLNode, _ form: Form?) -> [Int] {
        guard isOn, case .record(_, let fields)? = form else { return Array(keys.indices) }
        let ranks = keys.map { key in
            let name = key.text
            return fields.firstIndex { $0.english == name || $0.chinese == name } ?? fields.count
        }
        guard zip(ranks, ranks.dropFirst()).contains(where: { $0 > $1 }) else { return Array(keys.indices) }
        let order = keys.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
        return breaksAlias(order, keys, end: mapping.numbers.upperBound) ? Array(keys.indices) : order
    }

    /// Whether an alias would come to stand before its anchor.
    private func breaksAlias(_ order: [Int], _ keys: [YAMLNode], end: Int32) -> Bool {
        guard !aliases.isEmpty, let first = keys.first?.number else { return false }
        var place = Array(repeating: 0, count: keys.count)
        for (new, old) in order.enumerated() { place[old] = new }
        func entry(of number: Int32) -> Int? {
            number >= first && number < end ? keys.lastIndex { $0.number <= number } : nil
        }
        return aliases[firstAlias(from: first)...].prefix { $0.alias < end }.contains { alias, target in
            guard let one = entry(of: alias), let other = entry(of: target) else { return false }
            return place[one] < place[other]
        }
    }

    private func firstAlias(from number: Int32) -> Int {
        var (low, high) = (0, aliases.count)
        while low < high {
            let middle = (low + high) / 2
            if aliases[middle].alias < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Form? {
    /// The form of what stands behind a key.
    func value(of key: YAMLNode) -> Form? {
        guard case .record(_, let fields)? = self else { return nil }
        let name = key.text
        return fields.first { $0.english == name || $0.chinese == name }?.form
    }

    /// The form of a list's items.
    var item: Form? {
        guard case .list(let form)? = self else { return nil }
        return form
    }
}
