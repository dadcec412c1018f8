import Activating
import Diagnostics
import PlanModel

extension LineTrace {
    /// `L1 四色胶印线`, or which other part it is.
    func name(in style: TextStyle) -> String {
        let emitter = entry.emitter
        return switch emitter.kind {
        case .line: harmless("\(emitter.part) \(emitter.partName)")
        case .transport: style.say("运输", "transport")
        case .site: style.say(Measure.Part.site.title)
        case .machines: style.say(Measure.Part.machines.title)
        }
    }

    /// What it emits: where the plan says so, in which words, and how a year became a day.
    func statedText(in style: TextStyle, indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        let title = name(in: style) + style.say("，", ", ") + style.say(entry.sector.title)
        let state = style.say("，", ", ") + style.say(status.title)
        return margin + title + state + "\n"
            + entry.emitter.place.quoted(.words, in: style, indent: indent + 2)
            + annualText(in: style, of: Pollutant.allCases, indent: indent + 2)
    }

    /// How a year became a day.
    func annualText(in style: TextStyle, of pollutants: [Pollutant], indent: Int) -> String {
        var table = TextTable([.left, .right, .left, .right, .left])
        for amount in entry.emitter.annual where pollutants.contains(amount.pollutant) {
            let days = amount.operatingDays
            table.add([
                amount.pollutant.symbol,
                MassRate(gramsPerDay: amount.gramsPerYear).kilogramsText + style.say(" kg/年", " kg/a"),
                style.say("÷ \(days) 天 =", "÷ \(days) days ="), amount.daily.kilogramsText + " kg/d",
                amount.rounding.map(style.say) ?? "",
            ])
        }
        return table.text(in: style, indent: indent)
    }

    /// Each measure with its places and what it leaves, what does not count and why, and the cut.
    /// - Parameter pollutants: Those that are asked for.
    func stepsText(in style: TextStyle, of pollutants: [Pollutant], indent: Int) -> String {
        let emitted = pollutants.filter { entry.base[$0] > .zero }
        var text = notCountedText(in: style, indent: indent)
        for step in steps { text += step.text(in: style, of: emitted, indent: indent) }
        for one in spared { text += one.text(in: style, indent: indent) }
        if !unmeasured.isEmpty {
            let titles = unmeasured.map { harmless($0.title) }.joined(separator: style.say("；", "; "))
            text += WrappedText.of(
                style.say("另须执行，目录里没有写削减：", "also in force, with no cut in the catalogue: ") + titles,
                indent: indent)
        }
        if entry.notCounted == nil, steps.isEmpty {
            text += WrappedText.of(
                style.say("本级没有会削减它的措施", "no measure of this level cuts any of it"), indent: indent)
        }
        return text + cutText(in: style, of: emitted, indent: indent)
    }

    private func notCountedText(in style: TextStyle, indent: Int) -> String {
        guard let reason = entry.notCounted else { return "" }
        let until = leave.map { leave in
            style.say(
                "，\(leave.approved)，到 \(leave.until.isoText)",
                ", \(leave.approved), until \(leave.until.isoText)")
        }
        let title = harmless(style.say(reason.title) + (until ?? ""))
        return WrappedText.of(
            style.say("\(title)：留在分母里，一律不算削减", "\(title): stays in the denominator and is never a cut"),
            indent: indent)
            + (uncounted.isEmpty
                ? "" : WrappedText.of(style.say("写了也不计：", "ordered, but not counted:"), indent: indent))
            + uncounted.map { $0.quoted(.words, in: style, indent: indent + 2) }.joined()
    }

    private func cutText(in style: TextStyle, of pollutants: [Pollutant], indent: Int) -> String {
        var table = TextTable([.left, .left, .right, .left, .right, .left, .right])
        for (index, pollutant) in pollutants.enumerated() {
            let (base, cut) = (entry.base[pollutant], entry.cut[pollutant])
            table.add(
                [
                    index == 0 ? style.say("削减 kg/d", "cut kg/d") : "", pollutant.symbol,
                    base.kilogramsText, "−", (base - cut).kilogramsText, "=", cut.kilogramsText,
                ], .bold)
        }
        return table.text(in: style, indent: indent)
    }
}

extension LineTrace.StepTrace {
    fileprivate func text(in style: TextStyle, of pollutants: [Pollutant], indent: Int) -> String {
        switch step.origin {
        case .ownPlan:
            return step.place.quoted(.words, in: style, indent: indent)
                + figuresText(in: style, of: pollutants, indent: indent + 4)
        case .catalogue(_, let title):
            let document = basis.map { basis in
                let certainty = style.say(basis.certainty.title)
                return style.say(
                    "（\(harmless(basis.document))，\(certainty)）",
                    " (\(harmless(basis.document)), \(certainty))")
            }
            return WrappedText.of(harmless(title) + (document ?? ""), indent: indent)
                + places.onLinesOfTheirOwn.map { $0.quoted(.line, in: style, indent: indent + 2) }.joined()
                + figuresText(in: style, of: pollutants, indent: indent + 4)
        }
    }

    private func figuresText(in style: TextStyle, of pollutants: [Pollutant], indent: Int) -> String {
        var table = TextTable([.left, .right, .left, .left, .left, .right, .left])
        for pollutant in pollutants where step.remaining[pollutant] < .all {
            table.add([
                pollutant.symbol, step.before[pollutant].kilogramsText, "×",
                step.remaining[pollutant].exactText, "=", step.after[pollutant].kilogramsText,
                step.rounding(of: pollutant).map(style.say) ?? "",
            ])
        }
        return table.text(in: style, indent: indent)
    }
}

extension LineTrace.Spared {
    fileprivate func text(in style: TextStyle, indent: Int) -> String {
        let (title, reason) = (harmless(measure.title), harmless(exemption.reason))
        let (document, until) = (harmless(exemption.approved), exemption.until.isoText)
        return WrappedText.of(
            style.say(
                "豁免，不计：\(title)（\(reason)；\(document)，到 \(until)）",
                "exempt, not counted: \(title) (\(reason); \(document), until \(until))"),
            indent: indent) + exemption.place.quoted(.words, in: style, indent: indent + 2)
    }
}
