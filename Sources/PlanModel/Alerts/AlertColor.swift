package import Diagnostics

/// The colour of an alert of any event. Heavy pollution has no blue one, but messages may.
package enum AlertColor: String, Sendable, CaseIterable {
    case blue, yellow, orange, red

    package init(_ level: AlertLevel) {
        self =
            switch level {
            case .yellow: .yellow
            case .orange: .orange
            case .red: .red
            }
    }

    /// The level of response; nil for blue, to which no response belongs.
    package var level: AlertLevel? {
        switch self {
        case .blue: nil
        case .yellow: .yellow
        case .orange: .orange
        case .red: .red
        }
    }

    package var title: Phrase { level?.title ?? Phrase(zh: "蓝色", en: "blue") }

    /// 橙色预警, `ORANGE alert`.
    package var alertTitle: Phrase { level?.alertTitle ?? Phrase(zh: "蓝色预警", en: "BLUE alert") }

    /// The severity of CAP that goes with it, as the China Meteorological Administration maps its own colours.
    package var severity: String {
        switch self {
        case .blue: "Minor"
        case .yellow: "Moderate"
        case .orange: "Severe"
        case .red: "Extreme"
        }
    }
}
