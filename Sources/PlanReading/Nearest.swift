/// Finds what somebody probably meant to type.
package enum Nearest {
    /// The name with the fewest edits to `text`, if that is few enough to be a slip; the first of equals.
    package static func name(to text: String, among names: [String]) -> String? {
        let typed = beginning(of: text)
        var best: (name: String, edits: Int)?
        for name in names {
            let known = beginning(of: name)
            // A slip in a two-character Chinese word is half of it; in a long word, a third is the most.
            let allowed = max(1, max(known.count, typed.count) / 3)
            let edits = distance(typed, known)
            if edits <= allowed, edits < known.count, edits < best?.edits ?? .max { best = (name, edits) }
        }
        return best?.name
    }

    /// As far as a slip is looked for; cut first, for a name may be a megabyte.
    private static func beginning(of text: String) -> [Unicode.Scalar] {
        Array(String(text.unicodeScalars.prefix(64)).lowercased().unicodeScalars)
    }

    /// Edits by insertion, deletion, substitution or swapping two neighbours.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var before: [Int] = []
        var previous = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                var edits = min(previous[column + 1] + 1, current[column] + 1)
                edits = min(edits, previous[column] + (left[row] == right[column] ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    edits = min(edits, before[column - 1] + 1)
                }
                current.append(edits)
            }
            (before, previous) = (previous, current)
        }
        return previous[right.count]
    }
}
