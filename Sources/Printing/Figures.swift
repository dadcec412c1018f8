package import PlanModel

// One way of writing each kind of figure, on the terminal and on paper.

extension MassRate {
    /// In kg with three decimals, which is every gram: `1,234.567`.
    package var kilogramsText: String {
        let magnitude = gramsPerDay.magnitude
        let grams = String(1000 + magnitude % 1000).dropFirst()
        return (gramsPerDay < 0 ? "−" : "") + (magnitude / 1000).groupedText + "." + grams
    }

    /// In kg, with a plus sign where it is not negative.
    package var signedKilogramsText: String {
        (gramsPerDay < 0 ? "" : "+") + kilogramsText
    }
}

extension BinaryInteger {
    /// A number that is not negative, its digits in groups of three: `20,038`.
    package var groupedText: String {
        let digits = String(self)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }
}

extension ExactRatio {
    /// In percent, rounded up: what is missing is never shown as less than it is.
    package func percentTextUp(decimals: Int) -> String {
        let text = (ExactRatio.zero - self).percentText(decimals: decimals)
        return text.hasPrefix("−") ? String(text.dropFirst()) : text
    }

    /// In percent, rounded down to at least two decimals: never shown as reached when it is not.
    package func percentText(decimals: Int = 2, signed: Bool = false) -> String {
        let scaled = percentFloor(decimals: decimals)
        let scale = (0..<decimals).reduce(Int128(1)) { scale, _ in scale * 10 }
        let magnitude = scaled < 0 ? -scaled : scaled
        let part = decimals > 0 ? ".\(String(scale + magnitude % scale).dropFirst())" : ""
        let sign = scaled < 0 ? "−" : signed ? "+" : ""
        return "\(sign)\(magnitude / scale)\(part)"
    }
}
