import Activating
import Diagnostics
import PlanModel

// The tables of a balance, one a grouping. Where names leave no room for figures, a name has a line of its own.

extension BalanceView {
    private var decimals: Int { balance.decimals }

    private func ratioText(_ cut: MassRate, of base: MassRate) -> String {
        cut.ratio(of: base)?.percentText(decimals: decimals) ?? "–"
    }

    /// Every pollutant in grams and in percent, alone and with the pool.
    func pollutantsText(in style: TextStyle) -> String {
        var masses = TextTable([.left] + Array(repeating: .right, count: 5))
        // Of a sub-district, what is listed is the whole.
        let wholes =
            subDistrict == nil
            ? [style.say("全社会", "society"), style.say("清单内", "listed")] : [style.say("清单内", "own list")]
        masses.add(
            ["kg/d"] + wholes + [style.say("应减", "required")]
                + [style.say("削减", "cut"), style.say("余量", "margin")], .quiet)
        var ratios = TextTable([.left, .right, .right, .right, .left, .left])
        ratios.add(
            ["%", style.say("比例", "ratio"), style.say("目标", "target"), style.say("余量", "margin")]
                + [style.say("单独", "alone"), style.say("调整后", "with pool")], .quiet)
        for pollutant in Pollutant.allCases {
            let figure = figures[pollutant]
            masses.add(
                [
                    pollutant.symbol, figure.base.kilogramsText,
                ] + (subDistrict == nil ? [account.base[pollutant].kilogramsText] : []) + [
                    figure.required.kilogramsText, figure.cut.kilogramsText,
                    figure.marginMass.signedKilogramsText,
                ])
            ratios.add([
                .init(pollutant.symbol), .init(figure.ratio?.percentText(decimals: decimals) ?? "–"),
                .init(figure.target.percentText),
                .init(figure.margin?.percentText(decimals: decimals, signed: true) ?? "–"),
                Self.mark(figure.isMet, style), Self.mark(figures.isMet(pollutant), style),
            ])
        }
        if let pool = figures.pool {
            ratios.add([
                .init(pool.title), .init(pool.ratio.percentText(decimals: decimals)),
                .init(pool.target.percentText(decimals: balance.targetDecimals) + " %"),
                .init(pool.margin.percentText(decimals: decimals, signed: true)), .init(""),
                Self.mark(pool.isMet, style),
            ])
        }
        return masses.text(in: style) + "\n" + ratios.text(in: style)
    }

    private static func mark(_ isMet: Bool, _ style: TextStyle) -> TextTable.Cell {
        isMet ? .init(style.say("达到", "reached"), .good) : .init(style.say("未达到", "short"), .bad)
    }

    /// What each list cuts, and how that stands to its own emissions, alone and with the pool.
    func subDistrictsText(in style: TextStyle) -> String {
        let rows = table(by: .subDistrict).rows
        var cuts = TextTable([.left, .right, .right, .right, .right])
        cuts.add([style.say("削减 kg/d", "cut kg/d")] + Pollutant.allCases.map(\.symbol), .quiet)
        for row in rows {
            cuts.add(
                [style.say(row.subject.title)] + Pollutant.allCases.map { row.account.cut[$0].kilogramsText })
        }
        cuts.add(
            [style.say("合计", "all")] + Pollutant.allCases.map { account.cut[$0].kilogramsText }, .bold)
        var ratios = TextTable([.left, .right, .right, .right, .right, .right, .left])
        ratios.add(
            [style.say("占自身清单 %", "% of own list")] + Pollutant.allCases.map(\.symbol)
                + [figures.pool?.title ?? ""], .quiet)
        for row in rows {
            guard case .subDistrict(let name?) = row.subject else { continue }
            ratios.add(ownListCells(name, row.account, style))
        }
        return cuts.text(in: style) + "\n" + ratios.text(in: style)
            + style.paint(
                style.say(
                    "* 单独低于全区目标；区级源（机动车等）不在街道清单内\n",
                    "* below the target by itself; district-wide sources stand on no own list\n"),
                .quiet)
    }

    private func ownListCells(
        _ name: Identifier<SubDistrict>, _ account: ReductionBalance.Account, _ style: TextStyle
    ) -> [TextTable.Cell] {
        let own = figures(of: account)
        func cell(_ ratio: ExactRatio?, _ isMet: Bool) -> TextTable.Cell {
            guard let ratio else { return .init("–  ", .quiet) }
            return .init(
                ratio.percentText(decimals: decimals) + (isMet ? " " : "*"), isMet ? nil : .warning)
        }
        return [.init(name.text)]
            + Pollutant.allCases.map { cell(own[$0].ratio, own[$0].isMet) }
            + [own.pool.map { cell($0.ratio, $0.isMet) } ?? .init("")]
            + [.init(own.verdict(in: style), own.isMet ? .good : .warning)]
    }

