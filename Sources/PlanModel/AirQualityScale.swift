package import Diagnostics

/// A pollutant of the air quality index (空气质量指数).
package enum AirPollutant: String, Sendable, CaseIterable {
    case so2 = "SO2"
    case no2 = "NO2"
    case co = "CO"
    case o3 = "O3"
    case pm10 = "PM10"
    case pm25 = "PM2.5"

    /// As printed in both languages.
    package var symbol: String { rawValue }

    package var title: Phrase {
        switch self {
        case .so2: Phrase(zh: "二氧化硫", en: "SO2")
        case .no2: Phrase(zh: "二氧化氮", en: "NO2")
        case .co: Phrase(zh: "一氧化碳", en: "CO")
        case .o3: Phrase(zh: "臭氧", en: "O3")
        case .pm10: Phrase(zh: "可吸入颗粒物", en: "PM10")
        case .pm25: Phrase(zh: "细颗粒物", en: "PM2.5")
        }
    }
}

/// How concentrations become indices: linear between breakpoints (HJ 633).
package struct AirQualityScale: Sendable {
    package let label: RuleSetLabel
    /// The first day on which it is in force; nil for one that is older than all others.
    package let from: CivilDate?
    /// Rising, of the index and of every pollutant.
    package let breakpoints: [Breakpoint]

    package init(label: RuleSetLabel, from: CivilDate?, breakpoints: [Breakpoint]) {
        self.label = label
        self.from = from
        self.breakpoints = breakpoints
    }

    package struct Breakpoint: Sendable {
        /// The index of one pollutant (空气质量分指数), 0…500.
        package let index: Int
        /// Means of 24 hours, of O3 of 8 hours, in µg/m³, of CO in mg/m³; a pollutant whose scale ends below is absent.
        package let concentrations: [AirPollutant: Int]
        package let place: SourceSpan

        package init(index: Int, concentrations: [AirPollutant: Int], place: SourceSpan) {
            self.index = index
            self.concentrations = concentrations
            self.place = place
        }
    }
}
