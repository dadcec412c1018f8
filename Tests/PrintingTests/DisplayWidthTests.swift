import Diagnostics
import Foundation
import Printing
import TestSupport
import Testing

struct DisplayWidthTests {
    /// Python's `unicodedata` knows the width of every character; it is asked about all of the basic plane
    /// and the first emoji and ideograph blocks. What Swift's newer Unicode tables know and it does not is skipped.
    @Test func everyCharacterIsAsWideAsUnicodeSays() throws {
        let script = """
            import unicodedata as u
            for c in list(range(0x20, 0xD800)) + list(range(0xE000, 0x10000)) + list(range(0x1F000, 0x1FB00)) + list(range(0x20000, 0x20100)):
                k = chr(c)
                if u.category(k) in ('Cn', 'Co', 'Cs', 'Cc', 'Cf', 'Mn', 'Me'): continue
                print(c, 2 if u.east_asian_width(k) in 'WF' else 1)
            """
        let answer = try python(["-c", script])
        #expect(answer.status == 0)
        var asked = 0
        for line in answer.text.split(separator: "\n") {
            let parts = line.split(separator: " ").compactMap { UInt32($0) }
            let scalar = try #require(Unicode.Scalar(parts[0]))
            #expect(DisplayWidth.of(scalar) == Int(parts[1]), "U+\(String(parts[0], radix: 16))")
            asked += 1
        }
        #expect(asked > 50_000)
    }

    @Test func combiningMarksTakeNoRoom() {
        #expect(DisplayWidth.of("e\u{301}") == 1)
        #expect(DisplayWidth.of("重\u{200B}污") == 4)
    }

    @Test func columnsStandTrueUnderChineseText() {
        var table = TextTable([.left, .right, .left])
        table.add(["街道", "PM", ""])
        table.add(["月坛", "1.0", "达到"])
        table.add(["Yuetan", "12.5", ""])
        #expect(
            table.text(in: TextStyle(language: .chinese, usesColor: false)) == """
                街道      PM
                月坛     1.0  达到
                Yuetan  12.5

                """)
    }
}
