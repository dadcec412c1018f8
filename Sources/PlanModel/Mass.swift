/// A mass, in whole grams: what a rate comes to over some time.
package struct Mass: Sendable, Hashable, Comparable {
    package let grams: Int64

    package init(grams: Int64) {
        self.grams = grams
    }

    package static let zero = Mass(grams: 0)

    package static func + (left: Mass, right: Mass) -> Mass { Mass(grams: left.grams + right.grams) }
    package static func - (left: Mass, right: Mass) -> Mass { Mass(grams: left.grams - right.grams) }
    package static func < (left: Mass, right: Mass) -> Bool { left.grams < right.grams }
}
