import Diagnostics
import PlanModel
import Printing
import Responding

/// What is cut over the time of a response, a strip for each pollutant, with the levels behind.
struct AvoidedPicture {
    private let review: ResponseReview

    private static let width = 760
    private static let strip = 96
    private static let left = 96
    private static let right = 12
    private static let top = 18
    private static let bottom = 30

    init(_ review: ResponseReview) {
        self.review = review
    }

    private var hours: [AvoidedEmissions.Hour] { review.avoided.hours }
    private var start: Int { hours.first?.start.minuteNumber ?? 0 }
    private var end: Int { max(start + 1, hours.last?.end.minuteNumber ?? 1) }

    private func x(_ minute: Int) -> Int {
        Self.left + (minute - start) * (Self.width - Self.left - Self.right) / (end - start)
    }

    func draw(into html: inout HTMLText) {
        guard !hours.isEmpty else { return }
        let height = Self.top + Pollutant.allCases.count * Self.strip + Self.bottom
        html.raw("<svg role=\"img\" aria-label=\"各污染物削减速率随时间\" viewBox=\"0 0 ")
        html.number(Self.width)
        html.raw(" ")
        html.number(height)
        html.raw("\" font-size=\"12\" fill=\"#1b1f24\">\n")
        levels(height - Self.bottom, &html)
        for (place, pollutant) in Pollutant.allCases.enumerated() {
            strip(pollutant, floor: Self.top + (place + 1) * Self.strip - 8, &html)
        }
        days(height - Self.bottom, &html)
        html.raw("</svg>\n")
    }

    private func levels(_ floor: Int, _ html: inout HTMLText) {
        for stretch in review.stretches {
            let from = x(stretch.start.minuteNumber)
            let to = x(stretch.end?.minuteNumber ?? end)
            switch stretch.level {
            case .yellow: html.raw("<rect fill=\"#fff3c4\" x=\"")
            case .orange: html.raw("<rect fill=\"#ffe0c2\" x=\"")
            case .red: html.raw("<rect fill=\"#fbd3d0\" x=\"")
            }
            html.number(from)
            html.raw("\" y=\"0\" width=\"")
            html.number(max(1, to - from))
            html.raw("\" height=\"")
            html.number(floor)
            html.raw("\"/>\n")
            if to - from > 40 { label(stretch.level.title.chinese, from + 4, 12, &html) }
        }
    }

    private func strip(_ pollutant: Pollutant, floor: Int, _ html: inout HTMLText) {
        let most = max(1, hours.map { $0.rate[pollutant].gramsPerDay }.max() ?? 1)
        func y(_ rate: MassRate) -> Int {
            floor - Int(Int128(rate.gramsPerDay) * Int128(Self.strip - 24) / Int128(most))
        }
        label(pollutant.symbol, 8, floor - Self.strip / 2, &html)
        label("\((most / 1000).groupedText) kg/d", 8, floor - Self.strip / 2 + 16, &html)
        html.raw("<path stroke=\"#b8bec5\" d=\"M")
        html.number(Self.left)
        html.raw(" ")
        html.number(floor)
        html.raw("H")
        html.number(Self.width - Self.right)
        html.raw("\"/>\n<path fill=\"#4e79a7\" fill-opacity=\"0.35\" stroke=\"#4e79a7\" d=\"M")
        html.number(x(start))
        html.raw(" ")
        html.number(floor)
        for hour in hours {
            html.raw("L")
            html.number(x(hour.start.minuteNumber))
            html.raw(" ")
            html.number(y(hour.rate[pollutant]))
            html.raw("L")
            html.number(x(hour.end.minuteNumber))
            html.raw(" ")
            html.number(y(hour.lastRate[pollutant]))
        }
        html.raw("V")
        html.number(floor)
        html.raw("Z\"/>\n")
    }

    private func days(_ floor: Int, _ html: inout HTMLText) {
        let first = CivilTime(minuteNumber: start).date
        let last = CivilTime(minuteNumber: end).date
        let step = max(1, (last.dayNumber - first.dayNumber) / 10)
        for number in stride(from: first.dayNumber + 1, through: last.dayNumber, by: step) {
            let place = x(number * 1440)
            html.raw("<path stroke=\"#b8bec5\" stroke-dasharray=\"2 3\" d=\"M")
            html.number(place)
            html.raw(" 0V")
            html.number(floor + 6)
            html.raw("\"/>\n")
            let date = CivilDate(dayNumber: number)
            if place < Self.width - 60 {
                label("\(date.month)月\(date.day)日 0 时", place + 2, floor + 18, &html)
            }
        }
    }

    private func label(_ words: String, _ x: Int, _ y: Int, _ html: inout HTMLText) {
        html.raw("<text x=\"")
        html.number(x)
        html.raw("\" y=\"")
        html.number(y)
        html.raw("\">")
        html.escaped(words)
        html.raw("</text>\n")
    }
}
