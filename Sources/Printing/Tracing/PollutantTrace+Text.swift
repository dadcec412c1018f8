package import Activating
import Diagnostics
package import PlanModel

extension PollutantTrace {
    /// Target, baseline and verdict, then the cut from sectors down to owners or lines, and the sums by which it closes.
    package func text(in style: TextStyle, district: District, _ detail: TraceDetail) -> String {
        let rows = TraceRows(style, most: figure.base)
        return style.paint(
            pollutant.symbol + (style.language == .chinese ? " \(pollutant.title.chinese)" : ""), .bold)
            + style.say("，", ", ")
            + order.heading(in: style) + "\n\n" + targetText(in: style, district) + "\n" + rows.heading + "\n"
            + sectors.filter { $0.amount.accounts > 0 }.map { $0.text(in: style, rows, detail, pollutant) }
            .joined()
            + rows.row(style.say("清单合计", "all lists"), depth: 0, listed, .bold) + "\n"
            + rows.row(
                style.say("未列清单（只在分母）", "unlisted (denominator only)"), depth: 0, base: unlisted, cut: .zero,
                ratio: nil) + "\n"
            + rows.row(
                style.say("全社会", "all society"), depth: 0, base: figure.base, cut: figure.cut,
                ratio: figure.ratio,
                .bold) + "\n\n" + countText(in: style, rows) + "\n" + closingText(in: style)
    }

    private func targetText(in style: TextStyle, _ district: District) -> String {
        let (targets, baseline) = (district.targets, district.baseline)
        let target = figure.target.exactText
        let verdict =
            style.paint(
                style.say(balance.whole.verdict(on: pollutant)), balance.isMet(pollutant) ? .good : .bad)
        let decimals = balance.decimals
        let ratio = figure.ratio?.percentText(decimals: decimals) ?? "–"
        let margin = figure.margin?.percentText(decimals: decimals, signed: true) ?? "–"
        return WrappedText.of(
            style.say("目标 ", "target ") + target + style.say("：", ": ")
                + harmless(style.say(targets.attribution)))
            + targets.ratioPlaces[order.level].quoted(.line, in: style, indent: 2)
            + WrappedText.of(
                style.say("基线 ", "baseline ") + figure.base.kilogramsText + " kg/d"
                    + style.say("：\(baseline.year) 年，", ": \(baseline.year), ") + harmless(baseline.method)
                    + style.say(
                        "（\(baseline.certainty.title.chinese)）", " (\(baseline.certainty.title.english))"))
            + baseline.place.quoted(.line, in: style, indent: 2)
            + style.say("应减 ", "required ")
            + "\(target) × \(figure.base.kilogramsText) = \(figure.required.kilogramsText) kg/d"
            + (requiredRounding.map { style.say("（", " (") + style.say($0) + style.say("）", ")") } ?? "")
            + "\n"
            + style.say("削减 ", "cut ")
            + "\(figure.cut.kilogramsText) ÷ \(figure.base.kilogramsText) = \(ratio) %\n"
            + style.say("余量 ", "margin ")
            + "\(figure.cut.kilogramsText) − \(figure.required.kilogramsText) = \(figure.marginMass.signedKilogramsText) kg/d, \(margin) %"
            + style.say("：", ": ") + verdict + "\n" + poolText(in: style)
    }

    /// Up, because a gram less would miss the target.
    private var requiredRounding: Phrase? {
        let target = figure.target
        return .rounded(
            Int128(figure.base.gramsPerDay) * Int128(target.numerator), over: Int128(target.denominator),
            isUp: true)
    }

    private func poolText(in style: TextStyle) -> String {
        guard let pool = balance.pool, pool.pollutants.contains(pollutant) else { return "" }
        let decimals = balance.decimals
        let terms = pool.pollutants.map { member in
            let one = balance.figures[member]
            return "\(member.symbol) \(one.cut.kilogramsText) ÷ \(one.base.kilogramsText)"
        }.joined(separator: " + ")
        let targets = pool.pollutants.map { balance.figures[$0].target.exactText }.joined(separator: " + ")
        let verdict =
            pool.isMet
            ? style.say("合计达到", "reached together") : style.say("合计未达到", "short together")
        return WrappedText.of(
            style.say("可内部调整：", "pooled: ") + terms + " = " + pool.ratio.percentText(decimals: decimals)
                + " %"
                + style.say("，目标 ", "; target ") + targets + " = "
                + pool.target.percentText(decimals: decimals)
                + " %" + style.say("：", ": ") + verdict)
    }

