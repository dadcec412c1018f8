import PlanModel

extension JSONValue {
    /// The whole text like `text`, but what fits on a line stands on one line.
    /// - Parameter width: The most characters of a line that holds more than one value.
    package func text(width: Int) -> String {
        lines(indent: "", taken: 0, width: width) + "\n"
    }

    private func lines(indent: String, taken: Int, width: Int) -> String {
        let line = oneLine
        if indent.count + taken + line.unicodeScalars.count <= width { return line }
        let inner = indent + "  "
        switch self {
        case .object(let members) where !members.isEmpty:
            let entries = members.map { name, value in
                let key = Self.quoted(name) + ": "
                return inner + key
                    + value.lines(indent: inner, taken: key.unicodeScalars.count + 1, width: width)
            }
            return "{\n" + entries.joined(separator: ",\n") + "\n" + indent + "}"
        case .array(let items) where !items.isEmpty:
            let entries = items.map { inner + $0.lines(indent: inner, taken: 1, width: width) }
            return "[\n" + entries.joined(separator: ",\n") + "\n" + indent + "]"
        default:
            return line
        }
    }

    private var oneLine: String {
        switch self {
        case .object(let members):
            "{" + members.map { Self.quoted($0.0) + ": " + $0.1.oneLine }.joined(separator: ", ") + "}"
        case .array(let items): "[" + items.map(\.oneLine).joined(separator: ", ") + "]"
        case .string(let text): Self.quoted(text)
        case .integer(let number): String(number)
        case .millionths(let number): number.textOfMillionths
        case .flag(let flag): flag ? "true" : "false"
        case .null: "null"
        }
    }
}
