package import Diagnostics

extension Diagnostic {
    /// The finding in both languages, with both ends of its place.
    package var json: JSONValue {
        .object([
            ("severity", .string(severity.rawValue)), ("rule", .string(rule.rawValue)),
            ("message", message.json), ("help", help?.json ?? .null),
            ("file", .string(place.file.path)), ("span", region?.json ?? .null),
            (
                "related",
                .array(
                    related.map { other in
                        .object([
                            ("message", other.message.json), ("file", .string(other.place.file.path)),
                            ("span", other.place.file.bytes.isEmpty ? .null : other.place.json),
                        ])
                    })
            ),
        ])
    }
}

extension Phrase {
    /// Both languages.
    var json: JSONValue { .object([("zh", .string(chinese)), ("en", .string(english))]) }
}

extension SourceSpan {
    /// Lines and columns count from 1, columns in Unicode scalars; the end is exclusive.
    var json: JSONValue {
        func position(_ position: SourcePosition) -> JSONValue {
            .object([("line", .integer(Int64(position.line))), ("column", .integer(Int64(position.column)))])
        }
        return .object([("start", position(start)), ("end", position(end))])
    }
}
