import Activating
import Diagnostics
import PlanModel
package import Staffing

extension StaffedResponse {
    /// Every line and every source with something to do, by sub-district.
    package func detailsText(in style: TextStyle) -> String {
        let local = subDistricts.map { part in
            style.paint(harmless(part.name.text), .bold) + "\n"
                + activation.enterprises(of: part.name).map { text(of: $0, style) }.joined()
                + text(of: activation.sources(of: part.name), style)
        }
        let districtWide = activation.sources.filter { $0.subDistrict == nil }
        return local.joined() + style.paint(style.say("区级源", "district-wide"), .bold) + "\n"
            + text(of: districtWide, style)
    }

    private func text(of item: EnterpriseActivation, _ style: TextStyle) -> String {
        var text = "  \(harmless(item.enterprise.id.value.text)) \(harmless(item.enterprise.name))"
        if let exemption = item.exemption {
            text += style.say("（豁免：\(harmless(exemption.kind))）", " (exempt: \(harmless(exemption.kind)))")
        }
        text += "\n"
        var table = TextTable([.left, .left, .left, .left])
        for line in item.lines where !line.measures.isEmpty || line.entry.notCounted != nil {
            table.add([
                line.line.id.text, line.line.name,
                line.measures.map(\.orderText).joined(separator: style.say("；", "; ")),
                line.entry.resultText(in: style),
            ])
        }
        if let transport = item.transport, !transport.measures.isEmpty {
            table.add([
                style.say("运输", "transport"), "",
                transport.measures.map(\.orderText).joined(separator: style.say("；", "; ")),
                transport.entry.resultText(in: style),
            ])
        }
        return text + table.text(in: style, indent: 4)
    }

    private func text(of sources: [SourceActivation], _ style: TextStyle) -> String {
        var table = TextTable([.left, .left, .left, .left])
        for item in sources where !item.measures.isEmpty {
            let titles = item.measures.map { one in
                one.measure.title + (one.exemption == nil ? "" : style.say("（豁免）", " (exempt)"))
            }
            table.add([
                item.source.id.value.text, item.source.name,
                titles.joined(separator: style.say("、", ", ")),
                item.entries.map { $0.resultText(in: style) }.filter { !$0.isEmpty }.joined(separator: " + "),
            ])
        }
        return table.text(in: style, indent: 2)
    }
}

extension LedgerEntry {
    /// `−PM 9.900`, or why nothing counts.
    fileprivate func resultText(in style: TextStyle) -> String {
        if let notCounted { return style.say(notCounted.title) }
        return Pollutant.allCases.filter { cut[$0] > .zero }
            .map { "\($0.symbol) −\(cut[$0].kilogramsText)" }.joined(separator: " ")
    }
}
