extension Array where Element: Sendable {
    /// Does the same work for each element on all cores; the results stand in the order of the elements,
    /// whatever the number of cores.
    /// - Parameter chunk: How many elements one task takes; more where the work on each is short.
    package func mapOnAllCores<Result: Sendable>(
        chunk: Int = 1, _ work: @escaping @Sendable (Element) -> Result
    ) async -> [Result] {
        await withTaskGroup(of: (Int, [Result]).self) { group in
            for start in stride(from: 0, to: count, by: chunk) {
                group.addTask { (start, self[start..<Swift.min(start + chunk, self.count)].map(work)) }
            }
            var parts: [(Int, [Result])] = []
            for await part in group { parts.append(part) }
            return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }
}
