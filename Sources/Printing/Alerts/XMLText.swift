/// An XML text in the making, two spaces an indent.
struct XMLText {
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var depth = 0

    mutating func open(_ name: String, attribute: (name: String, value: String)? = nil) {
        let said = attribute.map { " \($0.name)=\"\(Self.escaped($0.value))\"" } ?? ""
        text += margin + "<\(name)\(said)>\n"
        depth += 1
    }

    mutating func close(_ name: String) {
        depth -= 1
        text += margin + "</\(name)>\n"
    }

    /// Nothing for nil.
    mutating func element(_ name: String, _ content: String?) {
        guard let content else { return }
        text += margin + "<\(name)>\(Self.escaped(content))</\(name)>\n"
    }

    /// A name and a value, as CAP writes whatever it has no element for.
    mutating func pair(_ name: String, _ valueName: String, _ value: String) {
        open(name)
        element("valueName", valueName)
        element("value", value)
        close(name)
    }

    private var margin: String { String(repeating: "  ", count: depth) }

    /// What XML cannot carry even escaped becomes U+FFFD; a bare carriage return would be read as a line feed.
    private static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "\r": out += "&#13;"
            case "\n", "\t": out.unicodeScalars.append(scalar)
            case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": out += "\u{FFFD}"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
