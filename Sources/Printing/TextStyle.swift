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
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }) else {
        return String(text)
    }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        let steers =
            scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
            || (0x202A...0x202E).contains(scalar.value)
            || (0x2066...0x2069).contains(scalar.value)
        safe.append(steers ? "\u{FFFD}" : scalar)
    }
    return String(safe)
}
