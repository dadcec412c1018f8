package import Activating
import Diagnostics
package import PlanModel

/// What of a balance is asked for.
package struct BalanceChoice: Sendable {
    package let grouping: BalanceTable.Grouping
    /// One pollutant in full; nil for all of them side by side.
    package let pollutant: Pollutant?
    /// Whether rows without a cut are listed, not only counted.
    package let listsUncut: Bool

    package init(by grouping: BalanceTable.Grouping, pollutant: Pollutant?, listsUncut: Bool) {
        self.grouping = grouping
        self.pollutant = pollutant
        self.listsUncut = listsUncut
    }

    /// A handful of rows is listed whole, so that none is missed.
    package func lists(_ row: BalanceTable.Row) -> Bool {
        switch grouping {
        case .pollutant, .sector, .subDistrict: true
        case .enterprise, .line, .measure: listsUncut || !row.isUncut
        }
    }
}

extension BalanceView {
    /// Verdict, the table asked for, what is no cut, and what all of it is measured against; 80 columns wide.
    package func text(_ choice: BalanceChoice, in style: TextStyle, district: District) -> String {
        verdictText(in: style) + "\n\n" + tableText(choice, in: style) + "\n" + notCountedText(in: style)
            + noteText(in: style, district)
    }

    /// The district's verdict, on which the exit code stands, and below it how a sub-district's own list does.
    package func verdictText(in style: TextStyle) -> String {
        let verdict = balance.verdictText(in: style)
        guard let subDistrict else { return verdict }
        return verdict + "\n"
            + style.say("\(harmless(subDistrict.text))自身清单：", "\(harmless(subDistrict.text)), its own list: ")
            + figures.verdict(in: style)
    }

    private func tableText(_ choice: BalanceChoice, in style: TextStyle) -> String {
        if let pollutant = choice.pollutant { return text(of: pollutant, choice, in: style) }
        return switch choice.grouping {
        case .pollutant: pollutantsText(in: style)
        case .subDistrict: subDistrictsText(in: style)
        default: cutsText(choice, in: style)
        }
    }

    private func notCountedText(in style: TextStyle) -> String {
        var table = TextTable([.left, .right, .right, .right, .right])
        table.add([style.say("没有削减的 kg/d", "no cut, kg/d")] + Pollutant.allCases.map(\.symbol), .quiet)
        table.add(notCut: notCounted, unlisted: subDistrict == nil ? unlisted : nil, in: style)
        let isEmpty = subDistrict != nil && notCounted.isEmpty
        return isEmpty ? "" : table.text(in: style) + "\n"
    }

    private func noteText(in style: TextStyle, _ district: District) -> String {
        let own =
            subDistrict.map {
                style.say(
                    "比例的分母是\(harmless($0.text))清单内的排放量。",
                    "Ratios are of what stands on \(harmless($0.text))'s own list. ")
            } ?? ""
        return style.paint(
            String(WrappedText.of(own + style.say(district.denominatorPhrase)).dropLast()), .quiet) + "\n"
    }
}
