import Activating
import Diagnostics
import Foundation
import PlanModel
import PlanReading
import Solving
import Staffing
import TestSupport
import Testing

/// Sub-districts that lend each other people, judged by going through everybody's duties over the whole district.
struct LendingTests {
    private let start = "2026-11-24 18:00"

    /// Some sub-districts of the sample, with people missing at random in those that borrow.
    private func book(_ seed: UInt64, borrowers: [String: [String]]) async throws -> PlanBook {
        var seeded = Seeded(seed)
        let names = Set(borrowers.keys).union(borrowers.values.joined()).sorted()
        let files = try planFiles(below: samplePlans).compactMap { file -> SourceFile? in
            if file.path == "district.yaml" {
                let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
                let kept = lines.map {
                    $0.hasPrefix("subDistricts:")
                        ? "subDistricts: [\(names.joined(separator: ", "))]" : String($0)
                }
                return file.with(kept.joined(separator: "\n"))
            }
            guard file.path.hasPrefix("sub-districts/") else { return file }
            let name = file.path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
            guard names.contains(name) else { return nil }
            guard file.path.hasSuffix("people.yaml") else { return file }
            var lines = file.text.split(separator: "\n").filter { !$0.hasPrefix("borrowsFrom:") }
            guard let neighbours = borrowers[name] else { return file.with(lines.joined(separator: "\n")) }
            // What people have agreed would speak of some who are gone.
            lines = Array(lines.prefix { $0 != "pairs:" && $0 != "fixed:" && $0 != "swaps:" })
            lines = lines.filter { !$0.contains("- {") || Int.random(in: 0..<4, using: &seeded) > 0 }
            lines.append("borrowsFrom: [\(neighbours.joined(separator: ", "))]")
            return file.with(lines.joined(separator: "\n"))
        }
        let reading = await PlanReader.read(files, in: "Plans", on: sampleDay)
        #expect(!reading.hasErrors)
        return try #require(reading.book)
    }

