/// A mass emitted or cut in a day, in whole grams.
///
/// Plans are read into 0…10¹² g/d, so that no sum and no product of a balance overflows.
package struct MassRate: Sendable, Hashable, Comparable {
    package let gramsPerDay: Int64

    package init(gramsPerDay: Int64) {
        self.gramsPerDay = gramsPerDay
    }

    package static let zero = MassRate(gramsPerDay: 0)
    /// The most that one value in a plan may say: a million tonnes a day.
    package static let most = MassRate(gramsPerDay: 1_000_000_000_000)

    package static func + (left: MassRate, right: MassRate) -> MassRate {
        MassRate(gramsPerDay: left.gramsPerDay + right.gramsPerDay)
    }

    package static func - (left: MassRate, right: MassRate) -> MassRate {
        MassRate(gramsPerDay: left.gramsPerDay - right.gramsPerDay)
    }

    package static func < (left: MassRate, right: MassRate) -> Bool {
        left.gramsPerDay < right.gramsPerDay
    }

    /// What remains of this when only a share of it may go on, rounded **up** to a gram,
    /// so that rounding never makes a cut larger than it is.
    package func remaining(_ share: Share) -> MassRate {
        let product = Int128(gramsPerDay) * Int128(share.numerator)
        let whole = product / Int128(share.denominator)
        let isExact = whole * Int128(share.denominator) == product
        return MassRate(gramsPerDay: Int64(whole) + (isExact ? 0 : 1))
    }
}
