import Activating
import Diagnostics
import PlanModel

/// Rows of a tree: a label indented by its depth, then what is emitted, what is cut, and the one as a part of the other.
/// No table, for other lines stand between the rows.
struct TraceRows {
    private let style: TextStyle
    private let width: Int
    private let labelWidth: Int

    /// - Parameter most: The largest figure that will be printed.
    init(_ style: TextStyle, most: MassRate) {
        self.style = style
        width = max(10, DisplayWidth.of(most.kilogramsText))
        labelWidth = WrappedText.width - 2 * (width + 2) - 9
    }

    var heading: String {
        style.paint(
            line(
                "", style.say("排放 kg/d", "emits kg/d"), style.say("削减 kg/d", "cut kg/d"),
                style.say("比例 %", "ratio %")),
            .quiet)
    }

    func row(
        _ label: String, depth: Int, _ amount: PollutantTrace.Amount, _ tone: TextStyle.Tone? = nil
    ) -> String {
        row(label, depth: depth, base: amount.base, cut: amount.cut, ratio: amount.ratio, tone)
    }

    func row(
        _ label: String, depth: Int, base: MassRate, cut: MassRate, ratio: ExactRatio?,
        _ tone: TextStyle.Tone? = nil
    ) -> String {
        let text = line(
            String(repeating: " ", count: 2 * depth) + label, base.kilogramsText, cut.kilogramsText,
            ratio?.percentText() ?? "–")
        return tone.map { style.paint(text, $0) } ?? text
    }

    private func line(_ label: String, _ base: String, _ cut: String, _ ratio: String) -> String {
        let shown = DisplayWidth.fitted(harmless(label), to: labelWidth)
        func right(_ text: String, _ columns: Int) -> String {
            String(repeating: " ", count: max(0, columns - DisplayWidth.of(text))) + text
        }
        return shown + String(repeating: " ", count: labelWidth - DisplayWidth.of(shown)) + "  "
            + right(base, width) + "  " + right(cut, width) + "  " + right(ratio, 7)
    }
}
