import ArgumentParser

/// In what form a balance is said, and where to: `--format xlsx=balance.xlsx`.
struct BalanceFace: ExpressibleByArgument {
    enum Kind: String, CaseIterable {
        case text, json
    }

    let kind: Kind
    /// A file to write; nil for standard output.
    let file: String?

    init(_ kind: Kind, file: String? = nil) {
        self.kind = kind
        self.file = file
    }

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let kind = Kind(rawValue: String(parts[0])), parts.count == 1 || !parts[1].isEmpty else {
            return nil
        }
        self.init(kind, file: parts.count == 2 ? String(parts[1]) : nil)
    }

    static let allValueStrings = Kind.allCases.map(\.rawValue)
}
