import Foundation
import Printing
import TestSupport
import Testing

struct JSONValueTests {
    /// Another reader gets back what was put in, in the same order.
    @Test func pythonReadsWhatWasWritten() throws {
        var nasty = "引号\" 反斜杠\\ 换行\n 制表\t 退格\u{8} 删除\u{7F} 行分\u{2028} 表情😀 </script>"
        nasty.unicodeScalars.append("\u{1F}")
        let value = JSONValue.object([
            ("b", .string(nasty)), ("a", .array([.integer(.max), .integer(.min), .flag(true), .null])),
            ("空", .object([])), ("列", .array([])),
        ])
        let script = """
            import json, sys
            v = json.load(sys.stdin)
            assert list(v) == ['b', 'a', '空', '列'], list(v)
            assert v['a'] == [2**63 - 1, -2**63, True, None]
            sys.stdout.write(v['b'])
            """
        let answer = try python(["-X", "utf8", "-c", script], input: Data(value.text.utf8))
        #expect(answer.status == 0, "\(answer.errorText)")
        #expect(answer.text == nasty)
    }

    /// Names that turn the text around them around on a terminal come as escapes, which say the same.
    @Test func whatTurnsTextAroundIsEscaped() {
        let text = JSONValue.object([("k\u{2066}", .string("\u{202E}坛月\u{202C}\u{2069}"))]).text
        #expect(text == "{\n  \"k\\u2066\": \"\\u202e坛月\\u202c\\u2069\"\n}\n")
    }
}
