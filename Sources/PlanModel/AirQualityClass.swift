package import Diagnostics

/// What people call an air quality index (HJ 633): 优 to 严重污染.
package enum AirQualityClass: String, Sendable, CaseIterable {
    case excellent, good, light, moderate, heavy, severe

    /// - Parameter index: 0…500.
    package init(_ index: Int) {
        self =
            switch index {
            case ...50: .excellent
            case ...100: .good
            case ...150: .light
            case ...200: .moderate
            case ...300: .heavy
            default: .severe
            }
    }

    package var title: Phrase {
        switch self {
        case .excellent: Phrase(zh: "优", en: "excellent")
        case .good: Phrase(zh: "良", en: "good")
        case .light: Phrase(zh: "轻度", en: "light")
        case .moderate: Phrase(zh: "中度", en: "moderate")
        case .heavy: Phrase(zh: "重度", en: "heavy")
        case .severe: Phrase(zh: "严重", en: "severe")
        }
    }
}
