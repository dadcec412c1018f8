import Diagnostics
import PlanModel
import Responding
import TestSupport
import Testing

/// What a response may be told next, as said by hand.
struct ResponseStateTests {
    private func time(_ text: String) throws -> CivilTime { try #require(CivilTime("2026-11-\(text)")) }

    private func begin(_ level: AlertLevel, _ effective: String, until: String? = nil) throws
        -> ResponseRecord
    {
        let order = ResponseOrder(
            .activate, level: level, issued: try time(effective) - Span(minutes: 120),
            effective: try time(effective), until: try until.map(time))
        return try ResponseRecord("r", [.of(order, try ResponseRecord.beginning(order), number: 1)])
    }

    private func order(
        _ kind: ResponseEvent.Kind, _ level: AlertLevel? = nil, at effective: String, issued: String? = nil,
        until: String? = nil
    ) throws -> ResponseOrder {
        ResponseOrder(
            kind, level: level, issued: try time(issued ?? effective), effective: try time(effective),
            until: try until.map(time))
    }

    private func add(_ order: ResponseOrder, to record: ResponseRecord) throws -> ResponseRecord {
        let state = try record.after(order)
        return try ResponseRecord(
            record.name, record.events + [.of(order, state, number: record.events.count + 1)])
    }

    @Test func aWholeEpisode() throws {
        var record = try begin(.orange, "24 18:00", until: "27 00:00")
        record = try add(order(.raise, .red, at: "25 12:00", issued: "25 09:00"), to: record)
        record = try add(order(.extend, at: "26 08:00", until: "28 00:00"), to: record)
        record = try add(order(.lower, .yellow, at: "27 00:00", issued: "26 20:00"), to: record)
        record = try add(order(.lift, at: "27 12:00", issued: "27 10:00"), to: record)
        let state = record.state
        #expect(
            state.stretches.map { "\($0.level.rawValue) \($0.start.isoText) \($0.end?.isoText ?? "")" } == [
                "orange 2026-11-24 18:00 2026-11-25 12:00", "red 2026-11-25 12:00 2026-11-27 00:00",
                "yellow 2026-11-27 00:00 2026-11-27 12:00",
            ])
        #expect(state.phase(at: try time("24 17:59")) == .coming(.orange))
        #expect(state.level(at: try time("25 11:59")) == .orange)
        #expect(state.level(at: try time("25 12:00")) == .red)
        #expect(state.phase(at: try time("27 12:00")) == .over)
        #expect(state.ending == .lifted)
    }

    @Test func whatMakesNoSenseIsRefused() throws {
        let record = try begin(.orange, "24 18:00", until: "27 00:00")
        func refused(_ order: ResponseOrder, of record: ResponseRecord, _ words: String) throws {
            let error = #expect(throws: OrderRefusal.self) { try record.after(order) }
            #expect(error?.message.english.contains(words) ?? false, "\(error?.message.english ?? "")")
        }
        try refused(order(.activate, .orange, at: "25 00:00"), of: record, "activated already")
        try refused(order(.raise, .yellow, at: "25 00:00"), of: record, "milder")
        try refused(order(.raise, .orange, at: "25 00:00"), of: record, "already")
        try refused(order(.lower, .red, at: "25 00:00"), of: record, "graver")
        try refused(order(.raise, .red, at: "24 17:00"), of: record, "lies before")
        try refused(order(.raise, .red, at: "25 10:00", issued: "24 15:59"), of: record, "lies before")
        try refused(order(.raise, .red, at: "25 10:00", issued: "25 11:00"), of: record, "lies before")
        try refused(order(.raise, .red, at: "27 00:00", issued: "26 11:00"), of: record, "ends at")
        try refused(order(.extend, at: "25 00:00", until: "26 00:00"), of: record, "no extension")
        try refused(order(.lift, at: "24 18:00", issued: "24 17:00"), of: record, "takes effect at")
        try refused(order(.lift, at: "27 01:00", issued: "26 17:00"), of: record, "cannot be lifted later")
        try refused(order(.extend, at: "27 00:00", until: "28 00:00"), of: record, "ended at")
        try refused(order(.revoke, at: "24 18:00"), of: record, "took effect")
        let lifted = try add(order(.lift, at: "25 12:00", issued: "25 10:00"), to: record)
        try refused(order(.raise, .red, at: "25 11:00"), of: lifted, "is lifted")
        try refused(order(.lift, at: "25 11:30"), of: lifted, "is lifted")
    }

    @Test func whatIsYetToComeCanBeTakenBack() throws {
        let start = try begin(.orange, "24 18:00")
        let raised = try add(order(.raise, .red, at: "26 00:00", issued: "25 09:00"), to: start)
        let back = try add(order(.revoke, at: "25 20:00"), to: raised)
        #expect(back.state.changes == start.state.changes)
        #expect(throws: OrderRefusal.self) { try back.after(order(.revoke, at: "25 21:00")) }
        let gone = try add(order(.revoke, at: "24 17:00"), to: start)
        #expect(gone.state.phase(at: try time("25 00:00")) == .over)
        #expect(gone.state.stretches.isEmpty)
        let lifted = try add(order(.lift, at: "25 12:00", issued: "25 10:00"), to: start)
        #expect(try lifted.after(order(.revoke, at: "25 11:00")).ending == nil)
        #expect(throws: OrderRefusal.self) { try lifted.after(order(.revoke, at: "25 12:00")) }
    }

    @Test func oneEpisodeIsOneResponse() throws {
        let history = ResponseHistory([try begin(.orange, "24 18:00", until: "27 00:00")])
        func isFree(_ effective: String, until: String? = nil, isDrill: Bool = false) throws -> Bool {
            let wanted = try order(.activate, .red, at: effective, until: until)
            do throws(OrderRefusal) {
                try history.requireFree(for: wanted, isDrill: isDrill)
                return true
            } catch { return false }
        }
        #expect(try !isFree("25 00:00"))
        #expect(try !isFree("23 00:00"))
        #expect(try isFree("23 00:00", until: "24 18:00"))
        #expect(try isFree("27 00:00"))
        #expect(try isFree("25 00:00", isDrill: true))
    }
}
