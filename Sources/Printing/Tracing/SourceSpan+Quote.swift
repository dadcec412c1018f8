import Diagnostics

extension SourceSpan {
    /// How much of what stands at a place is quoted.
    enum Quote {
        /// Exactly what the span marks.
        case words
        /// The whole line on which it begins.
        case line
    }

    private static let mostLines = 12
    private static let mostScalars = 400

    /// The place, and behind or below it what the plan says there, as written; in lines that fit a terminal.
    /// - Parameter indent: Columns of space before every line.
    func quoted(_ quote: Quote, in style: TextStyle, indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        let location = harmless(location)
        let words = text(quote).map { harmless($0) }
        let first = margin + style.paint(location, .quiet)
        guard let only = words.first else { return first + "\n" }
        let taken = indent + DisplayWidth.of(location) + 2
        if words.count == 1, taken + DisplayWidth.of(only) <= WrappedText.width {
            return "\(first)  \(only)\n"
        }
        return first + "\n" + words.map { WrappedText.of($0, indent: indent + 2) }.joined()
    }

    /// What is quoted, as data.
    func text(_ quote: Quote) -> [String] {
        switch quote {
        case .words: return words(lines: Self.mostLines, scalars: Self.mostScalars)
        case .line:
            guard let line = file.line(start.line) else { return [] }
            let length = line.unicodeScalars.count
            let blank = line.unicodeScalars.prefix { $0 == " " || $0 == "\t" }.count
            let whole = SourceSpan(
                file: file, start: SourcePosition(line: start.line, column: blank + 1),
                end: SourcePosition(line: start.line, column: length + 1))
            return whole.words(lines: 1, scalars: Self.mostScalars)
        }
    }
}

extension [SourceSpan] {
    /// Without further places on a line that has been named.
    var onLinesOfTheirOwn: [SourceSpan] {
        var seen: Set<String> = []
        return filter { seen.insert("\($0.start.line):\($0.file.path)").inserted }
    }
}
