package import Activating
package import Diagnostics
import PlanModel

extension Proposal {
    /// Verdict, what to adopt and what it costs, what each goal ends at, and what was not chosen from.
    package func text(in style: TextStyle) -> String {
        verdictText(in: style) + "\n\n" + choiceText(in: style) + goalsText(in: style, decimals)
            + proofText(in: style) + shortText(in: style, decimals) + leftOutText(in: style)
    }

    /// What is said below the goals, line by line: the proof or what is short, and what was not chosen from.
    package func remarks(in style: TextStyle) -> [String] {
        (proofText(in: style) + shortText(in: style, decimals) + leftOutText(in: style))
            .split(separator: "\n").map(String.init)
    }

    /// The decimals that the targets need with their margin, so that no figure contradicts a verdict.
    package var decimals: Int {
        max(before.balance.decimals, after.balance.decimals, request.margin.percentDecimals)
    }

    /// One line: whether the goals are reached, and at what cost.
    package func verdictText(in style: TextStyle) -> String {
        let level = before.order.level
        let name = style.say(level.alertTitle)
        switch outcome {
        case .enough:
            return style.paint(
                style.say(
                    "\(name)：\(marginText(in: style))现有措施已经够了，不用追加",
                    "\(name): \(marginText(in: style))what is planned is enough; nothing to add"),
                .good)
        case .chosen(let choice):
            let count = choice.options.count
            return style.paint(
                style.say(
                    "\(name)：\(marginText(in: style))追加 \(count) 项备用措施即可全部达到，每日 \(choice.cost.moneyText) 元",
                    "\(name): \(marginText(in: style))\(count) reserve option\(count == 1 ? " reaches" : "s reach") every goal for \(choice.cost.moneyText) 元/d"
                ), .good)
        case .impossible:
            return style.paint(
                style.say(
                    "\(name)：\(marginText(in: style))备用措施全部追加也达不到",
                    "\(name): \(marginText(in: style))out of reach even with the reserve options"),
                .bad)
        }
    }

    /// What is asked beyond the targets, said before anything else.
    private func marginText(in style: TextStyle) -> String {
        request.margin == .none
            ? ""
            : style.say(
                "各目标再留 \(request.margin.percentText)，", "with \(request.margin.percentText) to spare, ")
    }

    private func choiceText(in style: TextStyle) -> String {
        guard case .chosen(let choice) = outcome else { return "" }
        var text = ""
        for (index, item) in choice.options.enumerated() {
            let enterprise = item.enterprise
            let isSame =
                index > 0 && choice.options[index - 1].number.enterprise == item.number.enterprise
            if !isSame {
                text +=
                    style.paint(harmless(enterprise.name), .bold)
                    + harmless("  \(enterprise.subDistrict.value.text)  \(enterprise.id.value.text)") + "\n"
            }
            text +=
                "  "
                + harmless(
                    "\(item.fullPartName)：\(item.option.measure.orderText)"
                )
                + "  "
                + "\(item.costText) 元/d\n"
            text += "      " + style.paint(item.extraText(in: style), .quiet) + "\n"
        }
        return text + "\n"
    }

    private func goalsText(in style: TextStyle, _ decimals: Int) -> String {
        var table = TextTable([.left, .left, .right, .right, .right, .right, .left])
        table.add(
            style.language == .chinese
                ? ["", "", "现在 %", "追加后 %", "要求 %", "最多 %", ""]
                : ["", "", "now %", "then %", "asked %", "at most %", ""], .quiet)
        for (index, item) in goals.enumerated() {
            let isFirst = index == 0 || goals[index - 1].goal.scope != item.goal.scope
            let most =
                item.goal.ratio(of: item.before)
                + item.goal.missing(
                    item.most - item.goal.value(of: item.before))
            table.add([
                .init(isFirst ? item.goal.scope.title(in: style) : "", .bold),
                .init(item.goal.pollutants.sumTitle),
                .init(item.goal.ratio(of: item.before).percentText(decimals: decimals)),
                .init(item.goal.ratio(of: item.after).percentText(decimals: decimals)),
                .init(item.goal.target.percentText(decimals: decimals)),
                .init(most.percentText(decimals: decimals), .quiet),
                item.isReached
                    ? .init(style.say("达到", "reached"), .good) : .init(style.say("未达到", "short"), .bad),
            ])
        }
        return table.text(in: style)
    }

