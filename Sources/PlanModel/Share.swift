/// An exact part of a whole, from nothing to all of it, such as 30 % or 8/12.
package struct Share: Sendable, Hashable {
    package let numerator: Int64
    package let denominator: Int64

    /// - Precondition: `0 ≤ numerator ≤ denominator`, `denominator > 0`.
    package init(_ numerator: Int64, of denominator: Int64) {
        precondition(
            denominator > 0 && numerator >= 0 && numerator <= denominator, "a share lies between 0 and 1")
        let divisor = numerator.greatestCommonDivisor(with: denominator)
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    package static let none = Share(0, of: 1)
    package static let all = Share(1, of: 1)

    /// The other part: 70 % for 30 %.
    package var complement: Share { Share(denominator - numerator, of: denominator) }
}

extension Share: Comparable {
    package static func < (left: Share, right: Share) -> Bool {
        Int128(left.numerator) * Int128(right.denominator) < Int128(right.numerator)
            * Int128(left.denominator)
    }
}
