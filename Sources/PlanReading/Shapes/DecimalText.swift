import MarkedYAML

/// A number with its unit as people write them: `8.6 kg/d`, `30 %`, `14 辆/日`.
struct DecimalText {
    /// The number times ten to the power of `places`.
    let mantissa: Int128
    /// Digits behind the point as written, trailing zeros dropped.
    let places: Int
    /// What stands behind the number, without spaces around it.
    let unit: String

    /// Spreadsheets write fifteen digits; these many still multiply within 128 bits.
    private static let mostDigits = 30
    /// What more digits than that mean: a number beyond reason, before the point or behind it.
    private let beyond: Scaled?

    /// - Returns: nil when the text does not start with a plain decimal number.
    init?(_ node: YAMLNode) {
        guard let parts = node.withUTF8(Self.parse) else { return nil }
        (mantissa, places, unit, beyond) = parts
    }

    init?(_ text: String) {
        var text = text
        guard let parts = text.withUTF8(Self.parse) else { return nil }
        (mantissa, places, unit, beyond) = parts
    }

    private static func parse(_ text: UnsafeBufferPointer<UInt8>) -> (Int128, Int, String, Scaled?)? {
        var index = 0
        while index < text.count, text[index] == UInt8(ascii: " ") { index += 1 }
        var digits: Int128 = 0
        var beyond: Scaled?
        var count = 0
        var places = 0
        var hasPoint = false
        while index < text.count {
            let byte = text[index]
            if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                if count < mostDigits {
                    digits = digits * 10 + Int128(byte - UInt8(ascii: "0"))
                    count += 1
                    if hasPoint { places += 1 }
                } else if beyond == nil {
                    beyond = hasPoint ? .tooPrecise : .tooLarge
                }
            } else if byte == UInt8(ascii: "."), !hasPoint, count > 0 {
                hasPoint = true
            } else {
                break
            }
            index += 1
        }
        guard count > 0, !hasPoint || places > 0 else { return nil }
        while places > 0, digits % 10 == 0 { (digits, places) = (digits / 10, places - 1) }
        while index < text.count, text[index] == UInt8(ascii: " ") { index += 1 }
        var end = text.count
        while end > index, text[end - 1] == UInt8(ascii: " ") { end -= 1 }
        return (digits, places, String(decoding: text[index..<end], as: UTF8.self), beyond)
    }

    /// The number times `factor`, if that is whole and at most `most`.
    func scaled(by factor: Int64, most: Int64) -> Scaled {
        if let beyond { return beyond }
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: Int128(factor))
        if overflow { return .tooLarge }
        // Most numbers are whole, and dividing 128 bits is slow.
        if places == 0 { return product <= Int128(most) ? .exact(Int64(product)) : .tooLarge }
        let divisor = DecimalText.powersOfTen[places]
        guard product % divisor == 0 else { return .tooPrecise }
        return product / divisor <= Int128(most) ? .exact(Int64(product / divisor)) : .tooLarge
    }

    enum Scaled {
        case exact(Int64)
        case tooPrecise
        case tooLarge
    }

    static let powersOfTen: [Int128] = (0...mostDigits).map { power in
        (0..<power).reduce(1) { value, _ in value * 10 }
    }
}
