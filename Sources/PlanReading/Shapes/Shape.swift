package import Diagnostics
import MarkedYAML

/// How a value is written: what the reader does with it, and what an editor may be told of it.
struct Shape<Value>: Sendable {
    let form: Form
    /// Returns nil after at least one complaint, never without.
    let read: @Sendable (YAMLNode, ReadingContext) -> Value?

    init(_ form: Form, read: @escaping @Sendable (YAMLNode, ReadingContext) -> Value?) {
        self.form = form
        self.read = read
    }

    /// A scalar whose text is parsed; containers and empty values are refused before `parse` sees them.
    static func scalar(
        _ form: Form, parse: @escaping @Sendable (YAMLNode, ReadingContext) -> Value?
    ) -> Shape {
        Shape(form) { node, context in
            guard requireText(node, expecting: form, context) else { return nil }
            return parse(node, context)
        }
    }

    func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> Shape<Other> {
        Shape<Other>(form) { node, context in self.read(node, context).map(transform) }
    }

    /// The value together with the place where it stands.
    func located() -> Shape<Located<Value>> where Value: Sendable {
        Shape<Located<Value>>(form) { node, context in
            self.read(node, context).map { Located($0, at: node.span) }
        }
    }

    /// A sequence of such values; every item complains for itself.
    func list() -> Shape<[Value]> {
        Shape<[Value]>(.list(form)) { node, context in
            guard node.kind == .sequence else {
                reportWrongType(node, expecting: .list(form), context)
                return nil
            }
            var values: [Value] = []
            var isWhole = true
            for item in node.items {
                if let value = self.read(item, context) { values.append(value) } else { isWhole = false }
            }
            return isWhole ? values : nil
        }
    }
}

/// What an editor may be told of a value.
package indirect enum Form: Sendable {
    /// Free text, or text of the form that `example` shows and `writing` tells.
    case text(Phrase, example: String, writing: Writing = .words)
    case flag
    case choice(named: Name, [ChoiceName])
    case list(Form)
    case record(named: Name, [FieldDeclaration])

    /// In a sentence: "expected …".
    package var expectation: Phrase {
        switch self {
        case .text(let what, let example, _):
            Phrase(zh: "\(what.chinese)，如 \(example)", en: "\(what.english) such as \(example)")
        case .flag: Phrase(zh: "true 或 false", en: "true or false")
        case .choice(_, let names):
            Phrase(
                zh: names.map(\.title).joined(separator: "、") + " 之一",
                en: "one of " + names.map(\.value).joined(separator: ", "))
        case .list: Phrase(zh: "一个列表", en: "a list")
        case .record: Phrase(zh: "一组“键: 值”", en: "a mapping of keys and values")
        }
    }

    /// What values of this form are called where many keys share it.
    package var name: String {
        switch self {
        case .text(_, _, let writing): writing.name
        case .flag: "flag"
        case .choice(let name, _): name.text
        case .list(let item): item.name + "s"
        case .record(let name, _): name.text
        }
    }

    /// What a record or a choice is called; put together only when somebody asks, which the reader never does.
    package struct Name: Sendable {
        private let make: @Sendable () -> String

        init(_ text: @autoclosure @escaping @Sendable () -> String) { make = text }

        /// By the type that values are read to: `ProductionLine.Meter` gives `meter`.
        init<Value>(of type: Value.Type) {
            make = {
                let word = String(describing: type).filter { $0.isLetter || $0.isNumber }
                return word.prefix(1).lowercased() + word.dropFirst()
            }
        }

        var text: String { make() }
    }
}

/// A word that a choice accepts, by its English value or its Chinese title.
package struct ChoiceName: Sendable {
    package let value: String
    package let title: String
}

func reportWrongType(_ node: YAMLNode, expecting form: Form, _ context: ReadingContext) {
    let found: Phrase =
        switch node.kind {
        case .scalar: Phrase(zh: "一个值“\(node.text)”", en: "the value '\(node.text)'")
        case .sequence: Phrase(zh: "一个列表", en: "a list")
        case .mapping: Phrase(zh: "一组“键: 值”", en: "a mapping")
        }
    let expected = form.expectation
    if node.isNull {
        context.report(
            .missingValue, Phrase(zh: "键后面没有值", en: "the key has no value"), at: node.span,
            help: Phrase(zh: "应为\(expected.chinese)", en: "expected \(expected.english)"))
        return
    }
    context.report(
        .wrongType,
        Phrase(
            zh: "这里是\(found.chinese)，应为\(expected.chinese)",
            en: "found \(found.english), expected \(expected.english)"),
        at: node.span)
}

/// Whether a node is a scalar that says something; complains if not.
private func requireText(_ node: YAMLNode, expecting form: Form, _ context: ReadingContext) -> Bool {
    guard node.isScalar, !node.isNull else {
        reportWrongType(node, expecting: form, context)
        return false
    }
    // Bytes tell at once for nearly every value: printable ASCII, or the first byte of a Chinese word (U+4000…U+9FFF).
    guard
        node.withUTF8({ text in text.contains { $0 > 0x20 && $0 < 0x7F || (0xE4...0xE9).contains($0) } })
            || node.text.contains(where: { !$0.isWhitespace })
    else {
        let expected = form.expectation
        context.report(
            .missingValue, Phrase(zh: "值是空的", en: "the value is empty"), at: node.span,
            help: Phrase(zh: "应为\(expected.chinese)", en: "expected \(expected.english)"))
        return false
    }
    return true
}
