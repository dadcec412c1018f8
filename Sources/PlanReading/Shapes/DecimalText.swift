/// A number with its unit as people write them: `8.6 kg/d`, `30 %`, `14 辆/日`.
struct DecimalText {
    /// The number times ten to the power of `places`.
    let mantissa: Int64
    /// Digits behind the point as written, trailing zeros dropped.
    let places: Int
    /// What stands behind the number, without spaces around it.
    let unit: Substring

    /// - Returns: nil when the text does not start with a plain decimal number of at most 18 digits.
    init?(_ text: String) {
        var digits: Int64 = 0
        var count = 0
        var places = 0
        var hasPoint = false
        var index = text.startIndex
        let trimmed = text.unicodeScalars.drop(while: { $0 == " " })
        index = trimmed.startIndex
        while index < text.endIndex {
            let scalar = text.unicodeScalars[index]
            if ("0"..."9").contains(scalar) {
                guard count < 18 else { return nil }
                digits = digits * 10 + Int64(scalar.value - 48)
                count += 1
                if hasPoint { places += 1 }
            } else if scalar == ".", !hasPoint, count > 0 {
                hasPoint = true
            } else {
                break
            }
            index = text.unicodeScalars.index(after: index)
        }
        guard count > 0, !hasPoint || places > 0 else { return nil }
        while places > 0, digits % 10 == 0 { (digits, places) = (digits / 10, places - 1) }
        mantissa = digits
        self.places = places
        let rest = text[index...]
        let start = rest.firstIndex { $0 != " " } ?? rest.endIndex
        var end = rest.endIndex
        while end > start, rest[rest.index(before: end)] == " " { end = rest.index(before: end) }
        unit = rest[start..<end]
    }

    /// The number times `factor`, if that is whole and at most `most`.
    func scaled(by factor: Int64, most: Int64) -> Scaled {
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: factor)
        if overflow { return .tooLarge }
        let divisor = DecimalText.powersOfTen[places]
        guard product % divisor == 0 else { return .tooPrecise }
        return product / divisor <= most ? .exact(product / divisor) : .tooLarge
    }

    enum Scaled {
        case exact(Int64)
        case tooPrecise
        case tooLarge
    }

    static let powersOfTen: [Int64] = (0...18).map { power in (0..<power).reduce(1) { value, _ in value * 10 } }
}
