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
}
