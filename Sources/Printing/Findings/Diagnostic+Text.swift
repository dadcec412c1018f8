package import Diagnostics

extension Diagnostic {
    /// The finding with its line, a caret under the place, and what to type.
    package func text(in style: TextStyle) -> String {
        let label = style.paint(style.say(severity.title), severity.tone)
        var text =
            "\(style.paint(harmless(place.location), .bold)): \(label): \(harmless(style.say(message))) "
        text += style.paint("[\(rule.rawValue)]", .quiet) + "\n"
        let gutter = String(place.start.line).count
        text += excerpt(gutter: gutter, style)
        for other in related {
            text += note(
                gutter, "\(harmless(style.say(other.message))): \(harmless(other.place.location))", style)
        }
        if let help {
            text += note(gutter, "\(style.say("提示", "help")): \(harmless(style.say(help)))", style)
        }
        return text
    }

    private func note(_ gutter: Int, _ text: String, _ style: TextStyle) -> String {
        String(repeating: " ", count: gutter + 1) + style.paint("=", .mark) + " \(text)\n"
    }

    /// The source line and carets below it; nothing where the file has no such line.
    private func excerpt(gutter: Int, _ style: TextStyle) -> String {
        guard !place.file.bytes.isEmpty, let line = place.file.line(place.start.line) else { return "" }
        let shown = Excerpt(line: line, from: place.start.column, to: caretEnd(in: line))
        let bar = style.paint("|", .mark)
        let blank = String(repeating: " ", count: gutter)
        return "\(blank) \(bar)\n"
            + "\(style.paint(String(place.start.line), .mark)) \(bar)\(shown.text.isEmpty ? "" : " " + shown.text)\n"
            + "\(blank) \(bar) \(shown.blank)\(style.paint(shown.carets, severity.tone))\n"
    }

    /// The column behind the last caret: the span's end, or the line's end for a span of several lines.
    private func caretEnd(in line: String) -> Int {
        place.end.line > place.start.line ? line.unicodeScalars.count + 1 : place.end.column
    }
}

extension Severity {
    fileprivate var tone: TextStyle.Tone {
        switch self {
        case .error: .bad
        case .warning: .warning
        case .note: .mark
        }
    }
}

/// The part of a line that is worth showing, and the carets under the place in it.
private struct Excerpt {
    let text: String
    let blank: String
    let carets: String

    /// Columns shown of a long line.
    private static let most = 100
    /// Of those, before the place.
    private static let lead = 60

    /// - Parameters:
    ///   - from: The first marked column, from 1, in scalars.
    ///   - to: The column behind the last marked one.
    init(line: String, from: Int, to: Int) {
        var (from, to) = (from - 1, max(to - 1, from))
        // The window is cut first: on a line of a megabyte with ten thousand faults all else would take for ever.
        let start = max(0, from - Self.lead)
        let window = String(line.unicodeScalars.dropFirst(start).prefix(Self.most))
        var scalars = Array(harmless(window.replacing("\t", with: " ")).unicodeScalars)
        if start > 0, !scalars.isEmpty { scalars[0] = "…" }
        (from, to) = (from - start, to - start)
        from = min(from, scalars.count)
        to = min(to, max(scalars.count, from))
        func width(_ part: some Collection<Unicode.Scalar>) -> Int {
            part.reduce(0) { $0 + DisplayWidth.of($1) }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        text = String(view)
        blank = String(repeating: " ", count: width(scalars[..<from]))
        carets = String(repeating: "^", count: max(1, width(scalars[from..<to])))
    }
}
