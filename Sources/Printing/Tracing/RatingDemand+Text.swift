import Activating
import Diagnostics
import PlanModel

extension RatingDemand {
    /// What is asked, on whose word, and pollutant by pollutant whether it is kept.
    func text(in style: TextStyle, of subject: OwnerTrace.Subject) -> String {
        let who: String =
            if isForRestricted {
                style.say("限制类", "a restricted enterprise")
            } else if case .enterprise(let item) = subject {
                style.say(
                    "绩效 \(item.enterprise.rating.grade.rawValue)",
                    "rated \(item.enterprise.rating.grade.rawValue)")
            } else {
                ""
            }
        let document = "\(harmless(source))\(style.say("，", ", "))\(style.say(certainty.title))"
        return WrappedText.of(
            style.say(
                "\(who)：在运行的各线至少减 \(least.percentText)（\(document)）",
                "\(who): running lines cut \(least.percentText) or more (\(document))"), indent: 2)
            + place.quoted(.words, in: style, indent: 4)
            + answersText(in: style)
    }

    private func answersText(in style: TextStyle) -> String {
        var table = TextTable([.left, .right, .left, .right, .right, .left])
        for answer in answers where answer.base > .zero {
            // Rounding to grams may take the printed figure below what is asked; it decides nothing.
            let isByRounding = answer.isKept && answer.cut < least.leastPart(of: answer.base)
            let verdict =
                answer.isKept
                ? TextTable.Cell(
                    isByRounding
                        ? style.say("做到（不取整时）", "kept (before rounding)") : style.say("做到", "kept"), .good)
                : TextTable.Cell(style.say("没有做到", "not kept"), .bad)
            table.add([
                .init(answer.pollutant.symbol), .init(answer.cut.kilogramsText), .init("÷"),
                .init(answer.base.kilogramsText),
                .init("= " + ExactRatio(answer.cut, of: answer.base).percentText(decimals: 4) + " %"),
                verdict,
            ])
        }
        return table.text(in: style, indent: 6)
    }
}
