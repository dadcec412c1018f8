/// How much of a pollutant's tree is listed; what is not is summed up in a line, so that all sums stay whole.
package struct TraceDetail: Sendable {
    /// Down to every line and the plan's own words, owners without a cut included.
    package let listsEverything: Bool
    /// So many owners of each sub-district, those with the largest cut first; nil for all, in the lists' order.
    package let largest: Int?

    package init(listsEverything: Bool, largest: Int?) {
        self.listsEverything = listsEverything
        self.largest = largest
    }
}
