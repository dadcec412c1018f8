package import PlanModel

extension ScheduledCut {
    /// `cuts/<event>.yaml`: what every emitter cuts from an event on, for the review after the response.
    package static func yaml(_ cuts: [ScheduledCut], of response: String, event: Int) -> String {
        var text = "# 第 \(event) 条事件起各排放点的削减（克/日），由 emergency 写入：总结评估从这里算起，不要改动\nkind: cuts\n"
        text += "response: \(JSONValue.quoted(response))\nevent: \(event)\ncuts:"
        text += cuts.isEmpty ? " []\n" : "\n"
        for cut in cuts { text += "  - \(cut.yaml)\n" }
        return text
    }

    private var yaml: String {
        var fields = ["owner: \(JSONValue.quoted(owner))", "part: \(JSONValue.quoted(part))"]
        if let subDistrict { fields.append("subDistrict: \(JSONValue.quoted(subDistrict.text))") }
        fields.append("sector: \(sector.rawValue)")
        fields.append("begin: \(JSONValue.quoted(begin.isoText))")
        fields.append("done: \(JSONValue.quoted(done.isoText))")
        for pollutant in Pollutant.allCases where cut[pollutant] > .zero {
            fields.append("\(pollutant.symbol): \(cut[pollutant].gramsPerDay) g/d")
        }
        return "{\(fields.joined(separator: ", "))}"
    }
}
