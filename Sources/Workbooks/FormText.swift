import Printing

/// Text of any origin as a label of a form that phones show.
///
/// `${x}` would be a reference to another question, and phones read Markdown and HTML in labels, each client its own
/// part of it and none with the same way to escape. So what any of them takes for a sign stands in its full-width
/// form, which is a sign to people only.
enum FormText {
    static func label(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(line)
        return lines.joined(separator: "\n")
    }

    private static func line(_ text: Substring) -> String {
        var label = String.UnicodeScalarView()
        var isAtStart = true
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let isSign =
                switch scalar {
                case "*", "_", "<", ">", "&", "\\", "[", "]", "`": true
                case "$": index + 1 < scalars.count && scalars[index + 1] == "{"
                // Headings and lists are made at the beginning of a line only.
                case "#", "-", "+": isAtStart
                default: false
                }
            isAtStart = isAtStart && (isSign || scalar == " ")
            label.append(isSign ? fullWidth(scalar) ?? scalar : scalar)
        }
        return String(label)
    }

    /// The full-width form of a visible ASCII character.
    private static func fullWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard (0x21...0x7E).contains(scalar.value) else { return nil }
        return Unicode.Scalar(scalar.value + 0xFEE0)
    }
}
