import Printing
import TestSupport
import Testing

struct WrappedTextTests {
    @Test func chineseIsBrokenByColumns() {
        #expect(WrappedText.of("重污染天气应急", width: 8) == "重污染天\n气应急\n")
        #expect(WrappedText.of("重污染天气应急", width: 9) == "重污染天\n气应急\n")
    }

    @Test func noLineBeginsWithClosingOrEndsWithOpeningPunctuation() {
        #expect(WrappedText.of("重污染天，气", width: 8) == "重污染\n天，气\n")
        #expect(WrappedText.of("重污“染天”气", width: 5) == "重污\n“染\n天”气\n")
    }

    @Test func wordsAreKeptWhole() {
        #expect(WrappedText.of("write every key out", width: 10) == "write\nevery key\nout\n")
        #expect(WrappedText.of("写成kg/d才行", width: 7) == "写成\nkg/d才\n行\n")
        #expect(WrappedText.of("a sub-districts/list.yaml b", width: 8) == "a\nsub-districts/list.yaml\nb\n")
    }

    @Test func paragraphsAndMarginsStay() {
        #expect(WrappedText.of("ab cd\n\nef", width: 6, indent: 2) == "  ab\n  cd\n\n  ef\n")
    }

    /// Nothing is lost, and no line is wider than the terminal, for any mixture of text.
    @Test func nothingIsLost() {
        var random = Seeded(7)
        let words = ["重污染", "，", "。", "“", "”", "kg/d", " ", " ", "emergency", "（", "）", "12.5", "%"]
        for _ in 0..<500 {
            let text = (0..<60).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }.joined()
            let wrapped = WrappedText.of(text, width: 30)
            #expect(wrapped.filter { $0 != "\n" && $0 != " " } == text.filter { $0 != " " })
            for line in wrapped.split(separator: "\n") where line.contains(" ") {
                #expect(DisplayWidth.of(line) <= 30)
            }
        }
    }
}
