import PlanModel

/// A JSON text in the making, keys in the order in which they were given.
package enum JSONValue: Sendable {
    case object([(String, JSONValue)])
    case array([JSONValue])
    case string(String)
    case integer(Int64)
    /// A number with as many decimals as so many millionths need.
    case millionths(Int64)
    case flag(Bool)
    case null

    package static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// The whole text with two spaces an indent and a line break at its end.
    package var text: String {
        var out = ""
        write(to: &out, indent: "")
        return out + "\n"
    }

    private func write(to out: inout String, indent: String) {
        switch self {
        case .object(let members) where members.isEmpty: out += "{}"
        case .object(let members):
            out += "{"
            for (index, member) in members.enumerated() {
                out += index == 0 ? "\n" : ",\n"
                out += indent + "  "
                Self.write(member.0, to: &out)
                out += ": "
                member.1.write(to: &out, indent: indent + "  ")
            }
            out += "\n" + indent + "}"
        case .array(let items) where items.isEmpty: out += "[]"
        case .array(let items):
            out += "["
            for (index, item) in items.enumerated() {
                out += index == 0 ? "\n" : ",\n"
                out += indent + "  "
                item.write(to: &out, indent: indent + "  ")
            }
            out += "\n" + indent + "]"
        case .string(let text): Self.write(text, to: &out)
        case .integer(let number): out += String(number)
        case .millionths(let number): out += number.textOfMillionths
        case .flag(let flag): out += flag ? "true" : "false"
        case .null: out += "null"
        }
    }

    /// A text in double quotes. It is a string of YAML 1.2 as well, so that what YAML does not allow bare
    /// (U+0080–U+00A0, U+FEFF) is escaped too, and what would turn the line around on a terminal.
    static func quoted(_ text: String) -> String {
        var out = ""
        write(text, to: &out)
        return out
    }

    private static func write(_ text: String, to out: inout String) {
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case _
            where scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value) || scalar.value == 0xFEFF
                || (0x2028...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }
}