    /// What every row cuts of every pollutant, and what part of its own emission that is.
    func cutsText(_ choice: BalanceChoice, in style: TextStyle) -> String {
        let rows = table(by: choice.grouping).rows
        let shown = rows.filter(choice.lists)
        let ratios = (shown.map { row in Emissions.ratios(row.account, ratioText) }) + [wholeRatios]
        let widths = PerPollutant { pollutant in ratios.map { $0[pollutant].count }.max() ?? 0 }
        func pairs(_ cut: Emissions, _ ratios: PerPollutant<String>) -> [String] {
            Pollutant.allCases.map { pollutant in
                let gap = widths[pollutant] - ratios[pollutant].count
                return cut[pollutant].kilogramsText + String(repeating: " ", count: gap + 1)
                    + ratios[pollutant]
            }
        }
        let layout = RowLayout(
            head: [choice.grouping.title.text(in: style.language)]
                + Pollutant.allCases.map { "\($0.symbol) kg/d %" },
            rows: zip(shown, ratios).map { row, ratios in
                (row.line(in: style), pairs(row.account.cut, ratios))
            },
            total: [style.say("合计", "all")] + pairs(account.cut, wholeRatios))
        return layout.text(in: style) + uncutText(rows.filter { !choice.lists($0) }, in: style)
            + style.paint(baseNote(choice, style), .quiet)
    }

    private var wholeRatios: PerPollutant<String> {
        PerPollutant { ratioText(account.cut[$0], of: figures[$0].base) }
    }

    private func baseNote(_ choice: BalanceChoice, _ style: TextStyle) -> String {
        let isOwn = subDistrict != nil
        return choice.grouping == .measure
            ? style.say(
                "措施的 % 占它所遇到的排放量（前面的措施减过之后）\(isOwn ? "" : "；合计占全社会")\n",
                "A measure's % is of what the measures ahead of it left\(isOwn ? "" : "; of all: of society")\n"
            )
            : style.say(
                "各行 % 占自身排放量\(isOwn ? "" : "；合计占全社会")\n",
                "A row's % is of its own emission\(isOwn ? "" : "; of all: of society")\n")
    }

    /// One pollutant in full: base, cut, ratio, part of the whole, margin over what the target asks of the base.
    func text(of pollutant: Pollutant, _ choice: BalanceChoice, in style: TextStyle) -> String {
        let target = figures[pollutant].target
        let rows = table(by: choice.grouping).rows.filter {
            if case .pollutant(let other) = $0.subject { other == pollutant } else { true }
        }
        func cells(_ base: MassRate, _ cut: MassRate) -> [String] {
            let own = ReductionFigure(base: base, cut: cut, target: target)
            return [
                base.kilogramsText, cut.kilogramsText, ratioText(cut, of: base),
                ratioText(cut, of: figures[pollutant].base), own.marginMass.signedKilogramsText,
            ]
        }
        func lists(_ row: BalanceTable.Row) -> Bool {
            choice.lists(row) && (choice.listsUncut || row.account.cut[pollutant] > .zero || choice.isShort)
        }
        let layout = RowLayout(
            head: [
                pollutant.symbol, style.say("排放 kg/d", "base kg/d"), style.say("削减 kg/d", "cut kg/d"), "%",
            ]
                + [
                    subDistrict == nil
                        ? style.say("占全社会 %", "% of society") : style.say("占清单 %", "% of own list"),
                    style.say("对目标余量", "margin kg/d"),
                ],
            rows: rows.filter(lists).map { row in
                (row.line(in: style), cells(row.account.base[pollutant], row.account.cut[pollutant]))
            },
            total: [style.say("合计", "all")] + cells(figures[pollutant].base, figures[pollutant].cut))
        return layout.text(in: style) + uncutText(rows.filter { !lists($0) }, in: style)
            + style.paint(
                style.say(
                    "余量：削减减去排放量的 \(target.percentText)\n",
                    "Margin: the cut less \(target.percentText) of the base\n"), .quiet)
    }

    /// Rows without a cut, counted by why there is none.
    private func uncutText(_ rows: [BalanceTable.Row], in style: TextStyle) -> String {
        guard !rows.isEmpty else { return "" }
        var counts: [(title: String, count: Int)] = []
        for row in rows {
            let title = style.say(row.reason?.title ?? Phrase(zh: "没有可减的", en: "nothing to cut"))
            if let index = counts.firstIndex(where: { $0.title == title }) {
                counts[index].count += 1
            } else {
                counts.append((title, 1))
            }
        }
        let parts = counts.map { "\($0.title) \($0.count)" }
        return WrappedText.of(
            style.say(
                "另有 \(rows.count) 行没有削减：\(parts.joined(separator: "，"))。--all 列出",
                "\(rows.count) more without a cut: \(parts.joined(separator: ", ")); --all lists them"))
    }
}

extension BalanceChoice {
    /// Whether there are so few rows that all are listed.
    fileprivate var isShort: Bool { [.pollutant, .sector, .subDistrict].contains(grouping) }
}

extension BalanceTable.Row {
    /// What it is called, and why nothing of it can be cut.
    fileprivate func line(in style: TextStyle) -> String {
        let name = subject.line(in: style)
        guard let reason, isUncut else { return name }
        return name + style.say("  不计：\(reason.title.chinese)", "  not counted: \(reason.title.english)")
    }
}

extension PerPollutant where Value == MassRate {
    fileprivate static func ratios(
        _ account: ReductionBalance.Account, _ text: (MassRate, MassRate) -> String
    ) -> PerPollutant<String> {
        PerPollutant<String> { text(account.cut[$0], account.base[$0]) }
    }
}
