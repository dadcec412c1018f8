import Activating
import Diagnostics
import PlanModel
package import Staffing

extension StaffedResponse {
    /// `response.yaml`: what was ordered, on which plans it was answered, with what verdict.
    package var responseYAML: String {
        let (order, balance) = (activation.order, activation.balance)
        var text = "# 由 emergency \(provenance.programVersion) 写入；启动时的原始记录，不要改动\nkind: response\n"
        text += "district: \(quoted(book.district.name))\n"
        text += "level: \(order.level.rawValue)\n"
        text += "order: \(order.number.map(quoted) ?? "null")\n"
        text += "issued: \(quoted(order.issued.isoText))\n"
        text += "effective: \(quoted(order.effective.isoText))\n"
        text += "end: \(order.end.map { quoted($0.isoText) } ?? "null")\n"
        text += "plans:\n"
        text += "  commit: \(provenance.commit.map(quoted) ?? "null")\n"
        if provenance.commit != nil { text += "  clean: \(provenance.isClean)\n" }
        text += "  contentHash: \(quoted(provenance.contentHash))\n"
        text += "  leftOut:" + (provenance.leftOut.isEmpty ? " []\n" : "\n")
        for path in provenance.leftOut { text += "    - \(quoted(path))\n" }
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

    /// A double-quoted YAML scalar, whatever the text holds.
    private func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            case _
            where scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value) || scalar.value == 0xFEFF
                || (0x2028...0x2029).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
