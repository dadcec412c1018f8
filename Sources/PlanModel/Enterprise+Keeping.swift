extension Enterprise {
    /// Parts of a gram in which remainders are reckoned, so that rounding to grams decides nothing.
    private static let fine: Int128 = 1_000_000_000

    /// Whether the plan cuts at least a part of what the running lines emit, without any rounding to grams;
    /// nothing emitted, nothing asked.
    package func cuts(atLeast asked: Share, of pollutant: Pollutant, at level: AlertLevel) -> Bool {
        var (base, left): (Int128, Int128) = (0, 0)
        for line in lines where line.status == .running {
            let emission = Int128(line.emissions[pollutant].gramsPerDay) * Self.fine
            base += emission
            left += remaining(emission, of: pollutant, on: .line(line), at: level)
        }
        return (base - left) * Int128(asked.denominator) >= base * Int128(asked.numerator)
    }
}