    private func staff(
        _ book: PlanBook, lends: Bool, level: AlertLevel = .orange, until: String = "2026-11-25 20:00",
        changing published: PublishedRoster? = nil, at now: String? = nil,
        only name: Identifier<SubDistrict>? = nil
    ) async throws -> StaffedResponse {
        let time = try #require(CivilTime(start))
        let end: CivilTime = try #require(CivilTime(until))
        var change: RosterBasis.Change?
        if let published, let now {
            change = RosterBasis.Change(published: published, now: try #require(CivilTime(now)))
        }
        return await StaffedResponse(
            book, order: AlertOrder(level: level, issued: time, effective: time, end: end, number: nil),
            provenance: .ofTests,
            basis: RosterBasis(change: change, limits: Program.Limits(seconds: 30), lends: lends),
            only: name.map { [$0] })
    }

    private func publish(_ response: StaffedResponse, _ edition: Int = 1, _ time: String? = nil) throws
        -> PublishedRoster
    {
        response.published(
            as: "test", edition: edition, drawnUp: try #require(CivilTime(time ?? start)))
    }

    /// Four sub-districts; one of them both lends and borrows.
    private static let borrowers = ["牛街": ["广安门内", "大栅栏"], "椿树": ["牛街", "大栅栏"]]

    @Test(arguments: 0..<2 as Range<UInt64>)
    func noRuleIsBrokenAndNobodyIsTwiceAtOnce(seed: UInt64) async throws {
        let book = try await book(seed, borrowers: Self.borrowers)
        let (alone, lending) = (
            try await staff(book, lends: false), try await staff(book, lends: true)
        )
        #expect(lending.openSeats < alone.openSeats, "somebody is lent")
        for (without, with) in zip(alone.subDistricts, lending.subDistricts) {
            #expect(with.roster.openSeats <= without.roster.openSeats)
            // Own people of a lender leave no own seat for another's that was filled.
            let own = with.roster.assignments.count { $0.lender == nil }
            #expect(own == without.roster.assignments.count, "\(with.name.text)")
        }
        judge(lending)
        let again = try publish(try await staff(book, lends: true))
        #expect(try publish(lending).lentDuties == again.lentDuties)
    }

    /// Everybody's duties, wherever they serve.
    private func judge(_ response: StaffedResponse) {
        let (rules, book) = (response.book.duty.rest, response.book)
        var homes: [Identifier<Person>: Identifier<SubDistrict>] = [:]
        var people: [Identifier<Person>: Person] = [:]
        for name in book.district.subDistricts {
            for person in book.staff(of: name.value)?.people ?? [] {
                homes[person.id.value] = name.value
                people[person.id.value] = person
            }
        }
        var duties: [Identifier<Person>: [(DutyAssignment, Identifier<SubDistrict>)]] = [:]
        for part in response.subDistricts {
            for duty in part.roster.assignments {
                duties[duty.person.id.value, default: []].append((duty, part.name))
            }
            for crew in part.roster.crews { #expect(crew.members.count <= crew.seats) }
        }
        for (id, all) in duties {
            guard let person = people[id] else { continue }
            for (duty, here) in all {
                #expect(duty.lender == (homes[id] == here ? nil : homes[id]))
                if let lender = duty.lender {
                    let names = book.staff(of: here)?.borrowsFrom.map(\.value) ?? []
                    #expect(names.contains(lender), "only neighbours are asked")
                    #expect(person.holds(duty.slot.post.id.value))
                    #expect(!person.leave.contains { $0.overlaps(duty.slot.occurrence.days) })
                }
            }
            let shifts = all.filter { !$0.0.slot.post.isStandby }.map(\.0.slot.occurrence)
                .sorted { $0.start < $1.start }
            #expect(Set(shifts.map(\.date)).count == shifts.count, "\(person.name) twice on a day")
            for (earlier, later) in zip(shifts, shifts.dropFirst()) {
                #expect((later.start - earlier.end) >= rules.rest, "\(person.name) has no rest")
            }
            #expect(shifts.count <= rules.mostShifts)
            for stand in all.filter(\.0.slot.post.isStandby).map(\.0.slot.occurrence) {
                #expect(!shifts.contains { $0.overlaps(stand) }, "\(person.name) stands by on duty")
            }
        }
        // A patrol of two has one who knows the community, whoever comes.
        for part in response.subDistricts {
            for crew in part.roster.crews where crew.slot.post.local > 0 && crew.openSeats == 0 {
                guard case .community(let community) = crew.slot.place else { continue }
                #expect(crew.members.count { $0.person.knows(community) } >= crew.slot.post.local)
            }
        }
    }

    /// The lender's share has what it lends, and its hours.
    @Test func whoIsLentCarriesItAtHome() async throws {
        let response = try await staff(try await book(1, borrowers: Self.borrowers), lends: true)
        let rosters = response.subDistricts.map(\.roster)
        let borrowed = rosters.flatMap(\.assignments).filter { $0.lender != nil }
        #expect(!borrowed.isEmpty)
        #expect(rosters.flatMap(\.lending.lent).count == borrowed.count)
        for roster in rosters {
            for share in roster.shares {
                let id = share.person.id.value
                let all = rosters.flatMap { one in
                    one.assignments.filter { $0.person.id.value == id && !$0.slot.post.isStandby }
                        .map { one.hours(of: $0).length.minutes }
                }
                #expect(share.tally.shifts == all.count)
                #expect(share.tally.time.minutes == all.reduce(0, +))
            }
        }
    }

    /// What one sub-district is shown alone is what it is given among all.
    @Test func oneAloneIsLentTheSame() async throws {
        let book = try await book(2, borrowers: Self.borrowers)
        let whole = try publish(try await staff(book, lends: true))
        for name in ["椿树", "大栅栏"] {
            let alone = try publish(try await staff(book, lends: true, only: Identifier(name)))
            #expect(alone.parts.count == 1)
            #expect(alone.parts.first?.duties == whole.parts.first { $0.subDistrict.text == name }?.duties)
        }
    }

    /// On a change those who are lent stay, also in the middle of a shift; and who lends no more lets them finish it.
    @Test func whoIsLentStaysWhenNothingChanges() async throws {
        let book = try await book(0, borrowers: Self.borrowers)
        let old = try publish(try await staff(book, lends: true))
        #expect(!old.lentDuties.isEmpty)
        for now in [start, "2026-11-25 02:00", "2026-11-25 12:00"] {
            let same = try await staff(book, lends: true, changing: old, at: now)
            #expect(same.subDistricts.flatMap(\.roster.changes).isEmpty, "at \(now)")
            #expect(try publish(same, 2, now).lentDuties == old.lentDuties, "at \(now)")

            let alone = try await staff(book, lends: false, changing: old, at: now)
            let time = try #require(CivilTime(now))
            let left = try publish(alone, 2, now).lentDuties
            #expect(left == old.lentDuties.filter { $0.start < time }, "at \(now)")
        }
    }

    /// A second edition counts what people have served elsewhere, as the first counted what they would.
    @Test func sharesStandThroughAChange() async throws {
        let book = try await book(0, borrowers: Self.borrowers)
        let first = try await staff(book, lends: true)
        let second = try await staff(
            book, lends: true, changing: try publish(first), at: "2026-11-25 14:00")
        for (before, after) in zip(first.subDistricts, second.subDistricts) {
            let pairs = zip(before.roster.shares, after.roster.shares)
            for (one, other) in pairs { #expect(one.tally == other.tally, "\(one.person.name)") }
        }
    }
}

extension PublishedRoster {
    fileprivate var lentDuties: Set<Duty> { Set(parts.flatMap(\.duties).filter { $0.lender != nil }) }
}
