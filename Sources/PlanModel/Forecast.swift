package import Diagnostics

/// A forecast of the air, day by day or hour by hour, as somebody else has made it.
package struct Forecast: Sendable {
    /// What one row stands for.
    package enum Step: String, Sendable {
        case day, hour

        package var span: Span { Span(minutes: self == .day ? 1440 : 60) }
    }

    /// What a day or an hour is forecast to be.
    package struct Row: Sendable {
        /// The day's midnight, or the hour as the file names it.
        package let time: CivilTime
        package let content: Content

        package init(time: CivilTime, content: Content) {
            self.time = time
            self.content = content
        }
    }

    package enum Content: Sendable {
        /// The index itself; nil where it is not known.
        case index(Int?)
        /// Thousandths of µg/m³, of CO of mg/m³; what is not known is absent.
        case concentrations([AirPollutant: Int64])
    }

    package let file: SourceFile
    package let step: Step
    /// The pollutants that have a column, in their order; nil where the file gives the index itself.
    package let pollutants: [AirPollutant]?
    /// Rising in time without doubles, never none; days or hours between them may be missing.
    package let rows: [Row]

    /// Days from the first row to the last at most: a longer file is no forecast.
    package static let mostDays = 366

    package init(file: SourceFile, step: Step, pollutants: [AirPollutant]?, rows: [Row]) {
        self.file = file
        self.step = step
        self.pollutants = pollutants
        self.rows = rows
    }
}
