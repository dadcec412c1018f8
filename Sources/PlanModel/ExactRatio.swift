/// A quotient that is compared and printed without ever being rounded the wrong way.
package struct ExactRatio: Sendable, Comparable {
    private let numerator: Int128
    private let denominator: Int128

    /// - Precondition: `denominator > 0`; both below 10³⁰.
    package init(_ numerator: Int128, over denominator: Int128) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// - Precondition: `whole` is more than nothing.
    package init(_ part: MassRate, of whole: MassRate) {
        precondition(whole > .zero, "a ratio needs a denominator")
        self.init(Int128(part.gramsPerDay), over: Int128(whole.gramsPerDay))
    }

    package init(_ share: Share) {
        self.init(Int128(share.numerator), over: Int128(share.denominator))
    }

    package static let zero = ExactRatio(Share.none)

    package static func + (left: ExactRatio, right: ExactRatio) -> ExactRatio {
        // Over the least common denominator: with masses up to 10¹² g/d and shares in millionths,
        // a pool of two pollutants against its target stays far below the 1.7 × 10³⁸ of Int128.
        let divisor = left.denominator.greatestCommonDivisor(with: right.denominator)
        let (leftScale, rightScale) = (right.denominator / divisor, left.denominator / divisor)
        return ExactRatio(
            left.numerator * leftScale + right.numerator * rightScale, over: left.denominator * leftScale)
    }

    package static func - (left: ExactRatio, right: ExactRatio) -> ExactRatio {
        left + ExactRatio(-right.numerator, over: right.denominator)
    }

    package static func < (left: ExactRatio, right: ExactRatio) -> Bool {
        (left - right).numerator < 0
    }

    package static func == (left: ExactRatio, right: ExactRatio) -> Bool {
        (left - right).numerator == 0
    }

    /// This in percent times ten to the power of `decimals`, rounded **down**: a ratio below its target is
    /// never shown as equal to it, as long as the target itself is shown in full.
    package func percentFloor(decimals: Int) -> Int128 {
        let scale = (0..<decimals).reduce(Int128(100)) { scale, _ in scale * 10 }
        let product = numerator * scale
        let quotient = product / denominator
        return product % denominator < 0 ? quotient - 1 : quotient
    }
}

extension MassRate {
    /// This as a part of a whole; nil where there is nothing to divide by.
    package func ratio(of whole: MassRate) -> ExactRatio? {
        whole > .zero ? ExactRatio(self, of: whole) : nil
    }
}

extension Share {
    /// How many decimals this needs when printed in percent: 0 for 30 %, 1 for 12.5 %; at most four.
    package var percentDecimals: Int {
        var decimals = 0
        var scaled = Int128(numerator) * 100
        while scaled % Int128(denominator) != 0, decimals < 4 {
            scaled *= 10
            decimals += 1
        }
        return decimals
    }

    /// The least whole grams that are at least this part of a mass.
    package func leastPart(of mass: MassRate) -> MassRate {
        mass.remaining(self)
    }
}
