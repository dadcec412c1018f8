import Diagnostics
import Testing

struct SourceFileTests {
    @Test func linesEndAtEveryKindOfBreak() {
        let file = SourceFile(path: "a", bytes: Array("一\r\n二\n三\r四".utf8))
        #expect((1...5).map(file.line) == ["一", "二", "三", "四", nil])
    }

    @Test func aByteOrderMarkIsNoPartOfTheText() {
        let file = SourceFile(path: "a", bytes: [0xEF, 0xBB, 0xBF] + Array("类型: x".utf8))
        #expect(file.line(1) == "类型: x")
        #expect(file.position(ofByte: 3) == SourcePosition(line: 1, column: 1))
        #expect(file.position(ofByte: 9) == SourcePosition(line: 1, column: 3))
    }

    @Test(arguments: [("ab\ncd", 4, 2, 2), ("甲乙\n丙丁", 10, 2, 2), ("a", 99, 1, 2)])
    func positionsCountScalarsNotBytes(text: String, offset: Int, line: Int, column: Int) {
        let file = SourceFile(path: "a", bytes: Array(text.utf8))
        #expect(file.position(ofByte: offset) == SourcePosition(line: line, column: column))
    }

    @Test func findingsStandInReadingOrder() {
        func finding(_ path: String, _ line: Int, _ rule: RuleID) -> Diagnostic {
            let place = SourcePosition(line: line, column: 1)
            return Diagnostic(
                rule, Phrase("x"),
                at: SourceSpan(file: SourceFile(path: path, bytes: []), start: place, end: place))
        }
        let sorted = [
            finding("b", 1, .missingKey), finding("a", 10, .unknownKey), finding("a", 2, .wrongType),
            finding("a", 2, .missingKey),
        ].inReadingOrder()
        #expect(
            sorted.map { "\($0.place.location) \($0.rule.rawValue)" } == [
                "a:2:1 missing-key", "a:2:1 wrong-type", "a:10:1 unknown-key", "b:1:1 missing-key",
            ])
    }
}
