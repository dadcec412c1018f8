extension Quantity {
    /// As a plan writes it: `12 t/d`, `0.5 t/d`.
    package var text: String {
        "\(millionths.textOfMillionths) \(unit.text)"
    }
}

extension BinaryInteger {
    /// So many millionths as a decimal number with as many digits as it needs: `116.3388`, `-0.25`.
    package var textOfMillionths: String {
        (self < 0 ? "-" : "") + "\(magnitude / 1_000_000)\(magnitude.decimalsOfMillionths)"
    }

    /// What stands behind the whole of so many millionths, with as many digits as it needs: `.25`; nothing where
    /// they make a whole number. Not of negative ones.
    package var decimalsOfMillionths: String {
        let part = self % 1_000_000
        guard part > 0 else { return "" }
        var digits = String(1_000_000 + part).dropFirst()
        while digits.hasSuffix("0") { digits = digits.dropLast() }
        return "." + digits
    }
}

extension Share {
    /// In percent with as many decimals as it needs, at most four: `30 %`, `12.5 %`.
    package var percentText: String {
        let decimals = percentDecimals
        let scale = (0..<decimals).reduce(Int128(1)) { scale, _ in scale * 10 }
        let scaled = Int128(numerator) * 100 * scale / Int128(denominator)
        guard decimals > 0 else { return "\(scaled) %" }
        let part = String(scaled % scale)
        return "\(scaled / scale).\(String(repeating: "0", count: decimals - part.count))\(part) %"
    }
}

extension EnterpriseMeasure {
    /// What is ordered, as an order and a checklist say it in Chinese.
    package var orderText: String {
        var text =
            switch action {
            case .stop: target == .transport ? "停止运输" : "停产"
            case .limit(let part): "减少 \(part.percentText)"
            case .limitAmount(let from, let to): "由 \(from.text) 降到 \(to.text) 及以下"
            case .keep: "维持现状，不扩大生产"
            }
        let overrides = Pollutant.allCases.compactMap { pollutant in
            self.overrides[pollutant].map { "\(pollutant.symbol) 减排 \($0.percentText)" }
        }
        if !overrides.isEmpty { text += "（\(overrides.joined(separator: "，"))）" }
        if !banned.isEmpty { text += "；禁止\(banned.joined(separator: "、"))进出" }
        if let note { text += "；\(note)" }
        return text
    }
}
