import Activating
import Diagnostics
import PlanModel
package import Staffing

extension StaffedResponse {
    /// `response.yaml`: what was ordered, on which plans it was answered, with what verdict.
    package var responseYAML: String {
        let (order, balance) = (activation.order, activation.balance)
        var text = "# 由 emergency \(provenance.programVersion) 写入；启动时的原始记录，不要改动\nkind: response\n"
        text += "district: \(JSONValue.quoted(book.district.name))\n"
        text += "level: \(order.level.rawValue)\n"
        text += "order: \(order.number.map(JSONValue.quoted) ?? "null")\n"
        text += "issued: \(JSONValue.quoted(order.issued.isoText))\n"
        text += "effective: \(JSONValue.quoted(order.effective.isoText))\n"
        text += "end: \(order.end.map { JSONValue.quoted($0.isoText) } ?? "null")\n"
        text += "plans:\n"
        text += "  commit: \(provenance.commit.map(JSONValue.quoted) ?? "null")\n"
        if provenance.commit != nil { text += "  clean: \(provenance.isClean)\n" }
        text += "  contentHash: \(JSONValue.quoted(provenance.contentHash))\n"
        text += "  leftOut:" + (provenance.leftOut.isEmpty ? " []\n" : "\n")
        for path in provenance.leftOut { text += "    - \(JSONValue.quoted(path))\n" }
        text += "verdict:\n  met: \(balance.isMet)\n"
        for pollutant in Pollutant.allCases {
            let figure = balance.figures[pollutant]
            text +=
                "  \(pollutant.symbol): {base: \(figure.base.gramsPerDay) g/d, cut: \(figure.cut.gramsPerDay) g/d, "
            text += "target: \(figure.target.percentText), met: \(balance.isMet(pollutant))}\n"
        }
        if let pool = balance.pool {
            text += "  pooled: {pollutants: [\(pool.pollutants.map(\.symbol).joined(separator: ", "))], "
            text += "ratio: \(pool.ratio.percentText(decimals: balance.decimals)) %, "
            text += "target: \(pool.target.percentText(decimals: balance.decimals)) %, met: \(pool.isMet)}\n"
        }
        text += "openShifts: \(openShifts.count)\n"
        return text
    }
}
