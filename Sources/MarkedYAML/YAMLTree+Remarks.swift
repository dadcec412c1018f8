package import Diagnostics

extension YAMLTree {
    /// The comments `# emergency: …` of the file, without the `#` and `emergency:`; what stands inside a value is none.
    package var remarks: [Located<String>] {
        guard scan.hasRemark else { return [] }
        var found: [Located<String>] = []
        var number = 1
        while let line = file.line(number) {
            if let remark = remark(in: line, number) { found.append(remark) }
            number += 1
        }
        return found
    }

    private func remark(in line: String, _ number: Int) -> Located<String>? {
        let scalars = Array(line.unicodeScalars)
        let word = Array("emergency:".unicodeScalars)
        for (index, scalar) in scalars.enumerated() where scalar == "#" {
            guard index == 0 || scalars[index - 1] == " " || scalars[index - 1] == "\t" else { continue }
            let rest = scalars[(index + 1)...].drop { $0 == " " || $0 == "\t" }
            guard rest.starts(with: word), !isInsideScalar(line: number, column: index + 1) else { continue }
            var text = String.UnicodeScalarView()
            text.append(contentsOf: rest.dropFirst(word.count))
            let place = SourceSpan(
                file: file, start: SourcePosition(line: number, column: index + 1),
                end: SourcePosition(line: number, column: scalars.count + 1))
            return Located(String(text), at: place)
        }
        return nil
    }

    /// - Parameters: Both counted from 1.
    private func isInsideScalar(line: Int, column: Int) -> Bool {
        let place = SourcePosition(line: line, column: column)
        // Records stand in the order of their starts, so the last that starts before the place is the one to look at.
        var (low, high) = (0, records.count)
        while low < high {
            let middle = (low + high) / 2
            if records[middle].span(in: file).start <= place { low = middle + 1 } else { high = middle }
        }
        guard low > 0, records[low - 1].kind == .scalar else { return false }
        return place < records[low - 1].span(in: file).end
    }
}
