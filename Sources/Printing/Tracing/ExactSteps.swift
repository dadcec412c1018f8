import Activating
import Diagnostics
import PlanModel

extension Share {
    /// In percent where that is exact, as a fraction otherwise: `70 %`, `2/3`.
    var exactText: String {
        Int128(numerator) * 1_000_000 % Int128(denominator) == 0
            ? percentText : "\(numerator)/\(denominator)"
    }
}

extension Phrase {
    /// What rounding has done; nil where there was nothing to round.
    /// - Parameters:
    ///   - grams: Divided by `divisor` what would be exact, in grams.
    ///   - isUp: Which way it went.
    static func rounded(_ grams: Int128, over divisor: Int128, isUp: Bool) -> Phrase? {
        guard grams % divisor != 0 else { return nil }
        var digits = ""
        var rest = grams % divisor
        while rest != 0, digits.count < 3 {
            rest *= 10
            digits += String(rest / divisor)
            rest %= divisor
        }
        let exact = (grams / divisor).groupedText + "." + digits + (rest == 0 ? "" : "…") + " g"
        return isUp
            ? Phrase(zh: "\(exact) 向上取整", en: "\(exact), rounded up")
            : Phrase(zh: "\(exact) 向下取整", en: "\(exact), rounded down")
    }
}

extension LedgerEntry.Step {
    /// What rounding has done to what remains of a pollutant.
    func rounding(of pollutant: Pollutant) -> Phrase? {
        let share = remaining[pollutant]
        return .rounded(
            Int128(before[pollutant].gramsPerDay) * Int128(share.numerator), over: Int128(share.denominator),
            isUp: true)
    }
}

extension StatedEmissions.AnnualAmount {
    /// What rounding has done to a day's part.
    var rounding: Phrase? {
        .rounded(Int128(gramsPerYear), over: Int128(operatingDays), isUp: false)
    }
}

extension DisplayWidth {
    /// The text if it is no wider than so many columns, else its beginning and `…`.
    static func fitted(_ text: String, to columns: Int) -> String {
        guard of(text) > columns else { return text }
        var short = ""
        var room = columns - 1
        for character in text {
            room -= of(String(character))
            if room < 0 { break }
            short.append(character)
        }
        return short + "…"
    }
}