    private func proofText(in style: TextStyle) -> String {
        guard case .chosen(let choice) = outcome else { return "" }
        if choice.isLeast {
            return "\n"
                + style.say(
                    "已证明没有更省的选法（\(choice.proof.title.chinese)）。\n",
                    "Proven: no choice costs less (\(choice.proof.title.english)).\n")
        }
        return "\n"
            + style.say(
                "任何选法都不少于 \(choice.bound.moneyText) 元/d；这一选法至多多 \(choice.gapText)。\n",
                "No choice costs less than \(choice.bound.moneyText) 元/d; this one at most \(choice.gapText) more.\n"
            )
    }

    private func shortText(in style: TextStyle, _ decimals: Int) -> String {
        guard case .impossible(let impossible) = outcome else { return "" }
        var text = "\n"
        for (item, short) in zip(goals, impossible.short) where short > 0 {
            let name =
                item.goal.scope.title(in: style) + " "
                + item.goal.pollutants.sumTitle
            let points = item.goal.missing(short).percentTextUp(decimals: decimals + 1)
            let reachable = (item.goal.target - item.goal.missing(short)).percentText(decimals: decimals)
            text += style.paint(
                style.say(
                    "\(name) 全部追加还差 \(item.massText(short))\(points) 个百分点；目标放宽到 \(reachable) % 才能达到\n",
                    "\(name) stays \(item.massText(short))\(points) points short; a target of \(reachable) % could be reached\n"
                ), .bad)
        }
        if impossible.isProven {
            text += style.say("（已证明：各项差额合计不能更小）\n", "(Proven: the shortfalls together cannot be less.)\n")
        }
        for reason in impossible.remedies {
            text += style.say(
                "不排除“\(reason.title.chinese)”的备用措施就能达到\n",
                "Within reach if options were let in that are left out because: \(reason.title.english)\n")
        }
        return text
    }

    private func leftOutText(in style: TextStyle) -> String {
        let counts = ReservePool.Reason.allCases.compactMap { reason -> String? in
            let count = pool.leftOut.count { $0.reason == reason }
            return count == 0 ? nil : style.say(reason.title) + style.say(" \(count) 项", ": \(count)")
        }
        let all = style.say(
            "可选的备用措施 \(pool.open.count) 项", "Options to choose from: \(pool.open.count)")
        let others =
            counts.isEmpty
            ? "" : style.say("；不选的：", "; left out: ") + counts.joined(separator: style.say("，", ", "))
        return style.paint(WrappedText.of(all + others + style.say("。", ".")), .quiet)
    }
}

extension ReserveSuggestion {
    /// What it cuts more, pollutant by pollutant: `VOCs 6.200, PM 0.100 kg/d`.
    func extraText(in style: TextStyle) -> String {
        style.say("多削减 ", "cuts ")
            + extraFigures(in: style) + style.say(" kg/d", " kg/d more")
    }

    /// The figures alone, `VOCs 6.200, PM 0.100`; nothing where it cuts nothing more.
    package func extraFigures(in style: TextStyle) -> String {
        Pollutant.allCases.filter { extraCut[$0] > .zero }.map {
            "\($0.symbol) \(extraCut[$0].kilogramsText)"
        }.joined(separator: style.say("，", ", "))
    }

    /// `L1 四色胶印线`, 全部生产线, 运输.
    package var fullPartName: String {
        if case .line = option.measure.target { return "\(part) \(partName)" }
        return partName
    }

    /// What a day of it costs in 元; `–` where its plan does not say.
    package var costText: String { option.cost.map { Int128($0.millionths).moneyText } ?? "–" }
}

extension ReductionGoal.Scope {
    package func title(in style: TextStyle) -> String {
        switch self {
        case .district: style.say("全区", "district")
        case .subDistrict(let name): name.text
        }
    }
}

extension Proposal.Goal {
    /// What is short in kilograms, where the goal is of one pollutant; a pool has only ratios.
    fileprivate func massText(_ short: Int128) -> String {
        guard goal.pollutants.count == 1 else { return "" }
        return MassRate(gramsPerDay: Int64(clamping: short)).kilogramsText + " kg/d, "
    }
}

extension Proposal.Choice.Proof {
    package var title: Phrase {
        switch self {
        case .prices: Phrase(zh: "由影子价格", en: "by prices")
        case .search: Phrase(zh: "搜索到底", en: "searched to the end")
        }
    }
}

extension Proposal.Choice {
    /// How much more than the least it may cost, in percent, rounded up: `0.01 %`.
    package var gapText: String {
        let scaled = cost == 0 ? 0 : ((cost - bound) * 1_000_000 + cost - 1) / cost
        return "\(scaled / 10_000).\(String(10_000 + scaled % 10_000).dropFirst()) %"
    }
}

extension Int128 {
    /// Millionths of 元 as 元, with as many decimals as they need: `21,000`, `0.5`.
    package var moneyText: String {
        (self / 1_000_000).groupedText + decimalsOfMillionths
    }
}
