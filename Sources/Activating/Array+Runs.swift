extension Array {
    /// Neighbours that belong together, as arrays of their own, in their order.
    func runs(_ belongTogether: (Element, Element) -> Bool) -> [[Element]] {
        var runs: [[Element]] = []
        for item in self {
            if let last = runs.last?.last, belongTogether(last, item) {
                runs[runs.count - 1].append(item)
            } else {
                runs.append([item])
            }
        }
        return runs
    }
}
