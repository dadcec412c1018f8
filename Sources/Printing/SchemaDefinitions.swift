import Diagnostics
import PlanReading

/// The forms of values as JSON Schema, each said once and referred to by name.
struct SchemaDefinitions {
    private var schemas: [String: (schema: JSONValue, text: String)] = [:]

    /// All of them, by name.
    var json: JSONValue {
        .object(schemas.sorted { $0.key < $1.key }.map { ($0.key, $0.value.schema) })
    }

    /// The members of a plan file's own schema.
    mutating func members(of kind: PlanFileKind) -> [(String, JSONValue)] {
        guard case .record(_, let fields) = kind.form else {
            preconditionFailure("a plan file is a mapping")
        }
        return record(fields, kind: kind)
    }

    /// Keeps a schema under a name and refers to it; another one of the same name gets a number behind it.
    mutating func define(_ name: String, _ schema: JSONValue) -> JSONValue {
        let text = schema.text
        var free = name
        var count = 1
        while let known = schemas[free], known.text != text {
            count += 1
            free = "\(name)\(count)"
        }
        schemas[free] = (schema, text)
        return .object([("$ref", .string("#/definitions/\(free)"))])
    }

    /// The schema of a form, which for all but lists is a reference.
    private mutating func schema(of form: Form) -> JSONValue {
        switch form {
        case .list(let item):
            .object([("type", .string("array")), ("items", schema(of: item))])
        case .text(let what, let example, let writing):
            define(writing.name, writing.jsonSchema(expected: "\(what.chinese)，如 \(example)"))
        case .flag:
            define(form.name, Self.flag)
        case .choice(_, let names):
            define(
                form.name, .words(names.flatMap { $0.value == $0.title ? [$0.value] : [$0.value, $0.title] }))
        case .record(_, let fields):
            define(form.name, .object(record(fields)))
        }
    }

    private static let flag = JSONValue.object([
        (
            "enum",
            .array([
                .flag(true), .flag(false), .string("true"), .string("false"), .string("是"), .string("否"),
            ])
        ),
        ("errorMessage", .string("应为 true（是）或 false（否）")),
    ])

    // MARK: - Records

    /// - Parameter kind: When the record is a whole file, what its `kind` must say.
    private mutating func record(_ fields: [FieldDeclaration], kind: PlanFileKind? = nil)
        -> [(String, JSONValue)]
    {
        var properties: [(String, JSONValue)] = []
        for field in fields {
            let isKind = kind != nil && field.english == "kind"
            let value = isKind ? JSONValue.words(kind?.words ?? []) : schema(of: field.form)
            let about =
                (field.isRequired ? "必填。" : "可省。") + (isKind ? "本文件的种类" : field.form.schemaDescription)
            properties.append(
                (field.english, Self.property(field, "\(about)。中文名：\(field.chinese)", value)))
            properties.append(
                (field.chinese, Self.property(field, "\(about)。英文名：\(field.english)", value)))
        }
        let required = fields.filter(\.isRequired).map(Self.presence)
        return [
            ("type", .string("object")), ("additionalProperties", .flag(false)),
            ("properties", .object(properties)),
        ] + (required.isEmpty ? [] : [("allOf", .array(required))]) + [
            ("dependencies", .object(fields.map(Self.oneName)))
        ]
    }

    /// A reference stands in an `allOf`, because draft-07 passes over whatever stands beside one.
    private static func property(_ field: FieldDeclaration, _ description: String, _ value: JSONValue)
        -> JSONValue
    {
        let head: [(String, JSONValue)] = [
            ("title", .string(field.chinese)), ("description", .string(description)),
        ]
        guard case .object(let members) = value, members.first?.0 != "$ref" else {
            return .object(head + [("allOf", .array([value]))])
        }
        return .object(head + members)
    }

    /// A required key, by either name.
    private static func presence(of field: FieldDeclaration) -> JSONValue {
        .object([("anyOf", .array([.required([field.english]), .required([field.chinese])]))])
    }

    /// A key never stands under both names. Said as a dependency, which asks nothing of what is no mapping.
    private static func oneName(of field: FieldDeclaration) -> (String, JSONValue) {
        (
            field.english,
            .object([
                ("not", .required([field.chinese])),
                ("errorMessage", .string("“\(field.english)”和“\(field.chinese)”是同一个键，两处留一处")),
            ])
        )
    }
}

extension Form {
    /// What a value should be, in Chinese, for people who look at a key in their editor.
    fileprivate var schemaDescription: String {
        switch self {
        case .list(let item): "列表，每项为" + item.schemaDescription
        case .text(let what, let example, let writing):
            what.chinese + writing.rangeText + "，如 \(example)"
        case .flag, .choice, .record: expectation.chinese
        }
    }
}

extension Writing {
    /// The schema of a value that is written like this.
    fileprivate func jsonSchema(expected: String) -> JSONValue {
        var types = ["string"]
        var range: ClosedRange<Int>?
        switch plain {
        case .text: break
        case .anything: types += ["number", "boolean"]
        case .number(let numbers):
            types.append("number")
            range = numbers
        case .wholeNumber(let numbers):
            types.append("integer")
            range = numbers
        }
        var members: [(String, JSONValue)] = [
            ("type", types.count == 1 ? .string(types[0]) : .array(types.map { .string($0) })),
            ("pattern", .string(pattern)),
        ]
        if let format { members.append(("format", .string(format))) }
        if let range {
            members.append(("minimum", .integer(Int64(range.lowerBound))))
            if range.upperBound < .max { members.append(("maximum", .integer(Int64(range.upperBound)))) }
        }
        let isFree = if case .anything = plain { true } else { false }
        let words = isFree ? "文字，不能空着" : rangeText.isEmpty ? expected : "整数\(rangeText)"
        members.append(("errorMessage", .string("应为\(words)")))
        return .object(members)
    }

    /// The range of an amount of something, to stand behind its name.
    fileprivate var rangeText: String {
        if case .wholeNumber(let range) = plain, range.upperBound <= 100_000 {
            return "（\(range.lowerBound)–\(range.upperBound)）"
        }
        return ""
    }
}
