import Activating
import Printing

/// What more and more of the targets would cost a day: steps that rise, with the targets themselves marked.
struct CurvePicture {
    private let curve: ProposalCurve

    private static let width = 760
    private static let height = 300
    private static let left = 96
    private static let right = 20
    private static let top = 16
    private static let bottom = 44

    init(_ curve: ProposalCurve) {
        self.curve = curve
    }

    /// Thousandths at both ends of the axis, whole percents around all that is shown.
    private var ends: (low: Int, high: Int) {
        let shown = [curve.present, curve.most, 1000].map { min($0, 3000) }
        let low = max(0, (shown.min() ?? 0) / 10 * 10 - 10)
        return (low, max(low + 20, ((shown.max() ?? 0) + 9) / 10 * 10 + 10))
    }

    /// The cost at the upper end, in millionths of 元: a round number a little above all that is shown.
    private var highest: Int128 {
        let most = max(1, curve.points.map(\.cost).max() ?? 1)
        var step: Int128 = 1
        while step * 10 < most { step *= 10 }
        for tenths in [10, 12, 16, 20, 24, 28, 32, 40, 60, 80] as [Int128] where step * tenths / 10 >= most {
            return step * tenths / 10
        }
        return step * 10
    }

    private func x(_ thousandths: Int) -> Int {
        let (low, high) = ends
        return Self.left + (min(thousandths, high) - low) * (Self.width - Self.left - Self.right)
            / (high - low)
    }

    private func y(_ cost: Int128) -> Int {
        let space = Int128(Self.height - Self.top - Self.bottom)
        return Self.height - Self.bottom - Int(cost * space / highest)
    }

    func draw(into html: inout HTMLText) {
        html.raw("<svg role=\"img\" aria-label=\"费用随目标变化\" viewBox=\"0 0 ")
        html.number(Self.width)
        html.raw(" ")
        html.number(Self.height)
        html.raw("\" font-size=\"12\" fill=\"#1b1f24\">\n")
        axes(into: &html)
        steps(into: &html)
        html.raw("</svg>\n")
    }

    private func axes(into html: inout HTMLText) {
        for part in 0...4 {
            let cost = highest * Int128(part) / 4
            path("M", x: Self.left, y: y(cost), "H", Self.width - Self.right, stroke: "#dfe3e7", into: &html)
            label(
                part == 4 ? "\(cost.moneyText) 元/d" : cost.moneyText, x: Self.left - 8, y: y(cost) + 4,
                anchor: "end", into: &html)
        }
        let (low, high) = ends
        let step = max(10, (high - low) / 80 * 10)
        for thousandths in stride(from: low, through: high, by: step) {
            label(
                "\(thousandths / 10)", x: x(thousandths), y: Self.height - Self.bottom + 18, anchor: "middle",
                into: &html)
        }
        label(
            "达到目标的百分比（100 即目标）", x: (Self.left + Self.width - Self.right) / 2, y: Self.height - 8,
            anchor: "middle", into: &html)
        path(
            "M", x: x(1000), y: Self.top, "V", Self.height - Self.bottom, stroke: "#c62828", into: &html)
    }

    private func steps(into html: inout HTMLText) {
        html.raw("<path fill=\"none\" stroke=\"#4e79a7\" stroke-width=\"2\" d=\"M")
        html.number(x(ends.low))
        html.raw(" ")
        html.number(y(0))
        html.raw("H")
        html.number(x(curve.present))
        for point in curve.points {
            html.raw("V")
            html.number(y(point.cost))
            html.raw("H")
            html.number(x(point.thousandths))
        }
        html.raw("\"/>\n")
        for point in curve.points {
            html.raw("<circle r=\"3\" fill=\"#4e79a7\" cx=\"")
            html.number(x(point.thousandths))
            html.raw("\" cy=\"")
            html.number(y(point.cost))
            html.raw("\"/>\n")
        }
    }

    private func path(
        _ move: StaticString, x: Int, y: Int, _ way: StaticString, _ end: Int, stroke: StaticString,
        into html: inout HTMLText
    ) {
        html.raw("<path stroke=\"")
        html.raw(stroke)
        html.raw("\" d=\"")
        html.raw(move)
        html.number(x)
        html.raw(" ")
        html.number(y)
        html.raw(way)
        html.number(end)
        html.raw("\"/>\n")
    }

    private func label(
        _ words: String, x: Int, y: Int, anchor: StaticString, into html: inout HTMLText
    ) {
        html.raw("<text text-anchor=\"")
        html.raw(anchor)
        html.raw("\" x=\"")
        html.number(x)
        html.raw("\" y=\"")
        html.number(y)
        html.raw("\">")
        html.escaped(words)
        html.raw("</text>\n")
    }
}
