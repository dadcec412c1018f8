import Diagnostics
import Printing

/// What is wrong with findings themselves: a finding must say something, and stand where its file has text.
enum FindingFaults {
    /// - Parameter most: How many findings are printed to see that they can be.
    static func faults(in findings: [Diagnostic], printing most: Int = 30) -> [String] {
        var lineWidths: [String: [Int]] = [:]
        func widths(_ file: SourceFile) -> [Int] {
            if let known = lineWidths[file.path] { return known }
            let widths = Self.widths(of: file)
            lineWidths[file.path] = widths
            return widths
        }
        var faults: [String] = []
        for finding in findings {
            let places = [finding.place] + finding.related.map(\.place)
            // A folder, or a file that was not read, stands without bytes.
            for place in places where !place.file.bytes.isEmpty {
                if let fault = fault(of: place, in: widths(place.file)) {
                    faults.append("\(finding.rule.rawValue): \(fault)")
                }
            }
            let texts = [finding.message] + finding.related.map(\.message) + (finding.help.map { [$0] } ?? [])
            if texts.contains(where: { $0.chinese.isEmpty || $0.english.isEmpty }) {
                faults.append("\(finding.rule.rawValue): says nothing")
            }
        }
        for finding in findings.prefix(most) {
            for language in Language.allCases {
                let text = finding.text(in: TextStyle(language: language, usesColor: false))
                if text.count < 10 || text.unicodeScalars.contains(where: steers) {
                    faults.append("\(finding.rule.rawValue): prints \(text.debugDescription)")
                }
            }
        }
        return faults
    }

    static func steers(_ scalar: Unicode.Scalar) -> Bool {
        scalar != "\n" && scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
            || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }

    private static func fault(of place: SourceSpan, in widths: [Int]) -> String? {
        func isInside(_ position: SourcePosition) -> Bool {
            position.line >= 1 && position.line <= widths.count && position.column >= 1
                && position.column <= widths[position.line - 1] + 1
        }
        if place.start > place.end { return "\(place.location) ends before it starts" }
        if !isInside(place.start) { return "\(place.location) is not in the file" }
        if !isInside(place.end) {
            return "\(place.location) ends at \(place.end.line):\(place.end.column), outside the file"
        }
        return nil
    }

    /// How many scalars each line has, reckoned here without the program's own help; U+FFFD stands for bad bytes.
    private static func widths(of file: SourceFile) -> [Int] {
        let text = file.bytes.dropFirst(file.markLength)
        var widths: [Int] = []
        var start = text.startIndex
        var index = start
        while index < text.endIndex {
            let isPair = text[index] == 0x0D && index + 1 < text.endIndex && text[index + 1] == 0x0A
            if text[index] == 0x0A || text[index] == 0x0D {
                widths.append(String(decoding: text[start..<index], as: UTF8.self).unicodeScalars.count)
                index += isPair ? 2 : 1
                start = index
            } else {
                index += 1
            }
        }
        return widths + [String(decoding: text[start...], as: UTF8.self).unicodeScalars.count]
    }
}
