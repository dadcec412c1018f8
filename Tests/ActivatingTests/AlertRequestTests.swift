import Activating
import PlanModel
import Testing

/// What a message asks for, by its kind, its level and what is in force.
struct AlertRequestTests {
    private static func time(_ text: String) throws -> CivilTime {
        try #require(CivilTime("2026-11-" + text))
    }

    private static func message(
        _ kind: AlertMessage.Kind, _ color: AlertColor?, expires: String? = nil, sent: String = "24 15:00",
        onset: String? = "24 18:00", status: AlertMessage.Status = .actual, references: [String] = [],
        hasContent: Bool = true
    ) throws -> AlertMessage {
        AlertMessage(
            identifier: "N", sender: "s", sent: try time(sent), status: status, kind: kind,
            references: references.map { .init(sender: nil, identifier: $0, sent: nil) },
            content: hasContent
                ? AlertMessage.Content(
                    event: .heavyPollution, color: color, effective: nil, onset: try onset.map(time),
                    expires: try expires.map(time), senderName: nil, headline: nil, description: nil,
                    instruction: nil, orderNumber: "7号", areas: []) : nil)
    }

    private static func told(
        _ message: AlertMessage, _ level: AlertLevel? = nil, until end: String? = nil, isDrill: Bool = false,
        messages: [String] = [], lastSent: String? = nil
    ) throws -> String {
        let current = try level.map { level in
            AlertRequest.InForce(
                level: level, end: try end.map(time), isDrill: isDrill, messages: messages,
                lastSent: try lastSent.map(time))
        }
        do throws(AlertRequest.Refusal) {
            let (request, notes) = try message.request(given: current)
            let mark = notes.isEmpty ? "" : " +\(notes.count)"
            func words(_ order: AlertOrder) -> String {
                "\(order.level.rawValue) \(order.effective.isoText.dropFirst(8)) - \(order.end?.isoText.dropFirst(8) ?? "open")"
            }
            switch request {
            case .begin(let order): return "begin \(words(order))\(mark)"
            case .change(let order): return "change \(words(order))\(mark)"
            case .extend(let end): return "extend \(end?.isoText.dropFirst(8) ?? "open")\(mark)"
            case .lift(let time): return "lift \(time.isoText.dropFirst(8))\(mark)"
            }
        } catch {
            return "\(error)".split(separator: "(").first.map(String.init) ?? ""
        }
    }

    @Test func alertsAndUpdates() throws {
        let orange = try Self.message(.alert, .orange, expires: "27 00:00")
        #expect(try Self.told(orange) == "begin orange 24 18:00 - 27 00:00")
        #expect(try Self.told(orange, .yellow) == "change orange 24 18:00 - 27 00:00")
        #expect(try Self.told(orange, .red) == "change orange 24 18:00 - 27 00:00")
        #expect(try Self.told(orange, .orange, until: "26 00:00") == "extend 27 00:00")
        #expect(try Self.told(orange, .orange, until: "28 00:00") == "lift 27 00:00")
        #expect(try Self.told(orange, .orange) == "extend 27 00:00")
        #expect(try Self.told(orange, .orange, until: "27 00:00") == "alreadySo")
        let open = try Self.message(.update, .orange)
        #expect(try Self.told(open) == "begin orange 24 18:00 - open +1")
        #expect(try Self.told(open, .orange, until: "26 00:00") == "extend open")
        #expect(try Self.told(open, .orange) == "alreadySo")
        #expect(try Self.told(open, .yellow, messages: ["A"]) == "change orange 24 18:00 - open +1")
        let known = try Self.message(.update, .orange, references: ["A"])
        #expect(try Self.told(known, .yellow, messages: ["A"]) == "change orange 24 18:00 - open")
    }

    @Test func beginningsAreNeverBeforeTheOrder() throws {
        let late = try Self.message(.alert, .red, onset: "24 12:00")
        #expect(try Self.told(late) == "begin red 24 15:00 - open +1")
        #expect(try Self.told(try Self.message(.alert, .red, onset: nil)) == "begin red 24 15:00 - open")
        let over = try Self.message(.alert, .red, expires: "24 14:00", onset: "24 12:00")
        #expect(try Self.told(over) == "overBeforeSent")
    }

    @Test func cancellations() throws {
        let cancel = try Self.message(.cancel, .orange, onset: nil, references: ["A"])
        #expect(try Self.told(cancel) == "nothingToLift")
        #expect(try Self.told(cancel, .orange) == "lift 24 15:00")
        #expect(try Self.told(cancel, .yellow) == "lift 24 15:00 +1")
        #expect(try Self.told(cancel, .orange, messages: ["A", "B"]) == "lift 24 15:00")
        #expect(try Self.told(cancel, .orange, messages: ["B"]) == "liftsAnother")
        let later = try Self.message(.cancel, nil, onset: "25 08:00")
        #expect(try Self.told(later, .orange) == "lift 25 08:00")
        let bare = try Self.message(.cancel, nil, references: ["A"], hasContent: false)
        #expect(try Self.told(bare, .orange, messages: ["A"]) == "lift 24 15:00")
        #expect(try Self.told(bare, .orange) == "liftsAnother")
    }

    @Test func whatAsksForNothing() throws {
        #expect(try Self.told(try Self.message(.acknowledgement, .red)) == "notAnOrder")
        #expect(try Self.told(try Self.message(.error, .red)) == "notAnOrder")
        for status in [AlertMessage.Status.test, .draft, .system] {
            #expect(try Self.told(try Self.message(.alert, .red, status: status)) == "notForActing")
        }
        #expect(try Self.told(try Self.message(.alert, .blue)) == "noSuchLevel")
        #expect(try Self.told(try Self.message(.update, .blue), .yellow) == "noSuchLevel")
        let red = try Self.message(.alert, .red)
        #expect(try Self.told(red, .orange, messages: ["N"]) == "alreadyDone")
        #expect(try Self.told(red, .orange, lastSent: "24 15:01") == "outdated")
        #expect(try Self.told(red, .orange, lastSent: "24 15:00") == "change red 24 18:00 - open")
        #expect(try Self.told(red, .orange, isDrill: true) == "drillMismatch")
        let drill = try Self.message(.alert, .red, status: .exercise)
        #expect(drill.isDrill)
        #expect(try Self.told(drill, .orange) == "drillMismatch")
        #expect(try Self.told(drill) == "begin red 24 18:00 - open")
    }
}
