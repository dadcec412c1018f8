import Diagnostics
import MarkedYAML
import PlanModel

/// What a plan states at a place, told apart by the reader's own shapes: no key that can be read can be forgotten, and
/// what is only written otherwise is equal.
indirect enum Statement: Sendable {
    case word(Word)
    /// A list of words.
    /// - Parameter isSet: Whether their order says nothing.
    case words([Word], isSet: Bool, place: SourceSpan)
    /// A list of mappings.
    case items([Item], place: SourceSpan)
    case record(StatedRecord)

    struct Word: Sendable {
        let meaning: String
        let shown: Phrase
        let place: SourceSpan
        /// Whether it is yes or no.
        var isFlag = false
    }

    /// A mapping in a list.
    struct Item: Sendable {
        /// By which it is found again: its id, or what it says first; empty where it is found by its place.
        let key: Phrase
        let record: StatedRecord
        /// Where the whole entry can be read again, when it orders something of a line or of transport.
        let source: OrderSource?

        /// What it orders; read only where it is asked for, since most entries have not changed.
        var order: EnterpriseMeasure? { source?.order }
    }

    /// An entry of a list of orders in the tree of its file.
    struct OrderSource: Sendable {
        let tree: YAMLTree
        let number: Int32
        let isOption: Bool

        fileprivate var order: EnterpriseMeasure? {
            tree.withRoot { root in
                root.map { $0.inSameTree(number) }.flatMap { node in
                    isOption ? EnterpriseMeasure(option: node) : EnterpriseMeasure(entry: node)
                }
            }
        }
    }

    /// Where it stands.
    var place: SourceSpan {
        switch self {
        case .word(let word): word.place
        case .words(_, _, let place), .items(_, let place): place
        case .record(let record): record.place
        }
    }
}

/// A mapping, its keys in declared order, those that nobody knows behind them.
struct StatedRecord: Sendable {
    let entries: [Entry]
    let place: SourceSpan

    struct Entry: Sendable {
        let name: ChangedName
        /// Its place among the declared keys.
        let rank: Int
        let value: Statement
    }

    subscript(name: String) -> Statement? { entries.first { $0.name.english == name }?.value }

    /// The text of a key that has one.
    func word(_ name: String) -> Statement.Word? {
        if case .word(let word) = self[name] { word } else { nil }
    }

    func without(_ names: String...) -> StatedRecord {
        StatedRecord(entries: entries.filter { !names.contains($0.name.english) }, place: place)
    }

    func with(_ entry: Entry) -> StatedRecord {
        StatedRecord(entries: entries + [entry], place: place)
    }
}

// MARK: - From nodes

extension Statement {
    /// - Parameter tree: Where the node stands.
    init(_ node: YAMLNode, as form: Form, in tree: YAMLTree) {
        switch (form, node.kind) {
        case (.record(_, let fields), .mapping):
            self = .record(StatedRecord(node, fields, in: tree))
        case (.list(.record(_, let fields)), .sequence):
            // Options have the keys of orders and one more.
            let isOrder = fields.first === Self.orderFields.first
            self = .items(
                node.items.map { item in
                    Item(
                        item, fields, in: tree,
                        isOrder
                            ? OrderSource(
                                tree: tree, number: item.number,
                                isOption: fields.count > Self.orderFields.count) : nil)
                }, place: node.span)
        case (.list(let item), .sequence):
            self = .words(node.items.map { Word($0, as: item) }, isSet: item.isChoice, place: node.span)
        default:
            self = .word(Word(node, as: form))
        }
    }

    private static let orderFields: [FieldDeclaration] = {
        guard case .record(_, let fields) = EnterpriseMeasure.shape.form else { return [] }
        return fields
    }()
}

extension Statement.Word {
    /// - Parameter form: What the reader expects here; anything else is taken as it is written.
    init(_ node: YAMLNode, as form: Form) {
        let text = node.isScalar ? node.text : Self.flat(node)
        place = node.span
        guard node.isScalar else {
            (meaning, shown) = ("\u{0}" + text, Phrase(text))
            return
        }
        switch form {
        case .text(_, _, let writing):
            (meaning, shown) = (writing.meaning(of: node), Phrase(text))
        case .flag:
            let isSet = ["true", "是"].contains(text) ? true : ["false", "否"].contains(text) ? false : nil
            meaning = isSet.map { $0 ? "true" : "false" } ?? "\u{0}" + text
            shown = isSet.map { $0 ? Phrase(zh: "是", en: "yes") : Phrase(zh: "否", en: "no") } ?? Phrase(text)
            isFlag = isSet != nil
        case .choice(_, let names):
            let name = names.first { $0.value == text } ?? names.first { $0.title == text }
            meaning = name?.value ?? "\u{0}" + text
            shown = name.map { Phrase(zh: $0.title, en: $0.value) } ?? Phrase(text)
        case .list, .record:
            (meaning, shown) = ("\u{0}" + text, Phrase(text))
        }
    }

    init(_ text: String, at place: SourceSpan) {
        self.init(meaning: text, shown: Phrase(text), place: place)
    }

    /// A container that stands where none is expected, in one line.
    private static func flat(_ node: YAMLNode) -> String {
        switch node.kind {
        case .scalar: node.text
        case .sequence: "[" + node.items.map(flat).joined(separator: ", ") + "]"
        case .mapping:
            "{" + node.pairs.map { "\(flat($0.key)): \(flat($0.value))" }.joined(separator: ", ") + "}"
        }
    }
}

