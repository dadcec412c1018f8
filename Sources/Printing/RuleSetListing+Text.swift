import Diagnostics
import PlanModel
package import PlanReading

extension [RuleSetListing] {
    /// A table of all sets, those in use marked, and how to go on from there.
    package func text(in style: TextStyle) -> String {
        var table = TextTable([.left, .left, .left, .left])
        for one in self {
            table.add([
                .init(one.isUsed ? "*" : "", .good),
                .init(style.say(one.kind.title, one.kind.rawValue)),
                .init(one.label.id?.text ?? "–", one.isUsed ? .bold : nil),
                .init(style.say(one.label.certainty.title), .quiet),
            ])
        }
        // Sources and paths are long: they stand below each set.
        let heads = table.text(in: style).split(separator: "\n")
        let sets = zip(heads, self).map { head, one in
            "\(head)\n" + style.paint(WrappedText.of(one.label.source, indent: 6), .quiet)
                + style.paint("      " + harmless(one.file.path) + one.remark(in: style), .quiet) + "\n"
        }.joined()
        return sets + "\n"
            + style.say(
                """
                * 在用：district.yaml 的 rules 写了它，或它是 Plans/ 里的绩效要求
                看一套的原文：emergency rules 编号；要改就存进 Plans/，编号不变，它便取代随程序的一套

                """,
                """
                * in use: named under 'rules' in district.yaml, or a rating table in Plans/
                'emergency rules ID' prints a set; saved in Plans/ under the same id it takes the shipped one's place

                """)
    }
}

extension RuleSetListing {
    fileprivate func remark(in style: TextStyle) -> String {
        if isShipped { return style.say("（随程序）", " (shipped)") }
        return isReplacement ? style.say("（取代随程序的）", " (instead of the shipped one)") : ""
    }

    /// Its file, line by line as it stands there, whatever could steer the terminal made harmless.
    package var text: String {
        let lines = String(decoding: file.bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        return lines.map { harmless($0.last == "\r" ? $0.dropLast() : $0) }.joined(separator: "\n")
    }

    /// How it is told from sets of other kinds that have the same id.
    package var fullName: String { "\(kind.rawValue)/\(label.id?.text ?? "")" }

    /// Whether somebody who says this means this set.
    package func answers(to name: String) -> Bool {
        label.id.map { name == $0.text || name == fullName } ?? false
    }
}
