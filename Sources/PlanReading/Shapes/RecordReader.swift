import Diagnostics
import MarkedYAML

/// A mapping that is being read field by field.
struct RecordReader {
    let node: YAMLNode
    let context: ReadingContext
    private let table: FieldTable
    /// The value of each field, as the number of a node in the tree; negative where there is none.
    private var values = InlineArray<32, Int32>(repeating: -1)

    var place: SourceSpan { node.span }

    /// Sorts the mapping's entries to their fields; complains of unknown and repeated keys.
    init(_ node: YAMLNode, table: FieldTable, context: ReadingContext) {
        self.node = node
        self.context = context
        self.table = table
        var next = 0
        for (key, value) in node.pairs {
            guard key.isScalar, let index = key.withUTF8({ table.index(named: $0, from: next) }) else {
                reportUnknown(key)
                continue
            }
            next = index + 1
            if values[index] < 0 {
                values[index] = value.number
            } else {
                reportRepeated(key, field: index)
            }
        }
    }

    /// Reads a field's value. A required one that is absent is complained of; nil means absent or faulty.
    func callAsFunction<Value>(_ field: Field<Value>) -> Value? {
        guard let node = node(of: field.declaration) else {
            if field.declaration.isRequired { reportMissing(field.declaration) }
            return nil
        }
        return field.shape.read(node, context)
    }

    /// Where a field's value stands, if it is there.
    func node<Value>(of field: Field<Value>) -> YAMLNode? { node(of: field.declaration) }

    func node(of declaration: FieldDeclaration) -> YAMLNode? {
        let number = values[table.index(of: declaration)]
        return number < 0 ? nil : node.inSameTree(number)
    }

    /// Whether the mapping has a value for the field, right or wrong.
    func has<Value>(_ field: Field<Value>) -> Bool { node(of: field.declaration) != nil }

    private func reportMissing(_ field: FieldDeclaration) {
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

    private func reportUnknown(_ key: YAMLNode) {
        guard key.kind == .scalar else {
            context.report(
                .wrongType, Phrase(zh: "键应是一个词", en: "a key must be a word"), at: key.span)
            return
        }
        let text = key.text
        let fields = table.declarations
        let help: Phrase
        if text == "<<" {
            help = Phrase(zh: "不支持合并键，请写明每个键", en: "merge keys are not read; write every key out")
        } else if let near = Nearest.name(to: text, among: fields.flatMap { [$0.english, $0.chinese] }) {
            help = Phrase(zh: "是不是“\(near)”？", en: "did you mean '\(near)'?")
        } else {
            help = Phrase(
                zh: "这里可用的键：" + fields.map { "\($0.english)（\($0.chinese)）" }.joined(separator: "、"),
                en: "keys known here: " + fields.map(\.english).joined(separator: ", "))
        }
        context.report(
            .unknownKey, Phrase(zh: "不认识的键“\(text)”", en: "unknown key '\(text)'"), at: key.span, help: help)
    }

    private func reportRepeated(_ key: YAMLNode, field: Int) {
        let first = node.pairs.first { $0.value.number == values[field] }?.key ?? key
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

extension Shape {
    /// A mapping with declared fields.
    /// - Parameters:
    ///   - name: What such a mapping is called; its type's name when left out.
    ///   - build: Reads every field before it decides, so that all complaints are gathered;
    ///     returns nil only after a complaint.
    static func record(
        named name: Form.Name? = nil, _ fields: [FieldDeclaration],
        build: @escaping @Sendable (RecordReader) -> Value?
    ) -> Shape {
        let table = FieldTable(fields)
        let form = Form.record(named: name ?? Form.Name(of: Value.self), fields)
        return Shape(form) { node, context in
            guard node.kind == .mapping else {
                reportWrongType(node, expecting: form, context)
                return nil
            }
            return build(RecordReader(node, table: table, context: context))
        }
    }
}
