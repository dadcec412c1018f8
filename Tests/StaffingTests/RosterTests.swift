import Activating
import Diagnostics
import Foundation
import PlanModel
import PlanReading
import Solving
@testable import Staffing
import TestSupport
import Testing

/// The sample district's rosters, and those of plans with people taken away at random.
struct RosterTests {
    private func respond(
        _ files: [SourceFile], _ level: AlertLevel, _ effective: String = "2026-11-24 18:00",
        until: String? = nil
    ) async throws -> StaffedResponse {
        let reading = await PlanReader.read(files, in: "Plans", on: sampleDay)
        #expect(!reading.hasErrors)
        let time = try #require(CivilTime(effective))
        let order = AlertOrder(
            level: level, issued: time, effective: time, end: try until.map { try #require(CivilTime($0)) },
            number: nil)
        return await StaffedResponse(
            try #require(reading.book), order: order,
            provenance: .ofTests,
            // The rules hold however short the search; how good it is is judged elsewhere.
            basis: RosterBasis(limits: Program.Limits(seconds: 0)))
    }

    @Test(arguments: AlertLevel.allCases)
    func theSampleIsStaffedButForTwoSubDistricts(level: AlertLevel) async throws {
        let response = try await respond(try planFiles(below: samplePlans), level)
        for part in response.subDistricts { check(part.roster, response.book) }
        let short = Set(response.openShifts.map(\.name.text))
        #expect(short.isSubset(of: ["椿树", "牛街"]), "\(short)")
        #expect(short.contains("椿树"))
    }

    /// People missing at random, longer responses, odd starts: no rule is ever broken, no seat ever lost.
    @Test(arguments: 0..<4 as Range<UInt64>)
    func rulesHoldWhoeverIsThere(seed: UInt64) async throws {
        var seeded = Seeded(seed)
        let files = try planFiles(below: samplePlans).map { file in
            guard file.path.hasSuffix("people.yaml") else { return file }
            // What people have agreed would speak of some who are gone.
            let lines = file.text.split(separator: "\n").prefix { $0 != "pairs:" }
            let kept = lines.filter { !$0.contains("- {") || Int.random(in: 0..<3, using: &seeded) > 0 }
            return file.with(kept.joined(separator: "\n"))
        }
        let hour = Int.random(in: 10...23, using: &seeded)
        let until = seed % 2 == 0 ? nil : "2026-12-0\(Int.random(in: 1...5, using: &seeded)) 12:00"
        let response = try await respond(
            files, AlertLevel.allCases[Int(seed % 3)], "2026-11-24 \(hour):00", until: until)
        for part in response.subDistricts { check(part.roster, response.book) }
        #expect(!response.openShifts.isEmpty)
    }

    private func check(_ roster: DutyRoster, _ book: PlanBook) {
        let rules = book.duty.rest
        let staff = book.staff(of: roster.subDistrict)?.people ?? []
        #expect(
            roster.assignments.count + roster.openSeats == roster.seats, "every seat is filled or open")
        for crew in roster.crews {
            let open = roster.open.filter { $0.slot == crew.slot }.map(\.seats)
            #expect(open == (crew.openSeats > 0 ? [crew.openSeats] : []))
        }
        for open in roster.open {
            #expect(open.reasons.map(\.person.id.value) == staff.map(\.id.value), "a reason for every person")
        }
        for person in staff {
            let own = roster.assignments.filter {
                $0.person.id.value == person.id.value && !$0.slot.post.isStandby
            }.map(\.slot)
            let shifts = own.map(\.occurrence).sorted { $0.start < $1.start }
            #expect(own.allSatisfy { person.holds($0.post.id.value) })
            #expect(Set(shifts.map(\.date)).count == shifts.count, "nobody twice on a day")
            for (earlier, later) in zip(shifts, shifts.dropFirst()) {
                #expect((later.start - earlier.end) >= rules.rest, "rest is kept")
            }
            for shift in shifts {
                #expect(!person.leave.contains { $0.overlaps(shift.days) }, "nobody on leave serves")
                let window = shifts.filter {
                    shift.start <= $0.start && $0.start < shift.start + rules.within
                }
                #expect(window.count <= rules.mostShifts)
                let nights = (0...rules.consecutiveNights).map { shift.date + $0 }
                #expect(
                    !nights.allSatisfy { night in shifts.contains { $0.shift.isNight && $0.date == night } })
            }
        }
    }

    @Test func everyGuardedPlaceHasAGuardSeatInEveryShift() async throws {
        let response = try await respond(try planFiles(below: samplePlans), .red)
        for part in response.subDistricts {
            let sources = response.activation.sources(of: part.name).filter(\.isGuarded).map {
                $0.source.id.value.text
            }
            let enterprises = response.activation.enterprises(of: part.name).filter(\.isGuarded).map {
                $0.enterprise.id.value.text
            }
            for occurrence in part.roster.occurrences {
                let seats = part.roster.crews(in: occurrence).filter { !$0.slot.post.isStandby }.compactMap {
                    crew in
                    if case .guarded(let id, _) = crew.slot.place { id } else { nil }
                }
                #expect(seats.sorted() == (sources + enterprises).sorted())
            }
        }
    }

    /// Each round goes past every activated source of the sub-district exactly once, by community and address.
    @Test(arguments: AlertLevel.allCases)
    func roundsCoverEveryActivatedSourceOnce(level: AlertLevel) async throws {
        let response = try await respond(try planFiles(below: samplePlans), level)
        for part in response.subDistricts {
            let expected =
                response.activation.enterprises(of: part.name).map { $0.enterprise.id.value.text }
                + response.activation.sources(of: part.name).filter(\.isActivated).map {
                    $0.source.id.value.text
                }
            #expect(part.checklist.stops.map(\.id).sorted() == expected.sorted())
            #expect(!part.checklist.rounds.isEmpty)
            let communities = try #require(response.book.list(of: part.name)).communities
            #expect(
                part.checklist.communities.map(\.community)
                    == communities.filter { community in
                        part.checklist.communities.contains { $0.community == community }
                    })
            for walk in part.checklist.communities {
                #expect(walk.stops.allSatisfy { $0.community == walk.community && !$0.items.isEmpty })
                // Those that are on no map come last, by address.
                let unknown = walk.stops.drop { $0.location != nil }
                #expect(unknown.allSatisfy { $0.location == nil })
                for (first, second) in zip(unknown, unknown.dropFirst()) {
                    #expect(!NaturalOrder.comesFirst(second.address, first.address))
                }
            }
            for round in part.checklist.rounds {
                #expect((round.verifyBy - round.start).minutes == 24 * 60)
                #expect((round.feedbackBy - round.start).minutes == 7 * 24 * 60)
                #expect(round.start >= part.roster.start)
                #expect(round.teams.map(\.community) == communities)
            }
        }
    }

    @Test(arguments: [("路 3 号", "路 10 号"), ("路 3 号", "路 3 号院"), ("东街 2 号", "西街 1 号"), ("路 03 号甲", "路 4 号")])
    func addressesAreInCountingOrder(first: String, second: String) {
        #expect(NaturalOrder.comesFirst(first, second))
        #expect(!NaturalOrder.comesFirst(second, first))
    }
}
