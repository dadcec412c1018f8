/// Words on paper, some of them set off.
package struct PaperText: Sendable, ExpressibleByStringInterpolation {
    package struct Run: Sendable {
        package let text: String
        package let isBold: Bool
        package let ink: Ink
    }

    package enum Ink: Sendable {
        case black, quiet, good, bad
    }

    package enum Size: Sendable {
        case normal, small
    }

    package private(set) var runs: [Run]
    package private(set) var size: Size

    package init(_ text: String, bold isBold: Bool = false, _ ink: Ink = .black, size: Size = .normal) {
        runs = text.isEmpty ? [] : [Run(text: text, isBold: isBold, ink: ink)]
        self.size = size
    }

    package init(stringLiteral text: String) { self.init(text) }

    /// With line breaks as they come.
    package var plain: String { runs.map(\.text).joined() }

    package static func + (left: PaperText, right: PaperText) -> PaperText {
        var sum = left
        sum.runs += right.runs
        return sum
    }

    /// One line for each.
    package static func lines(_ texts: [PaperText]) -> PaperText {
        guard var all = texts.first else { return "" }
        for text in texts.dropFirst() { all = all + PaperText("\n") + text }
        return all
    }

    package static func lines(_ texts: [String]) -> PaperText { PaperText(texts.joined(separator: "\n")) }
}
