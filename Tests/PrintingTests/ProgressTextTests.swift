import Diagnostics
import Printing
import Testing

struct ProgressTextTests {
    private func line(_ done: Int, _ total: Int, _ language: Language = .chinese, columns: Int = 80) -> String
    {
        ProgressText.line(
            .checking, done: done, of: total, in: TextStyle(language: language, usesColor: false),
            columns: columns)
    }

    @Test func saysHowFarTheWorkHasCome() {
        #expect(line(0, 20_038) == "检查 0 / 20,038 个文件 [--------------------] 0 %")
        #expect(line(12_345, 20_038) == "检查 12,345 / 20,038 个文件 [############--------] 61 %")
        #expect(line(20_037, 20_038) == "检查 20,037 / 20,038 个文件 [###################-] 99 %")
        #expect(
            line(1_234_567, 1_234_567, .english)
                == "Checking 1,234,567 / 1,234,567 files [####################] 100 %")
    }

    /// What is out of the way neither ends the program nor draws a bar that is none.
    @Test func oddCountsAreHarmless() {
        #expect(line(0, 0) == "检查 0 / 0 个文件 [--------------------] 0 %")
        #expect(line(9, 3) == line(3, 3))
        #expect(line(-1, 3) == line(0, 3))
    }

    /// A line that reached the last column would break, and its rest would stay.
    @Test func fitsTheTerminal() {
        let text = line(12_345, 20_038)
        let width = DisplayWidth.of(text)
        #expect(line(12_345, 20_038, columns: width + 1) == text)
        #expect(line(12_345, 20_038, columns: width) == "检查 12,345 / 20,038 个文件")
        #expect(line(12_345, 20_038, columns: 20) == "")
    }
}
