/// 128 bits that tell one file of a path and a content from every other. Good within one user's cache, not a proof.
package struct Fingerprint: Sendable, Hashable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The fingerprint of several in a row.
    package init(of some: [Fingerprint]) {
        // Words of 64 bits mixed by odd multipliers (splitmix64): order counts, nothing cancels out.
        func mixed(_ word: UInt64) -> UInt64 {
            var word = word
            word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
            return word ^ (word >> 31)
        }
        var (high, low) = (UInt64(some.count), UInt64(0x9E37_79B9_7F4A_7C15))
        for one in some {
            high = mixed(high &+ one.high) &+ low
            low = mixed(low ^ one.low) &+ high
        }
        self.init(high: high, low: low)
    }
}
