extension Array where Element: Sendable {
    /// Does the same work for each element on all cores; the results stand in the order of the elements,
    /// whatever the number of cores.
    /// - Parameters:
    ///   - chunk: How many elements one task takes; more where the work on each is short.
    ///   - progress: Counts the elements that are done.
    package func mapOnAllCores<Result: Sendable>(
        chunk: Int = 1, progress: ProgressCount? = nil, _ work: @escaping @Sendable (Element) -> Result
    ) async -> [Result] {
        await withTaskGroup(of: (Int, [Result]).self) { group in
            for start in stride(from: 0, to: count, by: chunk) {
                group.addTask {
                    let part = self[start..<Swift.min(start + chunk, self.count)]
                    defer { progress?.advance(by: part.count) }
                    return (start, part.map(work))
                }
            }
            var parts: [(Int, [Result])] = []
            for await part in group { parts.append(part) }
            return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }
}
