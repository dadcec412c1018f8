/// The language people read on the terminal; paper is always Chinese.
package enum Language: String, Sendable, CaseIterable {
    case chinese = "zh"
    case english = "en"
}

/// One sentence said in both languages.
package struct Phrase: Sendable, Hashable {
    package let chinese: String
    package let english: String

    package init(zh chinese: String, en english: String) {
        self.chinese = chinese
        self.english = english
    }

    /// The same text in both languages: names, codes, numbers.
    package init(_ both: String) {
        self.init(zh: both, en: both)
    }

    package func text(in language: Language) -> String {
        language == .chinese ? chinese : english
    }

    /// The same with its middle left out where it is longer than people read: what it quotes may be a megabyte,
    /// and quoted by a thousand findings.
    /// - Parameter most: How many characters may stay, in scalars.
    func shortened(to most: Int) -> Phrase {
        // Bytes tell at once for nearly every text.
        guard chinese.utf8.count > most || english.utf8.count > most else { return self }
        return Phrase(zh: Self.shortened(chinese, to: most), en: Self.shortened(english, to: most))
    }

    private static func shortened(_ text: String, to most: Int) -> String {
        let scalars = text.unicodeScalars
        guard scalars.dropFirst(most).first != nil else { return text }
        let end = most / 3
        return String(scalars.prefix(most - end)) + "…" + String(scalars.suffix(end))
    }
}
