import Activating
import Diagnostics
import PlanModel
import Printing

/// Bars against targets: what each sector contributes to a pollutant's ratio, and where the target stands.
struct BalancePicture {
    private let figures: ReductionFigures
    private let sectors: [ReductionBalance.Row<Sector>]
    /// Of percents, so that no text contradicts a verdict.
    private let decimals: Int

    init(_ balance: ReductionBalance) {
        figures = balance.whole
        sectors = balance.sectors
        decimals = balance.decimals
    }

    init(_ view: BalanceView) {
        figures = view.figures
        sectors = view.sectors
        decimals = view.balance.decimals
    }

    private static let width = 760
    private static let left = 86
    private static let right = 216
    private static let rowHeight = 46

    /// The ratio at the right end of the bars, in ten-thousandths: a round number above all that is shown.
    private var scale: Int {
        let shown = Pollutant.allCases.flatMap { pollutant -> [Int] in
            let figure = figures[pollutant]
            return [tenThousandths(figure.ratio ?? .zero), tenThousandths(ExactRatio(figure.target))]
        }
        return max(1000, ((shown.max() ?? 0) + 499) / 500 * 500)
    }

    private func tenThousandths(_ ratio: ExactRatio) -> Int { Int(ratio.percentFloor(decimals: 2)) }

    private func length(_ value: Int) -> Int {
        value * (Self.width - Self.left - Self.right) / scale
    }

    private static let height = rowHeight * Pollutant.allCases.count + 52

    /// A file of its own: the same picture below its title, and what it is measured against below that.
    func file(_ title: String, notes: [String]) -> String {
        var html = HTMLText()
        html.raw(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
        )
        let width = Self.width + 40
        let lines = notes.flatMap {
            WrappedText.of(harmless($0), width: 116).split(separator: "\n").map(String.init)
        }
        let height = Self.height + 60 + 18 * lines.count
        html.number(width)
        html.raw(" ")
        html.number(height)
        html.raw("\" width=\"")
        html.number(width)
        html.raw("\" height=\"")
        html.number(height)
        html.raw(
            "\" font-family=\"Noto Sans CJK SC,Source Han Sans SC,PingFang SC,Microsoft YaHei,sans-serif\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n<text x=\"20\" y=\"32\" font-size=\"18\" font-weight=\"600\" fill=\"#1b1f24\">"
        )
        html.escaped(title)
        html.raw("</text>\n<svg x=\"20\" y=\"46\" width=\"")
        html.number(Self.width)
        html.raw("\" height=\"")
        html.number(Self.height)
        html.raw("\" viewBox=\"0 0 ")
        drawRest(into: &html)
        for (index, line) in lines.enumerated() {
            html.raw("<text x=\"20\" y=\"")
            html.number(Self.height + 66 + 18 * index)
            html.raw("\" font-size=\"12\" fill=\"#5c6670\">")
            html.escaped(line)
            html.raw("</text>\n")
        }
        html.raw("</svg>\n")
        return html.text
    }

    func draw(into html: inout HTMLText) {
        html.raw("<svg role=\"img\" aria-label=\"各污染物减排比例与目标\" viewBox=\"0 0 ")
        drawRest(into: &html)
    }

    private func drawRest(into html: inout HTMLText) {
        html.number(Self.width)
        html.raw(" ")
        html.number(Self.height)
        html.raw("\" font-size=\"13\" fill=\"#1b1f24\">\n")
        axis(height: Self.height, into: &html)
        for (index, pollutant) in Pollutant.allCases.enumerated() {
            row(pollutant, top: 8 + index * Self.rowHeight, into: &html)
        }
        legend(top: Self.height - 14, into: &html)
        html.raw("</svg>\n")
    }

    private func axis(height: Int, into html: inout HTMLText) {
        let step = scale > 4000 ? 1000 : 500
        for value in stride(from: 0, through: scale, by: step) {
            let x = Self.left + length(value)
            line(x: x, from: 4, to: height - 44, stroke: "#dfe3e7", width: 1, into: &html)
            label("\(value / 100) %", x: x, y: height - 32, anchor: .middle, quiet: true, into: &html)
        }
    }

