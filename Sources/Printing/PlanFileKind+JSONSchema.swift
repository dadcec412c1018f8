package import PlanReading

extension PlanFileKind {
    /// What editors and CI may be told of this kind of plan file: a JSON Schema, draft-07.
    package var jsonSchema: JSONValue {
        var definitions = SchemaDefinitions()
        let root = definitions.members(of: self)
        return Self.document(title: schemaTitle, root, definitions)
    }

    /// One schema for all kinds of plan file, which picks by the word behind `kind`.
    package static var jsonSchemaOfAll: JSONValue {
        var definitions = SchemaDefinitions()
        let choices = allCases.map { kind in
            JSONValue.object([
                ("if", kind.isMeant),
                ("then", definitions.define(kind.rawValue, kind.schemaTitled(&definitions))),
            ])
        }
        let words = JSONValue.words(allCases.flatMap(\.words))
        let keys: [(String, JSONValue)] = [("kind", words), ("类型", words)]
        let root: [(String, JSONValue)] = [
            ("type", .string("object")),
            ("anyOf", .array(keys.map { .required([$0.0]) })),
            ("properties", .object(keys)),
            ("allOf", .array(choices)),
        ]
        return document(title: "计划文件（Plans/*.yaml）", root, definitions)
    }

    private static func document(
        title: String, _ root: [(String, JSONValue)], _ definitions: SchemaDefinitions
    ) -> JSONValue {
        .object(
            [
                ("$schema", .string("http://json-schema.org/draft-07/schema#")), ("title", .string(title)),
                (
                    "$comment",
                    .string("Written by 'emergency schema'; docs/plan-format.md says what the keys mean.")
                ),
            ] + root + [("definitions", definitions.json)])
    }

    /// The words that may stand behind `kind` in such a file.
    var words: [String] { [rawValue, title] }

    private var schemaTitle: String { "\(title)（kind: \(rawValue)）" }

    private func schemaTitled(_ definitions: inout SchemaDefinitions) -> JSONValue {
        .object([("title", .string(schemaTitle))] + definitions.members(of: self))
    }

    /// Whether a file says, by either name of the key, that it is of this kind.
    private var isMeant: JSONValue {
        .object([
            ("type", .string("object")),
            (
                "anyOf",
                .array(
                    ["kind", "类型"].map { key in
                        .object([
                            (
                                "properties",
                                .object([(key, .object([("enum", .array(words.map { .string($0) }))]))])
                            ),
                            ("required", .array([.string(key)])),
                        ])
                    })
            ),
        ])
    }
}

extension JSONValue {
    /// A schema that takes exactly these words.
    static func words(_ words: [String]) -> JSONValue {
        .object([
            ("enum", .array(words.map { .string($0) })),
            ("errorMessage", .string("应为\(words.joined(separator: "、")) 之一")),
        ])
    }

    /// A schema that asks for keys.
    static func required(_ keys: [String]) -> JSONValue {
        .object([("required", .array(keys.map { .string($0) }))])
    }
}
