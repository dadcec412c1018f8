import Activating
import Diagnostics
import Foundation
import PlanModel
import PlanReading
import Printing
import TestSupport
import Testing

/// Alert messages spoilt at random: each is read or refused, and what is read can be acted on and written again.
struct HostileAlertsTests {
    private static let xicheng = NamedArea(code: "110102", name: "西城区")
    private static let tokens = [
        "<info>", "</info>", "<area/>", "Cancel", "Update", "Ack", "Exercise", "Blue", "Red", "红色", "由橙色",
        "110101", "110102",
        "全市", "西城区", "11B17", "99Z", "2026-11-24T18:00:00+08:00", "1900-01-01T00:00:00+14:00",
        "2999-12-31 23:59:59",
        "&#13;", "&#x9B;", "&lt;", "]]>", "<!--", "<![CDATA[", "xmlns='u'", "\u{202E}", "\u{0}", ",", " ",
        "\n", "",
    ]

    @Test func everyMessageHasAnAnswer() throws {
        let folder = repository.appending(path: "Tests/PlanReadingTests/Alerts")
        let samples = try ["orange", "national"].map {
            try String(contentsOf: folder.appending(path: $0 + ".xml"), encoding: .utf8)
        }
        var read = 0
        for seed in UInt64(0)..<6000 {
            var seeded = Seeded(seed)
            let text = Self.spoilt(samples[Int(seed % 2)], &seeded)
            let reading = AlertReader.read(
                SourceFile(path: "a.xml", bytes: Array(text.utf8)), for: seed % 5 == 0 ? nil : Self.xicheng)
            #expect((reading.message == nil) != reading.findings.isEmpty, "seed \(seed)")
            guard let message = reading.message else { continue }
            read += 1
            Self.act(on: message, reading)
            let again = AlertReader.read(
                SourceFile(path: "b.xml", bytes: Array(message.cap.utf8)),
                for: seed % 5 == 0 ? nil : Self.xicheng)
            #expect(
                again.message == message,
                "seed \(seed): \(again.findings.map(\.message.english)) \(message.cap)")
        }
        #expect(read > 250, "only \(read) were read")
    }

    /// Whatever is in force, there is an answer, and text and data of it.
    private static func act(on message: AlertMessage, _ reading: AlertReading) {
        let ends = [nil, message.content?.expires, CivilTime(minuteNumber: 29_900_000)]
        let states = AlertLevel.allCases.flatMap { level in
            ends.map { AlertRequest.InForce(level: level, end: $0, isDrill: message.isDrill) }
        }
        for state in [nil] + states.map(Optional.init) {
            let view = AlertView(message, reading, given: state)
            #expect(!view.text(in: TextStyle(language: .chinese, usesColor: false)).isEmpty)
            #expect(view.json.text.hasSuffix("}\n"))
        }
    }

    private static func spoilt(_ text: String, _ seeded: inout Seeded) -> String {
        var characters = Array(text)
        for _ in 0..<Int.random(in: 1...3, using: &seeded) {
            let start = Int.random(in: 0..<characters.count, using: &seeded)
            let token = tokens.randomElement(using: &seeded) ?? ""
            switch Int.random(in: 0..<4, using: &seeded) {
            case 0: characters.insert(contentsOf: token, at: start)
            case 1:
                // The whole text of the next element.
                guard let open = characters[start...].firstIndex(of: ">"),
                    let close = characters[open...].firstIndex(of: "<")
                else { continue }
                characters.replaceSubrange(open + 1..<close, with: token)
            case 2: characters.removeSubrange(start..<min(start + 30, characters.count))
            default:
                let lines = String(characters).split(separator: "\n", omittingEmptySubsequences: false)
                let from = Int.random(in: 0..<lines.count, using: &seeded)
                let moved = lines.enumerated().filter { $0.offset != from }.map(\.element)
                let to = Int.random(in: 0...moved.count, using: &seeded)
                characters = Array((moved[..<to] + [lines[from]] + moved[to...]).joined(separator: "\n"))
            }
        }
        return String(characters)
    }
}
