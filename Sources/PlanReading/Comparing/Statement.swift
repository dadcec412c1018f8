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
        /// The whole entry, where it orders something of a line or of transport.
        let order: EnterpriseMeasure?
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
    init(_ node: YAMLNode, as form: Form) {
        switch (form, node.kind) {
        case (.record(_, let fields), .mapping):
            self = .record(StatedRecord(node, fields))
        case (.list(.record(let name, let fields)), .sequence):
            let orders = Self.orders(named: name.text)
            self = .items(
                node.items.map { Item($0, fields, order: orders) }, place: node.span)
        case (.list(let item), .sequence):
            self = .words(node.items.map { Word($0, as: item) }, isSet: item.isChoice, place: node.span)
        default:
            self = .word(Word(node, as: form))
        }
    }

    /// How an entry of such a list is read as an order.
    private static func orders(named name: String) -> (@Sendable (YAMLNode) -> EnterpriseMeasure?)? {
        switch name {
        case entryName: { EnterpriseMeasure(entry: $0) }
        case optionName: { EnterpriseMeasure(option: $0) }
        default: nil
        }
    }

    private static let entryName = EnterpriseMeasure.shape.form.name
    private static let optionName = ReserveOption.shape.form.name
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
    init(
        _ node: YAMLNode, _ fields: [FieldDeclaration],
        order: (@Sendable (YAMLNode) -> EnterpriseMeasure?)?
    ) {
        let record =
            node.kind == .mapping
            ? StatedRecord(node, fields)
            : StatedRecord(
                entries: [
                    .init(
                        name: ChangedName(english: "", chinese: ""), rank: 0,
                        value: .word(.init(node, as: .flag)))
                ], place: node.span)
        let subject = record.entries.first { $0.name.english == "id" } ?? record.entries.first
        key = subject.map { $0.value.key(under: $0.name) } ?? Phrase("")
        self.record = record
        self.order = order.flatMap { $0(node) }
    }
}

extension StatedRecord {
    init(_ node: YAMLNode, _ fields: [FieldDeclaration]) {
        var entries: [Entry] = []
        for (key, value) in node.pairs {
            let text = key.text
            let rank = fields.firstIndex { $0.english == text || $0.chinese == text }
            entries.append(
                Entry(
                    name: rank.map { ChangedName(fields[$0]) } ?? ChangedName(english: text, chinese: text),
                    rank: rank ?? fields.count,
                    value: rank.map { Statement(value, as: fields[$0].form) }
                        ?? .word(.init(value, as: .list(.flag)))))
        }
        // Stable, so that keys nobody knows and keys that stand twice keep their order.
        let order = entries.indices.sorted { (entries[$0].rank, $0) < (entries[$1].rank, $1) }
        self.init(entries: order.map { entries[$0] }, place: node.span)
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
        let (left, right) = (one.said, other.said)
        return left.count == right.count
            && zip(left, right).allSatisfy {
                $0.name.english == $1.name.english && Statement.areSame($0.value, $1.value)
            }
    }

    /// Without flags that are not set.
    private var said: [Entry] { entries.filter { !$0.value.isUnsetFlag } }

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
