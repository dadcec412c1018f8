package import Diagnostics

/// How text is said on this terminal: the language, and whether it has colours.
package struct TextStyle: Sendable {
    package let language: Language
    package let usesColor: Bool

    package init(language: Language, usesColor: Bool) {
        self.language = language
        self.usesColor = usesColor
    }

    package func say(_ phrase: Phrase) -> String { phrase.text(in: language) }

    package func say(_ chinese: String, _ english: String) -> String {
        language == .chinese ? chinese : english
    }

    package enum Tone: String, Sendable {
        case bold = "1"
        case good = "1;32"
        case bad = "1;31"
        case warning = "1;33"
        case quiet = "2"
        case mark = "1;34"
    }

    package func paint(_ text: String, _ tone: Tone) -> String {
        usesColor && !text.isEmpty ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
    }
}

/// Plan text as it may go to a terminal: whatever could steer the terminal shows as U+FFFD.
package func harmless(_ text: some StringProtocol) -> String {
    guard text.maySteer else { return String(text) }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { safe.append(scalar.isSteering ? "\u{FFFD}" : scalar) }
    return String(safe)
}
