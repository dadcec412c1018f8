import Foundation
import PlanModel
import Printing
import TestSupport
import Testing

/// A calendar as the judge read it.
struct JudgedCalendar: Decodable {
    let name: String
    let events: [Event]

    struct Event: Decodable {
        let uid, start, end, stamp, modified, summary, location, description, status: String
        let categories: [String]
        let sequence: Int
        let transparent: Bool
        let alarms: [Int]
    }
}

/// Made-up editions of one response.
enum EditionCase {
    static func judged(_ editions: [PublishedRoster]) throws -> [String: JudgedCalendar] {
        let scratch = try TemporaryFolder()
        for file in RosterCalendars(editions: editions).files {
            try scratch.write(Data(file.text.utf8), to: file.path)
        }
        let script = repository.appending(path: "Tests/Judges/calendars.py").path
        let answer = try judge("python", ["-X", "utf8", script, scratch.url.path])
        try #require(answer.status == 0, "\(answer.errorText.suffix(800))")
        return try JSONDecoder().decode([String: JudgedCalendar].self, from: answer.output)
    }

    static func edition(
        _ number: Int, level: AlertLevel = .orange, start: String = "2026-11-24 00:00",
        response: String = "2026-11-24-orange", subDistrict: String = "月坛", _ duties: [PublishedRoster.Duty]
    ) -> PublishedRoster {
        edition(
            number, level: level, start: start, response: response,
            parts: [
                PublishedRoster.Part(
                    subDistrict: Identifier(subDistrict), people: duties.map(\.person), duties: duties)
            ])
    }

    /// Drawn up at ten in the morning of the day on which the response starts.
    static func edition(
        _ number: Int, level: AlertLevel, start: String, response: String, parts: [PublishedRoster.Part]
    ) -> PublishedRoster {
        let start = time(start)
        return PublishedRoster(
            response: response, edition: number, level: level, start: start,
            end: start + Span(minutes: 4 * 1440), drawnUp: CivilTime(start.date, minuteOfDay: 600),
            parts: parts)
    }

    /// A patrol in the night from 20:00 or by day from 08:00.
    static func duty(
        _ id: String, _ name: String, from: String = "2026-11-24", day: Int = 0, isNight: Bool = true,
        post: String = "patrol", title: String = "巡查", at: String? = "示例社区", isStandby: Bool = false,
        lender: String? = nil, minutes: Int = 720
    ) -> PublishedRoster.Duty {
        let date = time("\(from) 00:00").date + day
        let start = CivilTime(date, minuteOfDay: isNight ? 1200 : 480)
        return PublishedRoster.Duty(
            person: Identifier(id), name: name, date: date, shift: Identifier(isNight ? "night" : "day"),
            title: isNight ? "夜班" : "白班", start: start, end: start + Span(minutes: 720), isNight: isNight,
            post: Identifier(post), postTitle: title, at: at, isStandby: isStandby, isRestDay: false,
            isHoliday: false, lender: lender.map { Identifier($0) }, time: Span(minutes: minutes))
    }

    private static func time(_ text: String) -> CivilTime {
        guard let time = CivilTime(text) else { preconditionFailure("\(text) is a time") }
        return time
    }

    /// Up to five editions of two sub-districts in which duties come, go, come back and are cut.
    static func random(using random: inout Seeded) -> [PublishedRoster] {
        let names = ["张三", "李四", "欧阳、修", "a;b", "𠮷野"]
        return (1...Int.random(in: 1...5, using: &random)).map { number in
            let parts = ["月坛", "德胜"].shuffled(using: &random).map { subDistrict in
                var duties: [PublishedRoster.Duty] = []
                for (index, name) in names.enumerated() {
                    for day in 0..<3 where Bool.random(using: &random) {
                        let at = index == 0 ? nil : "示例社区"
                        let minutes = [0, 120, 720, 720, 720, 720][Int.random(in: 0..<6, using: &random)]
                        duties.append(
                            duty(
                                "p\(index)", name, day: day, isNight: index.isMultiple(of: 2), at: at,
                                minutes: minutes))
                    }
                }
                return PublishedRoster.Part(
                    subDistrict: Identifier(subDistrict), people: names.indices.map { Identifier("p\($0)") },
                    duties: duties.shuffled(using: &random))
            }
            return edition(
                number, level: .orange, start: "2026-11-24 00:00", response: "2026-11-24-orange",
                parts: parts)
        }
    }
}

/// What a person has been told in the end, from a walk through the editions that shares nothing with the calendars.
struct ToldDuty: Hashable {
    let summary, start, end, status: String
    let sequence: Int

    static func all(of subDistrict: String, in editions: [PublishedRoster]) -> [ToldDuty] {
        /// The ends of a duty edition after edition, nil where it does not stand.
        var ends: [PublishedRoster.Duty: [String?]] = [:]
        for (index, edition) in editions.enumerated() {
            for part in edition.parts where part.subDistrict.text == subDistrict {
                for duty in part.duties where duty.time.minutes > 0 {
                    let whole = EditionCase.duty(
                        duty.person.text, duty.name, day: duty.date.dayNumber - 20_781, isNight: duty.isNight,
                        at: duty.at)
                    ends[whole, default: Array(repeating: nil, count: editions.count)][index] =
                        (duty.start + duty.time).isoText
                }
            }
        }
        return ends.map { duty, ends in
            let stands = ends.last.map { $0 != nil } ?? false
            let changed = ends.indices.last { $0 == 0 ? ends[0] != nil : ends[$0] != ends[$0 - 1] } ?? 0
            let place = duty.at.map { " \($0)" } ?? ""
            return ToldDuty(
                summary: "\(stands ? "" : "取消：")\(duty.title) \(duty.postTitle)\(place)：\(duty.name)",
                start: duty.start.isoText, end: ends.compactMap(\.self).last ?? "",
                status: stands ? "CONFIRMED" : "CANCELLED", sequence: changed)
        }
    }
}