    private func row(_ pollutant: Pollutant, top: Int, into html: inout HTMLText) {
        let figure = figures[pollutant]
        label(pollutant.symbol, x: Self.left - 10, y: top + 20, anchor: .end, quiet: false, into: &html)
        // Ends are rounded from the running sum, so that the pieces make up exactly the bar.
        var sum = MassRate.zero
        for row in sectors where figure.base > .zero {
            let start = length(tenThousandths(ExactRatio(sum, of: figure.base)))
            sum = sum + row.account.cut[pollutant]
            let end = length(tenThousandths(ExactRatio(sum, of: figure.base)))
            rectangle(
                x: Self.left + start, y: top, width: end - start, height: 28, fill: Self.color(row.name),
                into: &html)
        }
        let target = Self.left + length(tenThousandths(ExactRatio(figure.target)))
        line(x: target, from: top - 4, to: top + 32, stroke: "#1b1f24", width: 2, into: &html)
        let x = Self.width - Self.right + 12
        let ratio = figure.ratio?.percentText(decimals: decimals) ?? "–"
        let margin = figure.margin?.percentText(decimals: decimals, signed: true) ?? "–"
        label(
            "\(ratio) %，目标 \(figure.target.percentText)", x: x, y: top + 12, anchor: .start, quiet: false,
            into: &html)
        let verdict =
            figure.isMet
            ? "达到，余量 \(margin)" : figures.isMet(pollutant) ? "调整后达到（\(margin)）" : "未达到（\(margin)）"
        html.raw("<text x=\"")
        html.number(x)
        html.raw("\" y=\"")
        html.number(top + 30)
        if figures.isMet(pollutant) {
            html.raw("\" fill=\"#1a7f37\" font-weight=\"600\">")
        } else {
            html.raw("\" fill=\"#c62828\" font-weight=\"600\">")
        }
        html.escaped(verdict)
        html.raw("</text>\n")
    }

    private func legend(top: Int, into html: inout HTMLText) {
        var x = Self.left
        for sector in Sector.allCases {
            rectangle(x: x, y: top - 11, width: 14, height: 14, fill: Self.color(sector), into: &html)
            label(sector.title.chinese, x: x + 20, y: top + 1, anchor: .start, quiet: false, into: &html)
            x += 72
        }
        line(x: x + 6, from: top - 13, to: top + 5, stroke: "#1b1f24", width: 2, into: &html)
        label("目标", x: x + 14, y: top + 1, anchor: .start, quiet: false, into: &html)
        if let pool = figures.pool {
            let names = pool.title
            let ratio = pool.ratio.percentText(decimals: decimals)
            label(
                "\(names) 合计 \(ratio) %，目标 \(pool.target.percentText(decimals: decimals)) %：\(pool.isMet ? "达到" : "未达到")",
                x: x + 66, y: top + 1, anchor: .start, quiet: false, into: &html)
        }
    }

    private static func color(_ sector: Sector) -> StaticString {
        switch sector {
        case .industry: "#4e79a7"
        case .dust: "#b07a3c"
        case .mobile: "#59a14f"
        case .other: "#9a7fb0"
        }
    }

    private enum Anchor { case start, middle, end }

    private func label(_ text: String, x: Int, y: Int, anchor: Anchor, quiet: Bool, into html: inout HTMLText)
    {
        html.raw("<text x=\"")
        html.number(x)
        html.raw("\" y=\"")
        html.number(y)
        switch anchor {
        case .start: html.raw("\"")
        case .middle: html.raw("\" text-anchor=\"middle\"")
        case .end: html.raw("\" text-anchor=\"end\" font-weight=\"600\"")
        }
        if quiet { html.raw(" fill=\"#5c6670\" font-size=\"11\"") }
        html.raw(">")
        html.escaped(text)
        html.raw("</text>\n")
    }

    private func rectangle(
        x: Int, y: Int, width: Int, height: Int, fill: StaticString, into html: inout HTMLText
    ) {
        guard width > 0 else { return }
        html.raw("<rect x=\"")
        html.number(x)
        html.raw("\" y=\"")
        html.number(y)
        html.raw("\" width=\"")
        html.number(width)
        html.raw("\" height=\"")
        html.number(height)
        html.raw("\" fill=\"")
        html.raw(fill)
        html.raw("\"/>\n")
    }

    private func line(x: Int, from: Int, to: Int, stroke: StaticString, width: Int, into html: inout HTMLText)
    {
        html.raw("<path d=\"M")
        html.number(x)
        html.raw(" ")
        html.number(from)
        html.raw("V")
        html.number(to)
        html.raw("\" stroke=\"")
        html.raw(stroke)
        html.raw("\" stroke-width=\"")
        html.number(width)
        html.raw("\"/>\n")
    }
}
