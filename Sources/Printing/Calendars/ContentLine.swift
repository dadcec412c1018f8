/// One property of a calendar as RFC 5545 writes it: `NAME;PARAMETER=…:value`, in lines of at most 75 octets.
struct ContentLine {
    /// Name, parameters, colon and value.
    private let text: String

    /// - Parameters:
    ///   - name: With its parameters, in ASCII.
    ///   - value: As it stands in the file: no TEXT, or escaped already.
    init(_ name: String, raw value: String) {
        text = "\(name):\(value)"
    }

    /// - Parameter value: TEXT that anybody may have written.
    init(_ name: String, text value: String) {
        self.init(name, raw: Self.escaped(value))
    }

    /// - Parameter values: A list of TEXT.
    init(_ name: String, texts values: [String]) {
        self.init(name, raw: values.map(Self.escaped).joined(separator: ","))
    }

    /// Octets of a line without its end (RFC 5545, 3.1).
    private static let longest = 75

    /// The line as often folded as needed, with its end.
    var folded: String {
        guard text.utf8.count > Self.longest else { return text + "\r\n" }
        var lines = ""
        var room = Self.longest
        for piece in pieces {
            let length = piece.utf8.count
            if length > room {
                lines += "\r\n "
                room = Self.longest - 1
            }
            lines += piece
            room -= length
        }
        return lines + "\r\n"
    }

    /// What stays in one line: a character with its marks, or a scalar of one that is longer than a line.
    private var pieces: some Sequence<String> {
        text.lazy.flatMap { character in
            character.utf8.count < Self.longest
                ? [String(character)] : character.unicodeScalars.map { String($0) }
        }
    }

    private static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",":
                escaped.append("\\")
                escaped.append(scalar)
            case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
            default: if !CalendarText.isTakenOut(scalar) { escaped.append(scalar) }
            }
        }
        return String(escaped)
    }
}

/// Plan text on its way into a calendar.
enum CalendarText {
    /// What ends lines elsewhere than in RFC 5545, steers a reader, or turns the direction of writing.
    static func isTakenOut(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    /// A name in one line: where it broke lines or steered, a space stands.
    static func line(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isTakenOut) else { return text }
        let words = text.unicodeScalars.split(whereSeparator: isTakenOut)
        return words.map { String($0) }.joined(separator: " ")
    }
}
