import Diagnostics
import PlanModel

/// What a column of a forecast says.
enum ForecastColumn: Hashable {
    case time
    case index
    case concentration(AirPollutant)

    static let all: [ForecastColumn] = [.time, .index] + AirPollutant.allCases.map { .concentration($0) }

    /// By any of its names, capitals or not.
    init?(_ text: String) {
        let typed = text.lowercased()
        guard let column = Self.all.first(where: { $0.names.contains { $0.lowercased() == typed } }) else {
            return nil
        }
        self = column
    }

    /// The first is the one to write.
    var names: [String] {
        switch self {
        case .time: ["time", "时间"]
        case .index: ["AQI"]
        case .concentration(let pollutant): [pollutant.symbol, pollutant.title.chinese]
        }
    }
}
