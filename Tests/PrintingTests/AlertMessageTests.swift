import Diagnostics
import Foundation
import PlanModel
import PlanReading
import Printing
import TestSupport
import Testing

/// Messages that are written, read back, and judged by PyPI's capvalidator.
struct AlertMessageTests {
    private static let xicheng = NamedArea(code: "110102", name: "西城区")

    private static func read(_ message: AlertMessage) -> AlertReading {
        AlertReader.read(SourceFile(path: "a.xml", bytes: Array(message.cap.utf8)), for: xicheng)
    }

    // MARK: - Made-up messages

    private static let words = [
        "示例", "西城区", "a<b>&c", "\"引号\" '撇'", "]]>", "第一行\n第二行", "制\t表", "𠮷野家", "e\u{301}", "回\r车", "&amp;",
        "\u{200B}x",
    ]

    private static func time(_ seeded: inout Seeded) -> CivilTime {
        CivilTime(minuteNumber: 29_900_000 + Int.random(in: 0..<500_000, using: &seeded))
    }

    private static func text(_ seeded: inout Seeded) -> String? {
        guard Bool.random(using: &seeded) else { return nil }
        return (0..<Int.random(in: 1...4, using: &seeded)).map { _ in
            words.randomElement(using: &seeded) ?? ""
        }
        .joined(separator: " ")
    }

    private static func message(_ seed: UInt64) -> AlertMessage {
        var seeded = Seeded(seed)
        let kind = AlertMessage.Kind.allCases.randomElement(using: &seeded) ?? .alert
        let sent = time(&seeded)
        let hasContent =
            kind != .acknowledgement && kind != .error && (kind != .cancel || seed.isMultiple(of: 3))
        return AlertMessage(
            identifier: "示例-\(seed)", sender: "sample-\(seed)@example.cn", sent: sent,
            status: AlertMessage.Status.allCases.randomElement(using: &seeded) ?? .actual, kind: kind,
            references: (0..<Int.random(in: 0...3, using: &seeded)).map { index in
                index == 2
                    ? .init(sender: nil, identifier: "R\(index)", sent: nil)
                    : .init(sender: "x@example.cn", identifier: "R\(index)", sent: time(&seeded))
            },
            content: hasContent ? content(kind, sent, &seeded) : nil)
    }

    private static func content(
        _ kind: AlertMessage.Kind, _ sent: CivilTime, _ seeded: inout Seeded
    ) -> AlertMessage.Content {
        let color = AlertColor.allCases.randomElement(using: &seeded) ?? .red
        let onset = Bool.random(using: &seeded) ? sent + Span(minutes: 90) : nil
        let areas = [
            AlertMessage.Area(description: "北京市", codes: ["110000"]),
            AlertMessage.Area(description: "北京市西城区", codes: ["110102"]),
            AlertMessage.Area(description: "西城区", codes: []),
            AlertMessage.Area(description: "北京市、天津市", codes: ["110000", "120000"]),
        ]
        return AlertMessage.Content(
            event: Bool.random(using: &seeded) ? .heavyPollution : AlertEvent(code: nil, name: "重污染天气"),
            color: kind == .cancel && Bool.random(using: &seeded) ? nil : color,
            effective: Bool.random(using: &seeded) ? sent : nil, onset: onset,
            expires: Bool.random(using: &seeded) ? sent + Span(minutes: 4000) : nil,
            senderName: text(&seeded),
            headline: Bool.random(using: &seeded) ? "空气重污染预警 <\(seeded.next())>" : nil,
            description: text(&seeded),
            instruction: text(&seeded), orderNumber: Bool.random(using: &seeded) ? "示例〔2026〕7号" : nil,
            areas: [areas.randomElement(using: &seeded) ?? areas[0]])
    }

    // MARK: - Round and round

    @Test func whatIsWrittenIsReadBack() {
        for seed in UInt64(0)..<2000 {
            let message = Self.message(seed)
            let reading = Self.read(message)
            #expect(
                reading.message == message,
                "seed \(seed): \(reading.findings.map(\.message.english)) \(message.cap)")
            #expect(message.cap == Self.message(seed).cap)
        }
    }

    /// What XML cannot carry is replaced, and everything else of the text stays.
    @Test func charactersThatXMLDoesNotKnow() {
        let message = AlertMessage(
            identifier: "a", sender: "s", sent: CivilTime(minuteNumber: 29_900_000), status: .actual,
            kind: .cancel,
            references: [],
            content: AlertMessage.Content(
                event: .heavyPollution, color: nil, effective: nil, onset: nil, expires: nil, senderName: nil,
                headline: nil, description: "a\u{0}b\u{1B}c\u{FFFE}d", instruction: nil, orderNumber: nil,
                areas: [AlertMessage.Area(description: "西城区", codes: [])]))
        #expect(Self.read(message).message?.content?.description == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d")
    }

    // MARK: - Judged

    private struct Verdict: Decodable {
        let file: String
        let passed: Bool
        let message: String
        let values: [String: String?]
        let areas: [String]
        let codes: [String]
    }

    @Test func theJudgeFindsNoFaultAndTheSameValues() throws {
        let scratch = try TemporaryFolder()
        let messages = (UInt64(0)..<300).map(Self.message)
        for (index, message) in messages.enumerated() {
            try scratch.write(Data(message.cap.utf8), to: "\(1000 + index).xml")
        }
        // The judge must be able to find fault.
        try scratch.write(
            Data(messages[0].cap.replacingOccurrences(of: "<scope>Public</scope>", with: "").utf8),
            to: "9999.xml")
        let script = repository.appending(path: "Tests/Judges/alerts.py").path
        let answer = try judge("python", ["-X", "utf8", script, scratch.url.path])
        try #require(answer.status == 0, "\(answer.errorText)")
        let verdicts = try JSONDecoder().decode([Verdict].self, from: answer.output)
        #expect(verdicts.count == 301)
        #expect(verdicts.last?.passed == false)
        for (message, verdict) in zip(messages, verdicts) {
            #expect(verdict.passed, "\(verdict.file): \(verdict.message)")
            #expect(verdict.values["identifier"] == message.identifier)
            #expect(verdict.values["msgType"] == message.kind.rawValue)
            #expect(verdict.values["sent"] == Self.iso(message.sent))
            #expect(
                (verdict.values["severity"] ?? nil) == message.content.map { $0.color?.severity ?? "Unknown" }
            )
            #expect((verdict.values["onset"] ?? nil) == message.content?.onset.map(Self.iso))
            #expect((verdict.values["expires"] ?? nil) == message.content?.expires.map(Self.iso))
            #expect((verdict.values["description"] ?? nil) == message.content?.description)
            #expect(verdict.areas == (message.content?.areas ?? []).map(\.description))
            #expect(verdict.codes == (message.content?.areas ?? []).flatMap(\.codes))
        }
    }

    private static func iso(_ time: CivilTime) -> String { "\(time.date.isoText)T\(time.clockText):00+08:00" }
}
