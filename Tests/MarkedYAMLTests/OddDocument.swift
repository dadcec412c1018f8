import TestSupport

/// A document grown from a seed: mostly right, with blanks, comments, breaks and empty values in odd places.
struct OddDocument {
    var seeded: Seeded
    private(set) var text: [UInt8] = []

    init(_ seeded: Seeded) {
        self.seeded = seeded
        let start = chance(8) ? Int.random(in: 1...3, using: &self.seeded) : 0
        if chance(30) { put("\u{FEFF}") }
        betweenLines()
        put(String(repeating: " ", count: start))
        block(at: start, depth: 0)
        if chance(40) { put(["...\n", "---\n", "x\n", "\t\n"].randomElement(using: &self.seeded) ?? "") }
    }

    private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &seeded) == 0 }

    private mutating func put(_ some: String) { text += Array(some.utf8) }

    private mutating func pick(_ some: [String]) { put(some.randomElement(using: &seeded) ?? "") }

    /// The text stands in this column already; afterwards it stands behind a line end.
    private mutating func block(at column: Int, depth: Int) {
        let isSequence = chance(2)
        for index in 0..<Int.random(in: 1...3, using: &seeded) {
            if index > 0 { put(String(repeating: " ", count: chance(60) ? column + 1 : column)) }
            if isSequence {
                entry(at: column, depth: depth)
            } else {
                scalar(inFlow: false)
                pick([":", ":", ":", ":", ":", " :", "  :", ":x", "："])
                value(at: column, depth: depth)
            }
        }
    }

    private mutating func entry(at column: Int, depth: Int) {
        put("-")
        guard depth < 4, chance(2) else { return value(at: column, depth: depth) }
        let blanks = Int.random(in: 1...3, using: &seeded)
        put(String(repeating: " ", count: blanks))
        block(at: column + 1 + blanks, depth: depth + 1)
    }

    private mutating func value(at column: Int, depth: Int) {
        switch Int.random(in: 0..<10, using: &seeded) {
        case 0: lineEnd()
        case 1...3 where depth < 4:
            lineEnd()
            let deeper = column + Int.random(in: 0...3, using: &seeded)
            put(String(repeating: " ", count: deeper))
            block(at: deeper, depth: depth + 1)
        case 4, 5:
            pick([" ", " ", "  ", "\n  ", ""])
            flow(depth: depth)
            lineEnd()
        default:
            pick([" ", " ", " ", "  ", "\t", "\n   "])
            scalar(inFlow: false)
            if chance(30) { pick(["\n      b", ": x", " - y", "\n#c\n  d"]) }
            lineEnd()
        }
    }

    private mutating func flow(depth: Int) {
        let isMapping = chance(2)
        put(isMapping ? "{" : "[")
        for index in 0..<Int.random(in: 0...3, using: &seeded) {
            if index > 0 { pick([",", ", ", ", ", ",  ", " , ", ",\n  ", ",\n", " # c\n, ", ", # c\n "]) }
            if isMapping || chance(20) {
                scalar(inFlow: true)
                pick([":", ": ", ": ", ": ", ": ", " : ", ":\n ", "\n: ", ""])
            }
            if depth < 5, chance(4) { flow(depth: depth + 1) } else if !chance(20) { scalar(inFlow: true) }
        }
        pick(["", "", "", " ", "\n", ",", ", ", " # c\n", "#"])
        put(isMapping != chance(60) ? "}" : "]")
    }

    private mutating func scalar(inFlow: Bool) {
        pick([
            "a", "甲", "a b", "乙 丙", "8.6 kg/d", "-1", "-a", "-", "--", "~", "null", "\"x\"", "'y'", "'it''s'",
            "\"q\\\"q\\\\\"",
            "\"\\n\\t\"", "\"\\x41\"", "\"\"", "''", "' '", "\" # \"", "'a: b'", "\"[,]\"", "a#b", "a:b",
            "a: b", "a #b", "a?b", "?a", ":a",
            "a,b", "a, b", "a]b", "a{b", "a'b", "a\"b", "😀", "é  é", "a\tb", "\"a\tb\"", ".", "...", "---",
            "a-", "a -", "&x", "*x", "!t a",
            "@a", "%a", "|", ">", "“引”", "08:00", "\"08:00\"", "a\u{3000}b", "<<", "=", "x\\ny", "'x\\ny'",
            "http://a.b/c?d#e", "a:", "a ,",
            "''''", "'a'''", "\"a\"b", "'a'b", "\"a\" ", "a'",
        ])
    }

    private mutating func lineEnd() {
        pick(["", "", "", "", " ", "  ", " # 注", " #", "  # a: b", "\t", " \t", "#", "\r"])
        pick(["\n", "\n", "\n", "\n", "\r\n", "\n", ""])
        betweenLines()
    }

    private mutating func betweenLines() {
        guard chance(5) else { return }
        pick(["\n", "   \n", "# 注\n", "    # a: b\n", "\n\n", " \t\n", "#\n", "\r\n", "\t# c\n"])
    }
}
