import Activating
import Diagnostics
import Foundation
import PlanModel
import PlanReading
import Solving
import Staffing
import TestSupport
import Testing

/// What becomes of a roster that people have been told, when the response is raised, lowered, extended or lifted, or
/// when somebody falls ill: judged from the two editions alone.
struct RosterChangeTests {
    private let start = "2026-11-24 18:00"

    private func book(_ change: (SourceFile) -> SourceFile = { $0 }) async throws -> PlanBook {
        let reading = await PlanReader.read(
            try planFiles(below: samplePlans).map(change), in: "Plans", on: sampleDay)
        #expect(!reading.hasErrors)
        return try #require(reading.book)
    }

    private func staff(
        _ book: PlanBook, _ level: AlertLevel, until: String, changing published: PublishedRoster? = nil,
        at now: String? = nil, earlier: [PublishedRoster] = [], only name: String = "月坛", seconds: Double = 5
    ) async throws -> StaffedResponse {
        let time = try #require(CivilTime(start))
        let end: CivilTime = try #require(CivilTime(until))
        var change: RosterBasis.Change?
        if let published, let now {
            change = RosterBasis.Change(published: published, now: try #require(CivilTime(now)))
        }
        return await StaffedResponse(
            book,
            order: AlertOrder(
                level: level, issued: time, effective: time, end: end, number: nil),
            provenance: .ofTests,
            basis: RosterBasis(
                earlier: earlier, change: change, limits: Program.Limits(seconds: seconds)),
            only: [Identifier(name)])
    }

    private func publish(_ response: StaffedResponse, _ edition: Int, _ time: String) throws
        -> PublishedRoster
    {
        response.published(as: "test", edition: edition, drawnUp: try #require(CivilTime(time)))
    }

    /// One seat as somebody was told of it.
    private struct Told: Hashable {
        let person: String
        let seat: String

        init(_ duty: PublishedRoster.Duty) {
            person = duty.person.text
            seat = "\(duty.date.isoText) \(duty.shift.text) \(duty.post.text) \(duty.at ?? "")"
        }
    }

    private func told(_ roster: PublishedRoster) -> Set<Told> {
        Set(roster.parts.flatMap(\.duties).map(Told.init))
    }

    /// The differences that the change lists are those between the editions, each side told once.
    private func checkChanges(_ response: StaffedResponse, _ old: PublishedRoster, _ new: PublishedRoster)
        throws
    {
        let changes = try #require(response.subDistricts.first).roster.changes
        let (gone, come) = (told(old).subtracting(told(new)), told(new).subtracting(told(old)))
        // Who was released in the middle of a shift has served so far, and stays in the record.
        let released = changes.compactMap(\.old).count
        #expect(released >= gone.count)
        #expect(changes.compactMap(\.new).count == come.count)
        for one in gone { #expect(changes.contains { $0.old?.id.text == one.person }) }
        for one in come { #expect(changes.contains { $0.new?.person.id.value.text == one.person }) }
    }

    /// What ended before the change is as it was, to the minute, and who was on duty then still is.
    private func checkServed(_ old: PublishedRoster, _ new: PublishedRoster, at time: String) throws {
        let now = try #require(CivilTime(time))
        let (before, after) = (old.parts.flatMap(\.duties), new.parts.flatMap(\.duties))
        let ended = before.filter { $0.end <= now }
        #expect(!ended.isEmpty)
        #expect(after.filter { $0.end <= now } == ended)
        let running = before.filter { $0.start < now && now < $0.end }
        for duty in running { #expect(after.contains { Told($0) == Told(duty) }, "\(duty.name) was on duty") }
    }

    /// A published roster and what becomes of it the next morning, judged as every change is.
    private func morning(
        _ before: AlertLevel, until: String, to after: AlertLevel, until end: String
    ) async throws -> (old: PublishedRoster, new: PublishedRoster, roster: DutyRoster) {
        let book = try await book()
        let old = try publish(try await staff(book, before, until: until), 1, start)
        let now = "2026-11-25 10:00"
        let changed = try await staff(book, after, until: end, changing: old, at: now)
        let new = try publish(changed, 2, now)
        try checkServed(old, new, at: now)
        try checkChanges(changed, old, new)
        return (old, new, try #require(changed.subDistricts.first).roster)
    }

    @Test func raisedTheNextMorning() async throws {
        let (old, new, roster) = try await morning(
            .yellow, until: "2026-11-28 12:00", to: .orange, until: "2026-11-28 12:00")
        // More posts and the same people: nobody who was told loses a duty where the solver has proven it.
        #expect(roster.search.isChangesLeast && roster.search.changesCome)
        #expect(told(old).isSubset(of: told(new)))
        #expect(roster.changes.allSatisfy { $0.kind == .added })
    }

    @Test func loweredTheNextMorningNobodyIsMovedAbout() async throws {
        let (old, new, roster) = try await morning(
            .orange, until: "2026-11-28 12:00", to: .yellow, until: "2026-11-28 12:00")
        #expect(roster.changes.allSatisfy { $0.kind == .released })
        #expect(told(new).isSubset(of: told(old)))
        #expect(roster.changes.contains { $0.old != nil })
    }

    @Test func extendedAndShortened() async throws {
        let book = try await book()
        let (old, extended, _) = try await morning(
            .yellow, until: "2026-11-26 12:00", to: .yellow, until: "2026-11-29 00:00")
        #expect(told(old).isSubset(of: told(extended)))

        let later = "2026-11-26 09:00"
        let lifted = try await staff(book, .yellow, until: later, changing: extended, at: later)
        let last = try publish(lifted, 3, later)
        try checkServed(extended, last, at: later)
        let roster = try #require(lifted.subDistricts.first).roster
        #expect(roster.changes.allSatisfy { $0.kind == .released && $0.new == nil })
        let end = try #require(CivilTime(later))
        #expect(
            last.parts.flatMap(\.duties).allSatisfy { $0.start < end }, "nothing is planned after the end")
        #expect(last.end == end)
    }

    /// As long as nothing changes, nothing changes.
    @Test func nobodyIsToldAnythingNewForNothing() async throws {
        let book = try await book()
        let old = try publish(try await staff(book, .orange, until: "2026-11-27 12:00"), 1, start)
        for now in ["2026-11-24 18:00", "2026-11-25 03:00", "2026-11-25 08:00", "2026-11-27 11:59"] {
            let same = try await staff(book, .orange, until: "2026-11-27 12:00", changing: old, at: now)
            #expect(try #require(same.subDistricts.first).roster.changes.isEmpty, "at \(now)")
            #expect(told(try publish(same, 2, now)) == told(old))
        }
    }

    /// Who falls ill is replaced, and no more people are moved than an exhaustive look finds needed: none, since
    /// each of those seats has somebody free.
    @Test func whoFallsIllIsReplacedAndNobodyElseMoves() async throws {
        let whole = try await book()
        let old = try publish(try await staff(whole, .yellow, until: "2026-11-28 12:00"), 1, start)
        let duties = old.parts.flatMap(\.duties)
        let now = "2026-11-25 07:00"
        let time = try #require(CivilTime(now))
        let patrols = duties.filter { $0.post.text == "patrol" && $0.start >= time }
        for ill in Set(patrols.map(\.person.text)).sorted().prefix(3) {
            let changed = try await book { file in
                guard file.path == "sub-districts/月坛/people.yaml" else { return file }
                let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                    line.contains("id: \(ill),") ? Self.onLeave(String(line)) : String(line)
                }
                return file.with(lines.joined(separator: "\n"))
            }
            let response = try await staff(
                changed, .yellow, until: "2026-11-28 12:00", changing: old, at: now)
            let roster = try #require(response.subDistricts.first).roster
            let lost = duties.filter { $0.person.text == ill && $0.start >= time }
            #expect(roster.openSeats == 0 && roster.search.isChangesLeast)
            #expect(roster.changes.count == lost.count, "\(ill)")
            #expect(roster.changes.allSatisfy { $0.kind == .replaced && $0.old?.id.text == ill })
            try checkChanges(response, old, try publish(response, 2, now))
        }
    }

    /// Before the order takes effect nobody is on duty, also in a shift that has its start behind it: who falls ill then
    /// is replaced like anybody, and nobody has served.
    @Test func nobodyIsOnDutyBeforeTheOrderTakesEffect() async throws {
        let whole = try await book()
        let old = try publish(try await staff(whole, .yellow, until: "2026-11-25 12:00"), 1, start)
        let first = old.parts.flatMap(\.duties).filter { $0.date.isoText == "2026-11-24" && !$0.isNight }
        let ill = try #require(first.first { $0.post.text == "patrol" }).person.text
        let changed = try await book { file in
            guard file.path == "sub-districts/月坛/people.yaml" else { return file }
            let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                line.contains("id: \(ill),")
                    ? Self.onLeave(String(line), "2026-11-24/2026-11-30") : String(line)
            }
            return file.with(lines.joined(separator: "\n"))
        }
        let response = try await staff(
            changed, .yellow, until: "2026-11-25 12:00", changing: old, at: "2026-11-24 17:00")
        let roster = try #require(response.subDistricts.first).roster
        #expect(roster.served.isEmpty && roster.assignments.allSatisfy { $0.origin != .running })
        #expect(!roster.assignments.contains { $0.person.id.value.text == ill })
        #expect(roster.changes.allSatisfy { $0.kind == .replaced && $0.old?.id.text == ill })
        #expect(!roster.changes.isEmpty)
        let lowered = try await staff(
            whole, .yellow, until: "2026-11-25 12:00", changing: old, at: "2026-11-24 17:00")
        #expect(try #require(lowered.subDistricts.first).roster.changes.isEmpty)
    }

    private static func onLeave(_ line: String, _ leave: String = "2026-11-25/2026-11-30") -> String {
        if line.contains("leave: [") { return line.replacing("leave: [", with: "leave: [\(leave), ") }
        guard let end = line.lastIndex(of: "}") else { return line }
        return line[..<end] + ", leave: [\(leave)]" + line[end...]
    }

    /// Who has served more before serves less now, and who came since is not made to catch up.
    @Test func earlierResponsesCountForFairness() async throws {
        let book = try await book()
        let first = try publish(try await staff(book, .yellow, until: "2026-11-28 12:00"), 1, start)
        let before = try shifted(first, days: -30)
        let response = try await staff(book, .yellow, until: "2026-11-28 12:00", earlier: [before])
        let shares = try #require(response.subDistricts.first).roster.shares
        let counts = before.parts.flatMap(\.duties).filter { !$0.isStandby }.reduce(into: [String: Int]()) {
            $0[$1.person.text, default: 0] += 1
        }
        let least = shares.map { counts[$0.person.id.value.text] ?? 0 }.min() ?? 0
        for share in shares {
            #expect(share.carried.shifts == (counts[share.person.id.value.text] ?? 0) - least)
        }
        // Counted together nobody stands further apart than without looking back.
        let blind = try await staff(book, .yellow, until: "2026-11-28 12:00")
        func squares(_ response: StaffedResponse) throws -> Int {
            try #require(response.subDistricts.first).roster.shares.reduce(0) { sum, share in
                let all = share.tally.shifts + (counts[share.person.id.value.text] ?? 0)
                return sum + all * all
            }
        }
        #expect(try squares(response) < squares(blind))
    }

    private func shifted(_ roster: PublishedRoster, days: Int) throws -> PublishedRoster {
        let span = Span(minutes: -days * 1440)
        return PublishedRoster(
            response: "earlier", edition: 1, level: roster.level, start: roster.start - span,
            end: roster.end - span, drawnUp: roster.drawnUp - span,
            parts: roster.parts.map { part in
                PublishedRoster.Part(
                    subDistrict: part.subDistrict, people: part.people,
                    duties: part.duties.map { duty in
                        PublishedRoster.Duty(
                            person: duty.person, name: duty.name, date: duty.date + days, shift: duty.shift,
                            title: duty.title, start: duty.start - span, end: duty.end - span,
                            isNight: duty.isNight, post: duty.post, postTitle: duty.postTitle, at: duty.at,
                            isStandby: duty.isStandby, isRestDay: duty.isRestDay, isHoliday: duty.isHoliday,
                            time: duty.time)
                    })
            })
    }
}
