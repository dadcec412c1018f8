package import Activating
package import Diagnostics
package import PlanModel

extension ReductionBalance {
    /// The decimals that figures beside the targets need, so that no text contradicts a verdict.
    package var decimals: Int { whole.decimals }

    /// Verdict, figures, sectors and sub-districts.
    package func text(in style: TextStyle, district: District) -> String {
        verdictText(in: style) + "\n\n" + tablesText(in: style, district: district)
    }

    /// The verdict, and every pollutant against its target.
    package func summaryText(in style: TextStyle) -> String {
        verdictText(in: style) + "\n\n" + figuresText(in: style)
    }

    /// What stands below the verdict.
    func tablesText(in style: TextStyle, district: District) -> String {
        figuresText(in: style) + "\n" + denominatorText(in: style, district) + "\n" + sectorsText(in: style)
            + "\n" + subDistrictsText(in: style)
    }

    /// One line: whether the level's targets are met.
    package func verdictText(in style: TextStyle) -> String {
        let name = style.say(level.alertTitle)
        if isMet {
            let remark = whole.pooledRemark
            return style.paint(
                style.say(
                    "\(name)：各污染物均达到减排比例\(remark.chinese)",
                    "\(name): every pollutant reaches its target\(remark.english)"),
                .good)
        }
        let symbols = missed.map(\.symbol)
        return style.paint(
            style.say(
                "\(name)：\(symbols.joined(separator: "、")) 未达到减排比例",
                "\(name): \(symbols.joined(separator: ", ")) short of target"), .bad)
    }

    private func figuresText(in style: TextStyle) -> String {
        var table = TextTable([.left, .right, .right, .right, .right, .right, .left])
        table.add(
            style.language == .chinese
                ? ["", "全社会 kg/d", "削减 kg/d", "比例 %", "目标", "余量 %", ""]
                : ["", "society kg/d", "cut kg/d", "ratio %", "target", "margin %", ""], .quiet)
        for pollutant in Pollutant.allCases {
            let figure = figures[pollutant]
            table.add([
                .init(pollutant.symbol), .init(figure.base.kilogramsText), .init(figure.cut.kilogramsText),
                .init(figure.ratio?.percentText(decimals: decimals) ?? "–"), .init(figure.target.percentText),
                .init(figure.margin?.percentText(decimals: decimals, signed: true) ?? "–"),
                mark(pollutant, style),
            ])
        }
        if let pool {
            table.add([
                .init(pool.title), .init(""), .init(""),
                .init(pool.ratio.percentText(decimals: decimals)),
                .init(pool.target.percentText(decimals: targetDecimals) + " %"),
                .init(pool.margin.percentText(decimals: decimals, signed: true)),
                pool.isMet
                    ? .init(style.say("合计达到", "reached together"), .good)
                    : .init(style.say("合计未达到", "short together"), .bad),
            ])
        }
        return table.text(in: style) + shortfallText(in: style)
    }

    var targetDecimals: Int { whole.targetDecimals }

    private func mark(_ pollutant: Pollutant, _ style: TextStyle) -> TextTable.Cell {
        .init(style.say(whole.verdict(on: pollutant)), isMet(pollutant) ? .good : .bad)
    }

    private func shortfallText(in style: TextStyle) -> String {
        missed.map { pollutant in
            let short = MassRate.zero - figures[pollutant].marginMass
            return style.paint(
                style.say(
                    "\(pollutant.symbol) 还差 \(short.kilogramsText) kg/d\n",
                    "\(pollutant.symbol) is \(short.kilogramsText) kg/d short\n"), .bad)
        }.joined()
    }

    private func denominatorText(in style: TextStyle, _ district: District) -> String {
        style.paint(style.say(district.denominatorPhrase) + "\n", .quiet)
    }

    private func sectorsText(in style: TextStyle) -> String {
        var table = TextTable([.left, .right, .right, .right, .right])
        table.add(
            [style.say("各行业削减 kg/d", "cut kg/d by sector")] + Pollutant.allCases.map(\.symbol), .quiet)
        for row in sectors {
            table.add(
                [style.say(row.name.title)] + Pollutant.allCases.map { row.account.cut[$0].kilogramsText })
        }
        table.add(
            [style.say("合计", "all")] + Pollutant.allCases.map { figures[$0].cut.kilogramsText }, .bold)
        table.add(notCut: notCounted, unlisted: unlisted, in: style)
        return table.text(in: style)
    }

    private func subDistrictsText(in style: TextStyle) -> String {
        var table = TextTable([.left, .right, .right, .right, .right])
        table.add(
            [style.say("街道比例 %（占清单内）", "ratio % of own list")] + Pollutant.allCases.map(\.symbol), .quiet)
        for row in subDistricts {
            table.add(
                [.init(row.name.text)]
                    + Pollutant.allCases.map { pollutant in
                        let figure = figures(of: row.account)[pollutant]
                        guard let ratio = figure.ratio else { return .init("–", .quiet) }
                        return .init(
                            ratio.percentText(decimals: decimals) + (figure.isMet ? " " : "*"),
                            figure.isMet ? nil : .warning)
                    })
        }
        return table.text(in: style)
            + style.paint(
                style.say(
                    "* 低于全区目标；区级源（机动车等）不在街道清单内\n",
                    "* below the district's target; district-wide sources stand on no sub-district's list\n"),
                .quiet)
    }
}

extension TextTable {
    /// What stays in the denominator and can be no cut, pollutant by pollutant.
    /// - Parameter unlisted: nil where there is no inventory beyond the lists.
    mutating func add(
        notCut reasons: [ReductionBalance.Row<ReductionBalance.Reason>], unlisted: Emissions?,
        in style: TextStyle
    ) {
        if let unlisted {
            add(
                [style.say("未列清单（只在分母）", "unlisted (denominator only)")]
                    + Pollutant.allCases.map { unlisted[$0].kilogramsText }, .quiet)
        }
        for row in reasons {
            add(
                [style.say("不计削减：", "not counted: ") + style.say(row.name.title)]
                    + Pollutant.allCases.map { row.account.base[$0].kilogramsText }, .quiet)
        }
    }
}

extension District {
    /// What the ratios are measured against and where the targets come from, each with how surely it is known.
    package var denominatorPhrase: Phrase {
        Phrase(
            zh:
                "分母：\(baseline.year) 年，\(harmless(baseline.method))（\(baseline.certainty.title.chinese)）。目标：\(harmless(targets.attribution.chinese))。",
            en:
                "Denominator: \(baseline.year), \(harmless(baseline.method)) (\(baseline.certainty.title.english)). Targets: \(harmless(targets.attribution.english))."
        )
    }
}
