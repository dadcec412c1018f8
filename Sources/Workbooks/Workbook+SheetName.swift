import Printing

extension Workbook {
    /// A name that a sheet may have, told apart from others by a number, as Excel compares them: without case.
    static func sheetName(_ text: String, besides others: [String]) -> String {
        var plain = String(
            String.UnicodeScalarView(
                harmless(text).unicodeScalars.map { "[]:*?/\\'".unicodeScalars.contains($0) ? "_" : $0 }))
        while plain.utf16.count > 27 { plain.removeLast() }
        if plain.isEmpty { plain = "_" }
        let taken = Set(others.map { $0.lowercased() })
        guard taken.contains(plain.lowercased()) else { return plain }
        return (2...).lazy.map { "\(plain)\($0)" }.first { !taken.contains($0.lowercased()) } ?? plain
    }
}
