package import Activating
import Diagnostics
import PlanModel

extension OwnerTrace {
    /// One owner's cut: who it is and what it emits, then each level's steps and sums.
    /// - Parameter levels: The same owner at each level that is asked for.
    package static func text(of levels: [OwnerTrace], in style: TextStyle) -> String {
        guard let first = levels.first else { return "" }
        return first.headText(in: style) + levels.map { "\n" + $0.levelText(in: style) }.joined()
    }
}

extension OwnerTrace {
    fileprivate func headText(in style: TextStyle) -> String {
        let (title, facts, place) =
            switch subject {
            case .enterprise(let item): item.enterprise.head(in: style)
            case .source(let item): item.head(in: style)
            }
        return style.paint(title, .bold) + "\n" + WrappedText.of(facts)
            + place.quoted(.line, in: style, indent: 0)
            + exemptionText(in: style)
            + "\n" + style.say("排放", "emits") + "\n"
            + lines.map { $0.statedText(in: style, indent: 2) }.joined()
    }

    private func exemptionText(in style: TextStyle) -> String {
        guard case .enterprise(let item) = subject, let exemption = item.exemption else { return "" }
        let (kind, document) = (harmless(exemption.kind), harmless(exemption.approved))
        let until = exemption.until.isoText
        return WrappedText.of(
            style.say("豁免：\(kind)，\(document)，到 \(until)", "exempt: \(kind), \(document), until \(until)"))
            + exemption.place.quoted(.words, in: style, indent: 2)
    }

    fileprivate func levelText(in style: TextStyle) -> String {
        order.heading(in: style) + "\n"
            + lines.map { line in
                "  " + style.paint(line.name(in: style), .mark) + "\n"
                    + line.stepsText(in: style, of: Pollutant.allCases, indent: 4)
            }.joined()
            + "\n" + sumsText(in: style) + demands.map { "\n" + $0.text(in: style, of: subject) }.joined()
            + (reserve.isEmpty ? "" : "\n" + reserveText(in: style))
    }

    /// Every line's cut, their sum, and what that is a part of.
    private func sumsText(in style: TextStyle) -> String {
        var table = TextTable([.left, .right, .right, .right, .right])
        func add(_ label: String, _ tone: TextStyle.Tone? = nil, _ value: (Pollutant) -> String) {
            table.add([label] + Pollutant.allCases.map(value), tone)
        }
        func percent(_ whole: Emissions) -> (Pollutant) -> String {
            { total.cut[$0].ratio(of: whole[$0])?.percentText(decimals: 4) ?? "–" }
        }
        add(style.say("削减 kg/d", "cut kg/d"), .quiet) { $0.symbol }
        for line in lines {
            add(DisplayWidth.fitted(line.name(in: style), to: 36)) { line.entry.cut[$0].kilogramsText }
        }
        add(style.say("合计", "together"), .bold) { total.cut[$0].kilogramsText }
        add(style.say("占自身排放 %", "% of what it emits"), nil, percent(total.base))
        add(style.say("  排放 kg/d", "  of kg/d"), .quiet) { total.base[$0].kilogramsText }
        if let list {
            let name = DisplayWidth.fitted(harmless(list.name.text), to: 24)
            add(style.say("占\(name)清单 %", "% of the list of \(name)"), nil, percent(list.account.base))
            add(style.say("  清单 kg/d", "  of kg/d"), .quiet) { list.account.base[$0].kilogramsText }
        }
        add(style.say("占全社会 %", "% of all society"), nil, percent(whole))
        add(style.say("  全社会 kg/d", "  of kg/d"), .quiet) { whole[$0].kilogramsText }
        return table.text(in: style, indent: 2)
    }

    private func reserveText(in style: TextStyle) -> String {
        "  " + style.say("备用措施", "in reserve") + "\n"
            + reserve.map { option in
                let extra = option.extraFigures(in: style)
                let cost = option.option.cost.map { style.say("，费用 \($0.text)", ", at \($0.text)") } ?? ""
                return option.option.measure.place.quoted(.words, in: style, indent: 4)
                    + WrappedText.of(
                        option.loosens
                            ? style.say("会放松现有措施，propose 不选", "would loosen what is in force: never proposed")
                            : extra.isEmpty
                                ? style.say("不会多减", "would cut nothing more")
                                : style.say("再减 \(extra) kg/d", "would cut \(extra) kg/d more")
                                    + harmless(cost),
                        indent: 6)
            }.joined()
    }
}

extension AlertOrder {
    /// `ORANGE alert, in force from 2026-11-24 18:00`.
    func heading(in style: TextStyle) -> String {
        style.paint(
            style.say(
                "\(level.alertTitle.chinese)，\(effective.isoText) 起",
                "\(level.alertTitle.english), in force from \(effective.isoText)"),
            .bold)
    }
}

extension Enterprise {
    fileprivate func head(in style: TextStyle) -> (title: String, facts: String, place: SourceSpan) {
        let rated = rating.grade.rawValue + (rating.scope.map { style.say("（\($0)）", " (\($0))") } ?? "")
        let since = rating.since.map { style.say("，\($0.isoText) 起", " since \($0.isoText)") } ?? ""
        let restricted = industry.isRestricted ? style.say("，限制类", ", restricted") : ""
        let facts = style.say(
            "\(subDistrict.value.text)，\(community.value)；\(industry.code) \(industry.category)\(restricted)；绩效 \(rated)\(since)",
            "\(subDistrict.value.text), \(community.value); \(industry.code) \(industry.category)\(restricted); rated \(rated)\(since)"
        )
        return (harmless("\(id.value.text) \(name)"), harmless(facts), id.place)
    }
}

extension SourceActivation {
    fileprivate func head(in style: TextStyle) -> (title: String, facts: String, place: SourceSpan) {
        let place =
            subDistrict.map { name in
                ([name.text] + (source.community.map { [$0.value] } ?? [])).joined(
                    separator: style.say("，", ", "))
            } ?? style.say("区级源，不在街道清单内", "district-wide, on no sub-district's list")
        let rated = source.rating.map { style.say("；评级 \($0)", "; rated \($0)") } ?? ""
        let machines =
            source.machines.map { style.say("；机械 \($0.count) 台", "; \($0.count) machines") } ?? ""
        return (
            harmless("\(source.id.value.text) \(source.name)"),
            harmless(place + style.say("；", "; ") + kind.title + rated + machines),
            source.id.place
        )
    }
}
