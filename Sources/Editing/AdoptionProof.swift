import Diagnostics
import MarkedYAML
import PlanModel

/// The proof that a text differs from another by one adopted option only: the list is what adopting makes of it,
/// every other node is as it was, and no comment is lost but those of entries that are gone.
struct AdoptionProof {
    private let old: EnterpriseText
    private let new: EnterpriseText
    private let level: AlertLevel
    private let option: EnterpriseText.Option
    private let list: EnterpriseText.List
    private let changed: EnterpriseText.List
    /// What each node of the old tree is in the new one.
    private var trees = TreeComparison()

    init(
        old: EnterpriseText, new: EnterpriseText, option: EnterpriseText.OptionPlace, level: AlertLevel
    ) throws(Refusal) {
        self.old = old
        self.new = new
        self.level = level
        self.option = try old.option(option)
        list = try old.list(at: level)
        changed = try new.list(at: level)
    }

    var holds: Bool {
        var proof = self
        return proof.isSame(old.root, new.root) && hasKeptComments
    }

    /// Goes down to the list key by key; beside that way everything must be the same.
    private mutating func isSame(_ one: YAMLNode, _ other: YAMLNode) -> Bool {
        if one.number == list.node.number {
            return other.number == changed.node.number && isAdopted()
        }
        guard one.number == old.root.number || one.number == list.levels.number else {
            return trees.areSame(one, other)
        }
        let (left, right) = (Array(one.pairs), Array(other.pairs))
        guard left.count == right.count else { return false }
        for (pair, partner) in zip(left, right)
        where !trees.areSame(pair.key, partner.key) || !isSame(pair.value, partner.value) {
            return false
        }
        return true
    }

    /// Whether the new list is the old one with the option adopted.
    private mutating func isAdopted() -> Bool {
        let expected = list.measures.adopting(option.measure)
        guard expected.count == changed.items.count else { return false }
        let items = Array(zip(list.measures, list.items))
        for (measure, item) in zip(expected, changed.items) {
            // An item that came through the adopting is known by the place where it was read.
            if let kept = items.first(where: { $0.0.place.start == measure.place.start }) {
                guard trees.areSame(kept.1, item) else { return false }
            } else if !isOption(item) {
                return false
            }
        }
        return true
    }

    /// Whether an entry says what the option says, but for the cost.
    private func isOption(_ item: YAMLNode) -> Bool {
        guard item.kind == .mapping, !item.isAlias else { return false }
        // What the option stands for in the reserve is compared when its turn comes, hence a comparison apart.
        var apart = trees
        let left = option.node.pairs.filter { $0.key.number != option.cost?.number }
        let right = Array(item.pairs)
        guard left.count == right.count else { return false }
        for (pair, partner) in zip(left, right)
        where !apart.areSame(pair.key, partner.key) || !apart.areSame(pair.value, partner.value) {
            return false
        }
        return true
    }

    private var hasKeptComments: Bool {
        var counts: [String: Int] = [:]
        for comment in new.text.commentTexts { counts[comment, default: 0] += 1 }
        for (line, column) in old.text.comments.enumerated() {
            guard let column, !mayGo(Spot(line: line, column: column)) else { continue }
            let comment = old.text.text(line, from: column, to: .max)
            counts[comment, default: 0] -= 1
            if counts[comment, default: 0] < 0 { return false }
        }
        return true
    }

    /// Whether a comment stands inside the first entry that is replaced, or in the lines of one that is gone.
    private func mayGo(_ spot: Spot) -> Bool {
        for (turn, place) in list.places(replacedBy: option.measure).enumerated() {
            let item = list.items[place]
            if turn == 0, item.first <= spot, spot < old.text.end(of: item) { return true }
            let first = old.text.dashLine(of: item, in: list.node) ?? item.first.line
            if turn > 0, first <= spot.line, spot.line <= old.text.lastLine(item) { return true }
        }
        return false
    }
}
