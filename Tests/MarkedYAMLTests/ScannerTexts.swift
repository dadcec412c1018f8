import Diagnostics
import Foundation
import TestSupport

/// Texts on which the scanner and libyaml are compared.
enum ScannerTexts {
    static let plain = [
        "", "# 只有注释\n", "a: b", "甲: 乙\r\n丙: 丁\r\n", "\u{FEFF}a: b\n",
        "a:\n  - b\n  - - c\n    - d: e\n      f:\n",
        "a:\n- b\n-\n- c: d\n  e: f\ng:\n", "- [一, {二: 三}, [ ], { }, ]\n",
        "a: {b: c,\n  d: [e,\n f]\n}\ng: h\n",
        "a: 'it''s' # 注\n'b' : \"x\\\"y\\\\z\\n\"\n", "  a: b\n  c: d\n", "a: b#c:d -e [f] {g}, h? i!\n",
        "-5\n", "\"a\"\n",
        "a: b \n# x\n\n   # y\nc: d", "a : b\n", "a: 😀 b # 😀\n😀: c\n", "- - - a\n    - b\n- c\n",
        "[a\n, b]\n",
        "a: ''\nb: \"\"\n",
    ]

    static let odd = [
        "a: &x b\nc: *x\n", "a: !!str b\n", "a: |\n  b\n", "a: b\n  c\n", "? a\n: b\n",
        "%YAML 1.1\n---\na: b\n", "---\na: b\n",
        "a: b\n...\n", "a:\tb\n", "-\ta\n", "\ta: b\n", "a: \"b\n  c\"\n", "a: [b\n c]\n", "{a: b: c}\n",
        "[a: b]\n", "{a: , b: c}\n",
        "a: b: c\n", "a: - b\n", "a:\n  b: c\n d: e\n", "a: \"b\"#c\n", "a: \u{2028}b\n", "a: \u{85}b\n",
        "a: b\rc: d\n", "a: \u{0}b\n",
        "a: \u{7F}b\n", "a: \u{FEFF}b\n", "a: \u{FFFE}b\n", "a: @b\n", "a: `b\n", "a: %b\n", "a: \"\\x41\"\n",
        "a: 'b\n", "a: [b\n",
        "a: b\n- c\n", "- a\nb: c\n", "a:1\nb:2\n", "{a:1}\n", "[a?]\n", String(repeating: "[", count: 65),
        String(repeating: "键", count: 1100) + ": a\n",
    ]

    /// Whole plans of every kind: the samples, the fixtures of reading with all their faults, and the texts above.
    static func seeds() throws -> [[UInt8]] {
        let fixtures = repository.appending(path: "Tests/PlanReadingTests/Fixtures")
        let faulty = try names(in: fixtures, endingWith: ".fixture").flatMap { name in
            try files(in: Array(Data(contentsOf: fixtures.appending(path: name))))
        }
        let whole = try (planFiles(below: samplePlans) + planFiles(below: fixtures)).map(\.bytes)
        return whole + faulty + (plain + odd).map { Array($0.utf8) }
    }

    /// A fixture holds several files, each below a line `=== path`.
    private static func files(in fixture: [UInt8]) -> [[UInt8]] {
        let lines = fixture.split(separator: 0x0A, omittingEmptySubsequences: false)
        return lines.split { $0.starts(with: "=== ".utf8) }.map { Array($0.joined(separator: [0x0A])) }
    }

    static func text(_ round: Int, from seeds: [[UInt8]], _ seeded: inout Seeded) -> [UInt8] {
        if round % 4 == 0 {
            let document = OddDocument(seeded)
            seeded = document.seeded
            return document.text
        }
        var text = excerpt(seeds[Int.random(in: 0..<seeds.count, using: &seeded)], &seeded)
        for _ in 0..<Int.random(in: 1...4, using: &seeded) { change(&text, &seeded) }
        return text
    }

    private static func excerpt(_ text: [UInt8], _ seeded: inout Seeded) -> [UInt8] {
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count > 6, Int.random(in: 0..<8, using: &seeded) > 0 else { return text }
        let start = Int.random(in: 0..<lines.count - 4, using: &seeded)
        let some = lines[start..<min(lines.count, start + Int.random(in: 1...12, using: &seeded))]
        return Array(some.joined(separator: [0x0A]))
    }

    private static let tokens = [
        "-", "- ", "?", "? ", ":", ": ", ",", "[", "]", "{", "}", "#", " #", "# ", "&", "*", "!", "|", ">",
        "'", "\"", "%",
        "@", "`", "\t", " ", "  ", "\n", "\r", "\r\n", "\\", "\\n", "\\\"", "''", "：", "，", "。", "“",
        "\u{3000}", "\u{A0}", "\u{85}",
        "\u{2028}", "\u{FEFF}", "\u{0}", "\u{7F}", "---", "...", "--- ", "- - ", "a: ", "甲: ", "乙", "~",
        "null", "{}", "[]",
        ": {", ": [", "\n- ", "\n  ", "\n    ", " : ", "\":", "😀", "é", "<<", "=", "[a, b]", "{a: b}", ",\n",
        "{\n", "]\n", "#\n",
    ].map { Array($0.utf8) }

    private static func change(_ text: inout [UInt8], _ seeded: inout Seeded) {
        let place = Int.random(in: 0...text.count, using: &seeded)
        let token = tokens[Int.random(in: 0..<tokens.count, using: &seeded)]
        switch Int.random(in: 0..<12, using: &seeded) {
        case 0...3: text.insert(contentsOf: token, at: place)
        case 4: text.removeSubrange(place..<min(text.count, place + Int.random(in: 1...3, using: &seeded)))
        case 5: text.replaceSubrange(place..<min(text.count, place + token.count), with: token)
        case 6 where place < text.count: text[place] = UInt8.random(in: 0...255, using: &seeded)
        case 7:
            if let mark = text[place...].firstIndex(where: { ":-,[]{}'\"# ".utf8.contains($0) }) {
                text.remove(at: mark)
            }
        case 8:
            if let mark = text[place...].firstIndex(where: { ":-,[]{}'\"#".utf8.contains($0) }) {
                text.insert(contentsOf: token, at: Bool.random(using: &seeded) ? mark : mark + 1)
            }
        default: changeLines(&text, &seeded)
        }
    }

    private static func changeLines(_ text: inout [UInt8], _ seeded: inout Seeded) {
        var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        let one = Int.random(in: 0..<lines.count, using: &seeded)
        let other = Int.random(in: 0..<lines.count, using: &seeded)
        switch Int.random(in: 0..<9, using: &seeded) {
        case 0: lines.swapAt(one, other)
        case 1: lines.insert(lines[other], at: one)
        case 2: lines.remove(at: one)
        case 3: lines[one].insert(0x20, at: 0)
        case 4: if lines[one].first == 0x20 { lines[one].removeFirst() }
        case 5: lines[one].insert(contentsOf: [0x20, 0x20], at: 0)
        case 6: if lines[one].starts(with: [0x20, 0x20]) { lines[one].removeFirst(2) }
        case 7:
            lines[one] +=
                [[0x20], [0x09], [0x0D], [0x20, 0x20], [0x3A], Array(" # 注".utf8)].randomElement(
                    using: &seeded) ?? []
        default:
            lines[one] =
                Array(repeating: 0x20, count: Int.random(in: 0...6, using: &seeded))
                + lines[one].drop { $0 == 0x20 }
        }
        text = Array(lines.joined(separator: [0x0A]))
    }
}
