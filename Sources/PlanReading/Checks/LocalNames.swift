import Diagnostics

/// A line's id names one line of its enterprise, and what a measure names must be one of its lines.
enum LocalNames {
    static func findings(in names: NameLedger) -> [Diagnostic] {
        let lines = names.definitions.filter { $0.kind == .line }
        return DuplicateIDs.repeats(lines)
            + names.references.compactMap { reference in
                guard reference.kind == .line else { return nil }
                return undefined(reference, among: lines)
            }
    }

    private static func undefined(_ reference: NameLedger.Entry, among lines: [NameLedger.Entry])
        -> Diagnostic?
    {
        // `all` means every one of them.
        guard reference.name != "all", reference.name != "全部" else { return nil }
        // A table is made only for a file that has such a fault: there are many thousands without.
        return lines.contains { $0.name == reference.name }
            ? nil : KnownNames(lines).finding(for: reference)
    }
}
