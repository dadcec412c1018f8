import Activating
import PlanModel

/// One line of the table: a day, or of an hourly forecast a day's worst hour.
struct AssessedDay {
    let date: CivilDate
    /// nil where no hour of the day has an index.
    let worst: AirQualitySeries.Entry?

    static func all(of series: AirQualitySeries) -> [AssessedDay] {
        series.entries.reduce(into: []) { days, entry in
            let known = entry.index == nil ? nil : entry
            guard let last = days.last, last.date == entry.time.date else {
                days.append(AssessedDay(date: entry.time.date, worst: known))
                return
            }
            if let value = entry.index?.value, last.worst?.index.map({ $0.value < value }) ?? true {
                days[days.count - 1] = AssessedDay(date: last.date, worst: entry)
            }
        }
    }
}
