import PlanModel

/// How a value's text may look, as far as a regular expression and a range of numbers can tell.
///
/// The reader itself does not need it, so that names and patterns are put together only when somebody asks.
package struct Writing: Sendable {
    private let makeName: @Sendable () -> String
    private let makePattern: @Sendable () -> String
    /// What such a value is called where many keys share it; one name, one writing.
    package var name: String { makeName() }
    /// An ECMA-262 regular expression, anchored at both ends, that text in this form matches.
    package var pattern: String { makePattern() }
    /// A format of JSON Schema that says more than the pattern can.
    package let format: String?
    /// What YAML makes of such text where it stands without quotes, other than text.
    package let plain: Plain
    /// What of such text counts; two that are written otherwise may say the same.
    let counts: Counts

    enum Counts: Sendable {
        /// Every character.
        case words
        case number, massRate, percent, quantity, span, clock, dateRange
    }

    package enum Plain: Sendable {
        /// Always text.
        case text
        /// Text, or a number within a range.
        case number(ClosedRange<Int>)
        /// Text, or a whole number within a range.
        case wholeNumber(ClosedRange<Int>)
        /// Text, any number, or true and false.
        case anything
    }

    private init(
        _ name: @autoclosure @escaping @Sendable () -> String,
        _ pattern: @autoclosure @escaping @Sendable () -> String, format: String? = nil,
        plain: Plain = .text, counts: Counts = .words
    ) {
        makeName = name
        makePattern = pattern
        self.format = format
        self.plain = plain
        self.counts = counts
    }

    /// Numbers, each with one of its units: how large, how many decimals at most (nil for any), which units.
    private typealias Amount = (most: Int, decimals: Int?, units: [String])

    private static func amounts(_ amounts: [Amount]) -> String {
        let alternatives = amounts.map {
            Pattern.decimal(upTo: $0.most, decimals: $0.decimals) + " *" + Pattern.anyOf($0.units)
        }
        return "^ *(\(alternatives.joined(separator: "|"))) *$"
    }
}

extension Writing {
    /// Any words that are not blank.
    static let words = Writing("text", "\\S", plain: .anything)

    static let massRate = Writing("emission", amounts(emissionAmounts), counts: .massRate)
    /// An emission that may be divided by.
    static let massRateAboveZero = Writing(
        "emissionAboveZero", massRate.pattern.replacingStart(with: "^(?=[^1-9]*[1-9])"),
        counts: .massRate)

    private static var emissionAmounts: [Amount] {
        var order: [Int64] = []
        for unit in EmissionUnit.all where !order.contains(unit.grams) { order.append(unit.grams) }
        return order.map { grams in
            (
                most: Int(MassRate.most.gramsPerDay / grams), decimals: String(grams).utf8.count - 1,
                units: EmissionUnit.all.filter { $0.grams == grams }.flatMap(\.names)
            )
        }
    }

    static let percent = Writing(
        "percent", amounts([(most: 100, decimals: 4, units: percentSigns)]), counts: .percent)
    static let percentSigns = ["%", "％"]

    static let quantity = Writing(
        "quantity", quantityPattern(units: Quantity.Unit.pattern), counts: .quantity)
    static let money = Writing(
        "cost", quantityPattern(units: Pattern.anyOf(Quantity.Unit.moneySpellings)),
        counts: .quantity)

    private static func quantityPattern(units: String) -> String {
        "^ *" + Pattern.decimal(upTo: Int(Quantity.most / 1_000_000), decimals: 6) + " *\(units) *$"
    }

    /// How fine a length of time may be is left to the reader: a third of an hour has no last decimal.
    static let span = Writing(
        "span",
        amounts(
            SpanUnit.all.map {
                (most: SpanUnit.most / Int($0.minutes), decimals: $0.minutes == 1 ? 0 : nil, units: $0.names)
            }), counts: .span)

    static func integer(_ range: ClosedRange<Int>) -> Writing {
        Writing(
            "whole\(range.lowerBound)To\(range.upperBound)", "^ *0*\(Pattern.whole(range))(\\.0+)? *$",
            plain: .wholeNumber(range), counts: .number)
    }

    static func degrees(upTo most: Int) -> Writing {
        Writing(
            "degreesTo\(most)", "^ *\(Pattern.decimal(upTo: most, decimals: 6)) *$", plain: .number(0...most),
            counts: .number)
    }

    /// February 29 is in every year here; the format knows better.
    static let date = Writing("date", "^\(day)$", format: "date")
    static let dateRange = Writing("dateRange", "^\(day)(/\(day))?$", counts: .dateRange)
    private static let day =
        "(19|2[0-9])[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
        + "|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))"
    static let clock = Writing("clock", "^(([01]?[0-9]|2[0-3]):[0-5][0-9]|24:00)$", counts: .clock)

    static let phone = Writing(
        "phone", "^(1[0-9]{10}|0[0-9]{2,3}-[0-9]{7,8})$", plain: .number(10_000_000_000...19_999_999_999))
    static let districtCode = Writing("districtCode", "^[0-9]{6}$", plain: .wholeNumber(100_000...999_999))
    static let industryCode = Writing("industryCode", "^\(IndustryCode.pattern)[0-9]{0,2}$")
    static let industryBeginning = Writing(
        "industryBeginning", "^([A-T][0-9]?|\(IndustryCode.pattern)[0-9]{0,2})$")
    /// Its check character cannot be told. Digits alone are a number to YAML, and so are digits around one `E`:
    /// a power of ten, and never a smaller number than one of eighteen digits unless that power is below ten.
    static let creditCode = Writing(
        "creditCode", "^[0-9A-HJ-NPQRTUWXY]{18}$", plain: .number(100_000_000_000_000_000...Int.max))
}

extension String {
    fileprivate func replacingStart(with start: String) -> String { start + dropFirst() }
}

extension Quantity.Unit {
    /// What the initializer takes, as a regular expression.
    fileprivate static var pattern: String {
        let signs = [counted.lowerBound, counted.upperBound].map { "\\u" + String($0, radix: 16) }
        let trade =
            "[\(signs.joined(separator: "-"))]{\(countedLength.lowerBound),\(countedLength.upperBound)}/"
            + Pattern.anyOf(dayWords)
        return "(\(Pattern.anyOf(spellings.flatMap { $0 }))|\(trade))"
    }

    fileprivate static var moneySpellings: [String] {
        spellings.filter { $0.contains { Quantity.Unit($0)?.isMoney ?? false } }.flatMap { $0 }
    }
}
