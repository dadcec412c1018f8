import Diagnostics

/// A line's id names one line of its enterprise, and what a measure names must be one of its lines; pairs, fixed duties
/// and swaps speak of people of the same file.
enum LocalNames {
    static func findings(in names: NameLedger) -> [Diagnostic] {
        let lines = names.definitions.filter { $0.kind == .line }
        let people =
            names.references.contains { $0.kind == .person }
            ? KnownNames(names.definitions.filter { $0.kind == .person }) : nil
        return DuplicateIDs.repeats(lines) + lines.filter { isEveryLine($0.name) }.map(taken)
            + names.references.compactMap { reference in
                switch reference.kind {
                case .line: undefined(reference, among: lines)
                case .person: people?.finding(for: reference)
                default: nil
                }
            }
    }

    private static func isEveryLine(_ name: String) -> Bool { name == "all" || name == "全部" }

    private static func taken(_ line: NameLedger.Entry) -> Diagnostic {
        Diagnostic(
            .duplicateID,
            Phrase(
                zh: "“\(line.name)”指全部生产线，不能作一条线的编号",
                en: "'\(line.name)' means every line and cannot be the id of one"),
            at: line.place, help: Phrase(zh: "换一个编号，如 L1", en: "choose another id, such as L1"))
    }

    private static func undefined(_ reference: NameLedger.Entry, among lines: [NameLedger.Entry])
        -> Diagnostic?
    {
        // `all` means every one of them.
        guard !isEveryLine(reference.name) else { return nil }
        // A table is made only for a file that has such a fault: there are many thousands without.
        return lines.contains { $0.name == reference.name }
            ? nil : KnownNames(lines).finding(for: reference)
    }
}
