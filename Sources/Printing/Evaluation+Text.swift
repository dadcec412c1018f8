package import Activating
import Diagnostics
package import PlanModel

extension Evaluation {
    /// The evaluation table, a block a level: what each kind of source cuts, in t/d and in percent of society.
    package func text(in style: TextStyle, district: District) -> String {
        views.map { block($0, in: style) + "\n" }.joined()
            + style.paint(
                WrappedText.of(
                    style.say(
                        "t/d 为削减量；% 占\(whole(in: style))，逐行向下取整，各行之和可略小于合计。",
                        "t/d are cut; % is of \(whole(in: style)), rounded down row by row. ")
                        + style.say(district.denominatorPhrase)), .quiet)
    }

    private func whole(in style: TextStyle) -> String {
        guard let name = views.first?.subDistrict else { return style.say("全社会排放量", "what society emits") }
        return style.say("\(harmless(name.text))清单内排放量", "\(harmless(name.text))'s own list")
    }

    private func block(_ view: BalanceView, in style: TextStyle) -> String {
        let whole = rows.last ?? .society
        let table = RowLayout(
            head: [""] + Pollutant.allCases.flatMap { ["\($0.symbol) t/d", "%"] },
            rows: rows.dropLast().map { row in
                (style.say(row.title), cells(cut(row, in: view), view))
            },
            total: [view.subDistrict == nil ? style.say(whole.title) : style.say("合计", "all")]
                + cells(cut(whole, in: view), view),
            below: [.init(style.say("目标", "target"), .quiet)] + targetCells(view))
        return view.verdictText(in: style) + "\n" + table.text(in: style) + pooledText(view, in: style)
    }

    /// Where a target is met only together with another: said, so that no figure contradicts the verdict.
    private func pooledText(_ view: BalanceView, in style: TextStyle) -> String {
        let alone = view.figures.metByPool
        guard let pool = view.figures.pool, !alone.isEmpty else { return "" }
        let names = pool.title
        let ratio = pool.ratio.percentText(decimals: decimals)
        let target = pool.target.percentText(decimals: decimals)
        return style.say(
            "\(alone.map(\.symbol).joined(separator: "、")) 调整后达到：\(names) 合计 \(ratio) %，目标 \(target) %\n",
            "\(alone.map(\.symbol).joined(separator: ", ")) reached by pool: \(names) \(ratio) %, target \(target) %\n"
        )
    }

    private func targetCells(_ view: BalanceView) -> [TextTable.Cell] {
        Pollutant.allCases.flatMap { pollutant -> [TextTable.Cell] in
            let figure = view.figures[pollutant]
            let tone: TextStyle.Tone = view.figures.isMet(pollutant) ? .quiet : .bad
            return [
                .init(Self.tonnes(figure.required), tone),
                .init(ExactRatio(figure.target).percentText(decimals: decimals), tone),
            ]
        }
    }

    private func cells(_ cut: Emissions, _ view: BalanceView) -> [String] {
        Pollutant.allCases.flatMap { pollutant in
            let base = view.figures[pollutant].base
            return [
                Self.tonnes(cut[pollutant]),
                cut[pollutant].ratio(of: base)?.percentText(decimals: decimals) ?? "–",
            ]
        }
    }

    private static func tonnes(_ mass: MassRate) -> String {
        DataTable.Cell.tonnes(mass).numberText(decimals: 6) ?? ""
    }
}
