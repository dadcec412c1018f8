import Diagnostics
import MarkedYAML

/// One key of a record: declared once, read in both languages, shown to editors.
struct Field<Value>: FieldDeclaration {
    let english: StaticString
    let chinese: StaticString
    let isRequired: Bool
    let shape: Shape<Value>

    init(_ english: StaticString, _ chinese: StaticString, _ shape: Shape<Value>, optional: Bool = false) {
        self.english = english
        self.chinese = chinese
        self.shape = shape
        isRequired = !optional
    }

    var form: Form { shape.form }
}

/// What is known of a key without knowing the type of its value.
protocol FieldDeclaration: Sendable {
    var english: StaticString { get }
    var chinese: StaticString { get }
    var isRequired: Bool { get }
    var form: Form { get }
}

extension FieldDeclaration {
    /// As messages show a key: `creditCode`/统一社会信用代码.
    var bothNames: Phrase {
        Phrase(zh: "\(chinese)（\(english)）", en: "\(english)")
    }
}

/// A mapping that is being read field by field.
struct RecordReader {
    let node: YAMLNode
    let context: ReadingContext
    private let fields: [any FieldDeclaration]
    private var values: [YAMLNode?]

    var place: SourceSpan { node.span }

    /// Sorts the mapping's entries to their fields; complains of unknown and repeated keys.
    init(_ node: YAMLNode, fields: [any FieldDeclaration], names: [FieldNames], context: ReadingContext) {
        self.node = node
        self.context = context
        self.fields = fields
        values = Array(repeating: nil, count: fields.count)
        var keys: [YAMLNode?] = Array(repeating: nil, count: fields.count)
        for (key, value) in node.pairs {
            guard let index = key.withUTF8({ text in names.firstIndex { $0.includes(text) } }), key.kind == .scalar
            else {
                reportUnknown(key, value)
                continue
            }
            if let first = keys[index] {
                reportRepeated(key, first: first)
            } else {
                keys[index] = key
                values[index] = value
            }
        }
    }

    /// Reads a field's value. A required one that is absent is complained of; nil means absent or faulty.
    func callAsFunction<Value>(_ field: Field<Value>) -> Value? {
        guard let node = node(of: field) else {
            if field.isRequired { reportMissing(field) }
            return nil
        }
        return field.shape.read(node, context)
    }

    /// Where a field's value stands, if it is there.
    func node(of field: some FieldDeclaration) -> YAMLNode? {
        for (index, other) in fields.enumerated() where other.english.utf8Start == field.english.utf8Start {
            return values[index]
        }
        preconditionFailure("a record reads only the fields that it declares")
    }

    /// Whether the mapping has a value for the field, right or wrong.
    func has(_ field: some FieldDeclaration) -> Bool { node(of: field) != nil }

    private func reportMissing(_ field: some FieldDeclaration) {
        let name = field.bothNames
        let expected = field.form.expectation
        let start = node.span.start
        context.report(
            .missingKey,
            Phrase(zh: "缺少键 \(name.chinese)", en: "the key '\(name.english)' is missing"),
            at: SourceSpan(file: node.span.file, start: start, end: start),
            help: Phrase(
                zh: "加一行“\(field.english): …”，值为\(expected.chinese)",
                en: "add '\(field.english): …' with \(expected.english)"))
    }

    private func reportUnknown(_ key: YAMLNode, _ value: YAMLNode) {
        guard key.kind == .scalar else {
            context.report(
                .wrongType, Phrase(zh: "键应是一个词", en: "a key must be a word"), at: key.span)
            return
        }
        let text = key.text
        let names = fields.flatMap { ["\($0.english)", "\($0.chinese)"] }
        let help: Phrase
        if text == "<<" {
            help = Phrase(zh: "不支持合并键，请写明每个键", en: "merge keys are not read; write every key out")
        } else if let near = Nearest.name(to: text, among: names) {
            help = Phrase(zh: "是不是“\(near)”？", en: "did you mean '\(near)'?")
        } else {
            help = Phrase(
                zh: "这里可用的键：" + fields.map { "\($0.english)（\($0.chinese)）" }.joined(separator: "、"),
                en: "keys known here: " + fields.map { "\($0.english)" }.joined(separator: ", "))
        }
        context.report(
            .unknownKey, Phrase(zh: "不认识的键“\(text)”", en: "unknown key '\(text)'"), at: key.span, help: help)
    }

    private func reportRepeated(_ key: YAMLNode, first: YAMLNode) {
        let (text, other) = (key.text, first.text)
        context.report(
            Diagnostic(
                .duplicateKey,
                text == other
                    ? Phrase(zh: "键“\(text)”重复", en: "the key '\(text)' stands here a second time")
                    : Phrase(zh: "键“\(text)”与“\(other)”是同一个键", en: "'\(text)' is the same key as '\(other)'"),
                at: key.span, help: Phrase(zh: "两处留一处", en: "keep one of the two"),
                related: [.init(Phrase(zh: "第一处在这里", en: "the first stands here"), at: first.span)]))
    }
}

/// A field's two names as bytes: comparing bytes costs half of comparing Chinese strings.
struct FieldNames: Sendable {
    private let english: [UInt8]
    private let chinese: [UInt8]

    init(_ field: any FieldDeclaration) {
        english = Array("\(field.english)".utf8)
        chinese = Array("\(field.chinese)".utf8)
    }

    func includes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.count == english.count && text.elementsEqual(english)
            || text.count == chinese.count && text.elementsEqual(chinese)
    }
}

extension Shape {
    /// A mapping with declared fields.
    /// - Parameter build: Reads every field before it decides, so that all complaints are gathered;
    ///   returns nil only after a complaint.
    static func record(
        _ fields: [any FieldDeclaration], build: @escaping @Sendable (RecordReader) -> Value?
    ) -> Shape {
        let names = fields.map(FieldNames.init)
        return Shape(.record(fields)) { node, context in
            guard node.kind == .mapping else {
                reportWrongType(node, expecting: .record(fields), context)
                return nil
            }
            return build(RecordReader(node, fields: fields, names: names, context: context))
        }
    }
}