extension Statement.Item {
    /// What an item says first is what it speaks of: a line, a measure, a person, a title.
    fileprivate init(
        _ node: YAMLNode, _ fields: [FieldDeclaration], in tree: YAMLTree, _ source: Statement.OrderSource?
    ) {
        let record =
            node.kind == .mapping
            ? StatedRecord(node, fields, in: tree)
            : StatedRecord(
                entries: [
                    .init(
                        name: ChangedName(english: "", chinese: ""), rank: 0,
                        value: .word(.init(node, as: .flag)))
                ], place: node.span)
        let subject = record.entries.first { $0.name.english == "id" } ?? record.entries.first
        key = subject.map { $0.value.key(under: $0.name) } ?? Phrase("")
        self.record = record
        self.source = source
    }
}

extension StatedRecord {
    init(_ node: YAMLNode, _ fields: [FieldDeclaration], in tree: YAMLTree) {
        var entries: [Entry] = []
        var next = 0
        var isInOrder = true
        for (key, value) in node.pairs {
            guard let rank = Self.rank(of: key, among: fields, from: next) else {
                let text = key.text
                entries.append(
                    Entry(
                        name: ChangedName(english: text, chinese: text), rank: fields.count,
                        value: .word(.init(value, as: .list(.flag)))))
                continue
            }
            isInOrder = isInOrder && rank >= entries.last?.rank ?? 0
            next = rank + 1
            entries.append(
                Entry(
                    name: ChangedName(fields[rank]), rank: rank,
                    value: Statement(value, as: fields[rank].form, in: tree)))
        }
        guard isInOrder else {
            // Stable, so that keys nobody knows and keys that stand twice keep their order.
            let order = entries.indices.sorted { (entries[$0].rank, $0) < (entries[$1].rank, $1) }
            self.init(entries: order.map { entries[$0] }, place: node.span)
            return
        }
        self.init(entries: entries, place: node.span)
    }

    /// Keys mostly stand in declared order, so the search begins behind the last one found.
    private static func rank(
        of key: YAMLNode, among fields: [FieldDeclaration], from start: Int
    ) -> Int? {
        key.withUTF8 { text in
            for step in fields.indices {
                let index = (start + step) % fields.count
                if text.elementsEqual(fields[index].english.utf8)
                    || text.elementsEqual(fields[index].chinese.utf8)
                {
                    return index
                }
            }
            return nil
        }
    }
}

extension Form {
    fileprivate var isChoice: Bool {
        if case .choice = self { true } else { false }
    }
}

// MARK: - Meaning and words

extension Statement {
    /// Whether both say the same.
    static func areSame(_ one: Statement, _ other: Statement) -> Bool {
        switch (one, other) {
        case (.word(let one), .word(let other)): one.meaning == other.meaning
        case (.words(let one, let isSet, _), .words(let other, _, _)):
            isSet
                ? Set(one.map(\.meaning)) == Set(other.map(\.meaning))
                : one.map(\.meaning) == other.map(\.meaning)
        case (.items(let one, _), .items(let other, _)):
            one.count == other.count
                && zip(one, other).allSatisfy { StatedRecord.areSame($0.record, $1.record) }
        case (.record(let one), .record(let other)): StatedRecord.areSame(one, other)
        default: false
        }
    }

    /// Whether it says no more than nothing would: a flag that is not set.
    var isUnsetFlag: Bool {
        if case .word(let word) = self { word.isFlag && word.meaning == "false" } else { false }
    }

    /// In one line.
    var line: Phrase {
        switch self {
        case .word(let word): word.shown
        case .words(let words, _, _): words.map(\.shown).joined()
        case .items(let items, _): items.map { $0.record.line.inBraces }.joined()
        case .record(let record): record.line
        }
    }

    /// What the item is called that says this first: a flag says no more than its own name, and a list of mappings is
    /// too much to be a name.
    fileprivate func key(under name: ChangedName) -> Phrase {
        switch self {
        case .word(let word) where word.isFlag: name.both
        case .word, .words: line
        case .items, .record: Phrase("")
        }
    }
}

extension StatedRecord {
    static func areSame(_ one: StatedRecord, _ other: StatedRecord) -> Bool {
        areSame(one.said, other.said)
    }

    private static func areSame(_ one: [Entry], _ other: [Entry]) -> Bool {
        guard one.count == other.count else { return false }
        for index in one.indices
        where one[index].name.english != other[index].name.english
            || !Statement.areSame(one[index].value, other[index].value)
        {
            return false
        }
        return true
    }

    /// Without flags that are not set.
    private var said: [Entry] {
        entries.contains(where: \.value.isUnsetFlag) ? entries.filter { !$0.value.isUnsetFlag } : entries
    }

    var line: Phrase {
        let parts = entries.map { entry -> Phrase in
            let value: Phrase =
                if case .record(let record) = entry.value { record.line.inBraces } else { entry.value.line }
            return Phrase(
                zh: "\(entry.name.chinese) \(value.chinese)", en: "\(entry.name.english): \(value.english)")
        }
        return Phrase(
            zh: parts.map(\.chinese).joined(separator: "，"), en: parts.map(\.english).joined(separator: ", "))
    }
}

extension Phrase {
    fileprivate var inBraces: Phrase { Phrase(zh: "{\(chinese)}", en: "{\(english)}") }
}

extension [Phrase] {
    /// As a list in a sentence.
    fileprivate func joined() -> Phrase {
        Phrase(
            zh: map(\.chinese).joined(separator: "、"), en: map(\.english).joined(separator: ", "))
    }
}
