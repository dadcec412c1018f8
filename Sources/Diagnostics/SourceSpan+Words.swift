extension SourceSpan {
    /// What stands there, as written, line by line: without what stands before it on its first line, and without
    /// the indentation that brings the others below that.
    /// - Parameters:
    ///   - lines: How many lines are wanted at most.
    ///   - scalars: How much of each line.
    /// - Returns: A line `…` at the end, and `…` at the end of a line, for what was left out.
    package func words(lines most: Int, scalars: Int) -> [String] {
        let indent = start.column - 1
        var found: [String] = []
        var number = start.line
        while number < end.line || number == end.line && end.column > 1 {
            guard let line = file.line(number) else { break }
            guard found.count < most else { return found + ["…"] }
            var text = line.unicodeScalars.prefix(number == end.line ? end.column - 1 : .max)[...]
            if number == start.line {
                text = text.dropFirst(indent)
            } else {
                let blank = text.prefix { $0 == " " }.count
                text = text.dropFirst(Swift.min(blank, indent))
            }
            while let last = text.last, last == " " || last == "\t" { text.removeLast() }
            let short = String(String.UnicodeScalarView(text.prefix(scalars)))
            found.append(text.count > scalars ? short + "…" : short)
            number += 1
        }
        while found.last == "" { found.removeLast() }
        return found
    }
}
