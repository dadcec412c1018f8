package import Activating
import Diagnostics

extension ProposalCurve {
    /// What each part of the targets would cost a day.
    package func text(in style: TextStyle) -> String {
        var table = TextTable([.right, .right, .right, .right])
        table.add(
            style.language == .chinese
                ? ["达到目标的 %", "费用 元/d", "下限 元/d", "追加 项"]
                : ["% of targets", "cost 元/d", "bound 元/d", "options"], .quiet)
        table.add([present.tenthsText, "0", "0", "0"])
        for point in points {
            let isTarget = point.thousandths == 1000
            table.add(
                [
                    point.thousandths.tenthsText, point.cost.moneyText, point.bound.moneyText,
                    String(point.options),
                ], isTarget ? .bold : nil)
        }
        let heading = style.say(
            "费用随目标变化（各项目标同乘一个比例；第一行为现有措施，最后一行为备用措施所能达到的最多）\n",
            "Cost against target (all targets times the same part; first as planned, last the most within reach)\n"
        )
        return WrappedText.of(heading) + table.text(in: style)
    }
}

extension Int {
    /// Thousandths as percent: `97.5`.
    package var tenthsText: String { "\(self / 10).\(self % 10)" }
}
