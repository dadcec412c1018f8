/// HTML in the making. Markup comes only from literals in this program; everything else is escaped.
struct HTMLText {
    private(set) var text = ""

    init() {
        text.reserveCapacity(64 << 10)
    }

    /// Markup of our own.
    mutating func raw(_ markup: StaticString) {
        text += "\(markup)"
    }

    /// Text of any origin.
    mutating func escaped(_ words: String) {
        guard Self.hasSpecial(words) else {
            text += words
            return
        }
        for scalar in words.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            case _ where scalar.value < 0x20 && scalar != "\n" || scalar.value == 0x7F: text += "\u{FFFD}"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }

    /// Which bytes cannot stand as they are: control characters and `&`, `<`, `>`, `"`, `'`.
    private static let special: [Bool] = (0..<256).map {
        $0 < 0x20 || [0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F].contains($0)
    }

    private static func hasSpecial(_ words: String) -> Bool {
        var words = words
        return words.withUTF8 { bytes in
            special.withUnsafeBufferPointer { special in
                for byte in bytes where special[Int(byte)] { return true }
                return false
            }
        }
    }

    /// An element with text in it.
    mutating func element(_ name: StaticString, class style: StaticString = "", _ words: String) {
        open(name, class: style)
        escaped(words)
        close(name)
    }

    mutating func open(_ name: StaticString, class style: StaticString = "") {
        text += style.utf8CodeUnitCount == 0 ? "<\(name)>" : "<\(name) class=\"\(style)\">"
    }

    mutating func close(_ name: StaticString) {
        text += "</\(name)>"
    }

    /// A link to another file of the same response.
    mutating func link(to path: String, _ words: String) {
        text += "<a href=\""
        // Percent-encoded, so that the name of a sub-district can be no markup and no other scheme.
        for byte in path.utf8 {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == 0x2D || byte == 0x2E || byte == 0x2F || byte == 0x5F
            if isPlain {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                text += byte < 16 ? "%0\(digits)" : "%\(digits)"
            }
        }
        text += "\">"
        escaped(words)
        text += "</a>"
    }

    /// A row of a table.
    /// - Parameter numbers: The cells that hold figures, which stand to the right.
    mutating func row(_ cells: [String], head: Bool = false, numbers: Range<Int> = 0..<0) {
        raw("<tr>")
        for (index, cell) in cells.enumerated() {
            element(head ? "th" : "td", class: numbers.contains(index) ? "n" : "", cell)
        }
        raw("</tr>\n")
    }

    /// A number inside markup, such as an SVG coordinate.
    mutating func number(_ value: Int) {
        text += String(value)
    }
}
