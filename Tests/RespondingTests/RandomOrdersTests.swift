import Diagnostics
import PlanFiles
import PlanModel
import PlanReading
import Printing
import Responding
import TestSupport
import Testing

/// Orders in any order at any time: what is accepted tells one story, and the record tells the same.
struct RandomOrdersTests {
    /// What is in force in each hour, written apart from the program: an accepted order paints the hours from it on.
    private struct Hours {
        /// 0 for none, else the level from 1.
        var levels = Array(repeating: 0, count: 24 * 40)

        mutating func paint(_ level: Int, from start: Int, to end: Int) {
            for hour in start..<levels.count { levels[hour] = hour < end ? level : 0 }
        }
    }

    private static let base = CivilTime(CivilDate(dayNumber: 20_800), minuteOfDay: 0)

    private func time(_ hour: Int) -> CivilTime { Self.base + Span(minutes: hour * 60) }

    @Test(arguments: 1...300 as ClosedRange<UInt64>)
    func whatIsAcceptedIsOneStory(seed: UInt64) throws {
        var seeded = Seeded(seed)
        func random(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &seeded) }
        let levels = AlertLevel.allCases
        var record: ResponseRecord?
        var hours: [Hours] = [Hours()]
        var (end, level, lastEffective) = ([960], [0], [0])
        var (clock, refused) = (random(0...20), 0)
        for _ in 0..<40 {
            clock += random(-2...8)
            let kinds: [ResponseEvent.Kind] = [.activate, .raise, .lower, .extend, .lift, .revoke, .roster]
            let kind = kinds[random(0...6)]
            let effective = clock + random(-3...30)
            let until = random(0...2) == 0 ? nil : effective + random(-5...72)
            let wanted = random(0...2)
            let isWhole = kind == .revoke && random(0...3) == 0
            let order = ResponseOrder(
                kind, level: levels[wanted], issued: time(clock),
                effective: kind == .extend || kind == .revoke ? time(clock) : time(effective),
                until: kind == .extend
                    ? time(until ?? effective)
                    : kind == .activate || kind == .raise || kind == .lower ? until.map(time) : nil,
                isWhole: isWhole)
            let state: ResponseState
            do throws(OrderRefusal) {
                state = if let record { try record.after(order) } else { try ResponseRecord.beginning(order) }
            } catch {
                refused += 1
                continue
            }
            // An accepted order never changes what was in force before it came.
            let before = hours[hours.count - 1]
            var now = before
            switch kind {
            case .activate:
                now.paint(wanted + 1, from: effective, to: until ?? 960)
                push(until ?? 960, wanted + 1, effective)
            case .raise, .lower:
                // The level before goes on until then, also where the end that was known would have come sooner.
                now.paint(level[level.count - 1], from: lastEffective[level.count - 1], to: effective)
                now.paint(wanted + 1, from: effective, to: until ?? end[end.count - 1])
                push(until ?? end[end.count - 1], wanted + 1, effective)
            case .extend:
                now.paint(
                    level[level.count - 1], from: lastEffective[level.count - 1], to: until ?? effective)
                push(until ?? effective, level[level.count - 1], lastEffective[level.count - 1])
            case .lift:
                now.paint(0, from: effective, to: 960)
                // What would have come later is off with it.
                let index = lastEffective.lastIndex { $0 < effective } ?? 0
                push(effective, level[index], lastEffective[index])
            case .revoke where order.isWhole:
                hours = [Hours(), Hours()]
                (end, level, lastEffective) = ([960], [0], [0])
                now = hours.removeLast()
            case .revoke:
                hours.removeLast()
                end.removeLast()
                level.removeLast()
                lastEffective.removeLast()
                now = hours.removeLast()
            case .roster: hours.removeLast()
            }
            hours.append(now)
            func push(_ newEnd: Int, _ newLevel: Int, _ from: Int) {
                end.append(newEnd)
                level.append(newLevel)
                lastEffective.append(from)
            }
            for hour in 0..<max(0, min(clock, 960)) {
                #expect(now.levels[hour] == before.levels[hour], "\(kind) changed the past")
            }
            let events = record?.events ?? []
            record = try ResponseRecord("r", events + [.of(order, state, number: events.count + 1)])
            for hour in 0..<900 {
                let told =
                    state.level(at: time(hour)).flatMap { levels.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
                #expect(told == now.levels[hour], "hour \(hour) after \(events.count + 1) events, \(kind)")
            }
            try requireSound(state)
        }
        #expect(refused > 0)
        if let record { try requireReadBack(record) }
    }

    /// Levels follow each other without a gap, each for some time.
    private func requireSound(_ state: ResponseState) throws {
        let stretches = state.stretches
        for (one, next) in zip(stretches, stretches.dropFirst()) {
            #expect(one.end == next.start)
            #expect(one.level != next.level || one.start < next.start)
        }
        for stretch in stretches { #expect(stretch.end.map { stretch.start < $0 } ?? true) }
        #expect(state.ending == .revoked || stretches.last?.end == state.until)
    }

    /// Written down and read again, it is the same, and tells the same.
    private func requireReadBack(_ record: ResponseRecord) throws {
        var log = EventLog(
            path: "events.yaml", bytes: Array(ResponseEvent.yamlHead(of: "r").utf8))
        for event in record.events { log = log.appending(event.yaml) }
        #expect(log.fault == nil)
        let (read, findings) = ResponseEvent.read(log.file)
        #expect(findings.isEmpty, "\(findings.map(\.message.english))")
        let again = try ResponseRecord("r", try #require(read).events)
        #expect(again.state == record.state)
        #expect(again.events.map(\.yaml) == record.events.map(\.yaml))
    }
}
