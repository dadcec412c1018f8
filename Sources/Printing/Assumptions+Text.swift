package import Activating
package import Diagnostics
import PlanModel

extension Assumptions {
    /// Each assumption in words.
    package var phrases: [Phrase] {
        without.map { Phrase(zh: "不计 \($0) 的措施", en: "without \($0)") }
            + settings.map { setting in
                let place = setting.enterprise + (setting.part.map { ".\($0)" } ?? "")
                return Phrase(
                    zh: "\(place) \(setting.action.words.chinese)",
                    en: "\(place) \(setting.action.words.english)")
            }
            + Pollutant.allCases.filter { baseline[$0] != .one }.map {
                Phrase(
                    zh: "全社会 \($0.symbol) 排放量 × \(baseline[$0].text)",
                    en: "society's \($0.symbol) × \(baseline[$0].text)")
            }
    }
}

extension Assumptions.Factor {
    /// `1.1`, with as many decimals as it needs.
    fileprivate var text: String {
        "\(millionths / 1_000_000)\(millionths.decimalsOfMillionths)"
    }
}

extension EnterpriseMeasure.Action {
    fileprivate var words: Phrase {
        switch self {
        case .stop: Phrase(zh: "停", en: "stops")
        case .limit(let part): Phrase(zh: "减少 \(part.percentText)", en: "is cut by \(part.percentText)")
        case .limitAmount(let from, let to):
            Phrase(zh: "由 \(from.text) 降到 \(to.text)", en: "goes from \(from.text) to \(to.text)")
        case .keep: Phrase(zh: "维持", en: "goes on as it is")
        }
    }
}
