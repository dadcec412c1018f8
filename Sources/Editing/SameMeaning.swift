import Diagnostics
import MarkedYAML

/// The proof that a rewritten text says what the old one said: the same tree but for the order of keys, the same
/// comments, and no character more or less apart from white space and commas.
enum SameMeaning {
    static func holds(between old: SourceFile, _ root: YAMLNode, and new: SourceFile) -> Bool {
        guard let tree = try? YAMLReader.read(new) else { return false }
        return tree.withRoot { other in
            guard let other else { return false }
            var trees = TreeComparison()
            return trees.areSame(root, other) && comments(old, root) == comments(new, other)
                && characters(old) == characters(new)
        }
    }

    private static func comments(_ file: SourceFile, _ root: YAMLNode) -> [String] {
        PlanText(file.withPlainLineEnds, root: root).commentTexts.sorted()
    }

    /// How often each character stands in a file.
    private static func characters(_ file: SourceFile) -> [UInt8: Int] {
        var counts: [UInt8: Int] = [:]
        for byte in file.bytes[file.markLength...] where ![0x09, 0x0A, 0x0D, 0x20, 0x2C].contains(byte) {
            counts[byte, default: 0] += 1
        }
        return counts
    }
}

/// Compares two trees node by node, up to the order of keys.
struct TreeComparison {
    /// What each node of the first tree is in the second, for the aliases that stand for it.
    private var partners: [Int32: Int32] = [:]

    mutating func areSame(_ one: YAMLNode, _ other: YAMLNode) -> Bool {
        partners[one.number] = other.number
        if let target = one.aliased {
            return other.aliased != nil && partners[target] == other.aliased
        }
        guard !other.isAlias, one.kind == other.kind else { return false }
        switch one.kind {
        case .scalar:
            return one.isPlain == other.isPlain
                && one.withUTF8 { left in other.withUTF8 { right in left.elementsEqual(right) } }
        case .sequence:
            let (left, right) = (Array(one.items), Array(other.items))
            guard left.count == right.count else { return false }
            for (item, partner) in zip(left, right) where !areSame(item, partner) { return false }
            return true
        case .mapping:
            return haveSamePairs(one, other)
        }
    }

    /// Keys that stand twice are compared in their order.
    private mutating func haveSamePairs(_ one: YAMLNode, _ other: YAMLNode) -> Bool {
        var byName: [String: [(key: YAMLNode, value: YAMLNode)]] = [:]
        for pair in Array(other.pairs).reversed() { byName[pair.key.text, default: []].append(pair) }
        for (key, value) in one.pairs {
            guard let partner = byName[key.text]?.popLast(), areSame(key, partner.key),
                areSame(value, partner.value)
            else { return false }
        }
        return byName.values.allSatisfy(\.isEmpty)
    }
}
