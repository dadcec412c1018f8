package import Activating
package import Diagnostics
package import PlanModel

extension ReductionFigures {
    /// The decimals that figures beside the targets need, so that no text contradicts a verdict.
    var decimals: Int { max(2, targetDecimals) }

    var targetDecimals: Int { Pollutant.allCases.map { figures[$0].target.percentDecimals }.max() ?? 0 }

    /// One pollutant's verdict: 达到, 调整后达到, 未达到.
    package func verdict(on pollutant: Pollutant) -> Phrase {
        if figures[pollutant].isMet { return Phrase(zh: "达到", en: "reached") }
        return isMet(pollutant)
            ? Phrase(zh: "调整后达到", en: "reached by pool") : Phrase(zh: "未达到", en: "short")
    }

    /// 达到, 调整后达到, SO2 未达到.
    package func verdict(in style: TextStyle) -> String {
        guard isMet else {
            let symbols = missed.map(\.symbol)
            return style.say(
                "\(symbols.joined(separator: "、")) 未达到", "short: \(symbols.joined(separator: ", "))")
        }
        return metByPool.isEmpty
            ? style.say("达到", "reached") : style.say("调整后达到", "reached by pool")
    }

    /// Behind a good verdict, those that reach their targets only by the pool: （SO2 经内部调整）; mostly nothing.
    package var pooledRemark: Phrase {
        let symbols = metByPool.map(\.symbol)
        guard !symbols.isEmpty else { return Phrase("") }
        return Phrase(
            zh: "（\(symbols.joined(separator: "、")) 经内部调整）",
            en: " (\(symbols.joined(separator: ", ")) by pool)")
    }
}

extension [Pollutant] {
    /// SO2+NOx.
    package var sumTitle: String { map(\.symbol).joined(separator: "+") }
}

extension ReductionPool {
    /// SO2+NOx.
    package var title: String { pollutants.sumTitle }
}
