extension BinaryInteger {
    /// The greatest number that divides both; the other where one is nothing. Neither is negative.
    package func greatestCommonDivisor(with other: Self) -> Self {
        var (larger, smaller) = (self, other)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return larger
    }
}