    /// Of what is listed: what could be cut, and what not, by reason.
    private func countText(in style: TextStyle, _ rows: TraceRows) -> String {
        rows.row(style.say("清单内可削减的", "listed, can be cut"), depth: 0, countable) + "\n"
            + notCounted.map { part in
                let count = part.amount.accounts
                return rows.row(
                    style.say(
                        "不计削减：\(part.reason.title.chinese)（\(count) 处）",
                        "not counted: \(part.reason.title.english) (\(count))"), depth: 0, part.amount) + "\n"
            }.joined()
            + rows.row(style.say("清单合计", "all lists"), depth: 0, listed, .bold) + "\n"
    }

    private func closingText(in style: TextStyle) -> String {
        func sum(_ amounts: [MassRate], _ total: MassRate) -> String {
            amounts.map(\.kilogramsText).joined(separator: " + ") + " = " + total.kilogramsText
        }
        func line(_ title: String, _ text: String) -> String {
            WrappedText.of(title + style.say("：", ": ") + text, indent: 2)
        }
        return style.say("合计闭合，kg/d", "sums close, kg/d") + "\n"
            + line(
                style.say("各行业削减", "cut by sector"),
                sum(sectors.filter { $0.amount.accounts > 0 }.map(\.amount.cut), figure.cut))
            + line(
                style.say("各街道和区级源削减", "cut by sub-district, district-wide last"),
                sum(places.filter { $0.amount.accounts > 0 }.map(\.amount.cut), figure.cut))
            + line(
                style.say("清单内和未列清单", "listed and unlisted"), sum([listed.base, unlisted], figure.base))
    }
}

extension PollutantTrace.SectorPart {
    fileprivate func text(
        in style: TextStyle, _ rows: TraceRows, _ detail: TraceDetail, _ pollutant: Pollutant
    ) -> String {
        rows.row(style.say(sector.title), depth: 0, amount, .bold) + "\n"
            + places.map { place in
                rows.row(
                    place.subDistrict?.text ?? style.say("区级源", "district-wide"), depth: 1, place.amount)
                    + "\n"
                    + place.ownersText(in: style, rows, detail, pollutant)
            }.joined()
    }
}

extension PollutantTrace.PlacePart {
    fileprivate func ownersText(
        in style: TextStyle, _ rows: TraceRows, _ detail: TraceDetail, _ pollutant: Pollutant
    ) -> String {
        let (shown, rest) = split(by: detail)
        var text = shown.map { owner in
            rows.row("\(owner.id) \(owner.name)", depth: 2, owner.amount) + "\n"
                + (detail.listsEverything
                    ? owner.lines.map { $0.text(in: style, rows, pollutant) }.joined() : "")
        }.joined()
        if !rest.isEmpty {
            let sum = rest.reduce(PollutantTrace.Amount()) { $0 + $1.amount }
            let label =
                sum.cut == .zero
                ? style.say("另 \(rest.count) 个没有削减", "\(rest.count) without a cut")
                : style.say("另 \(rest.count) 个", "\(rest.count) more")
            text += rows.row(label, depth: 2, sum, .quiet) + "\n"
        }
        return text
    }

    private func split(by detail: TraceDetail) -> (
        shown: [PollutantTrace.OwnerPart], rest: [PollutantTrace.OwnerPart]
    ) {
        if let largest = detail.largest {
            let sorted = owners.enumerated().sorted { left, right in
                let (one, other) = (left.element.amount, right.element.amount)
                if one.cut != other.cut { return one.cut > other.cut }
                if one.base != other.base { return one.base > other.base }
                return left.offset < right.offset
            }.map(\.element)
            return (Array(sorted.prefix(largest)), Array(sorted.dropFirst(largest)))
        }
        if detail.listsEverything { return (owners, []) }
        return (owners.filter { $0.amount.cut > .zero }, owners.filter { $0.amount.cut == .zero })
    }
}

extension LineTrace {
    fileprivate func text(in style: TextStyle, _ rows: TraceRows, _ pollutant: Pollutant) -> String {
        let (base, cut) = (entry.base[pollutant], entry.cut[pollutant])
        return rows.row(
            name(in: style), depth: 3, base: base, cut: cut,
            ratio: cut.ratio(of: base)) + "\n"
            + entry.emitter.place.quoted(.words, in: style, indent: 8)
            + annualText(in: style, of: [pollutant], indent: 8)
            + stepsText(in: style, of: [pollutant], indent: 8)
    }
}
