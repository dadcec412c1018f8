import Diagnostics
import PlanModel
@testable import Staffing
import Testing

/// Every rule alone.
struct RuleTests {
    private static let place = SourceSpan(wholeOf: SourceFile(path: "t", bytes: []))
    private static let rest = DutyRules.RestRules(
        rest: Span(minutes: 660), mostShifts: 5, within: Span(minutes: 7 * 1440), consecutiveNights: 2)
    private static let day = Shift(
        id: Located(Identifier("day"), at: place), title: "白班", from: 480, to: 1200, isNight: false)
    private static let night = Shift(
        id: Located(Identifier("night"), at: place), title: "夜班", from: 1200, to: 480, isNight: true)
    private static let post = Post(
        id: Located(Identifier("guard"), at: place), title: "盯守人", per: .guarded,
        need: PerLevel(repeating: 1), shifts: nil)

    private func person(
        posts: [String] = ["guard"], leave: [(Int, Int)] = [], joined: Int? = nil, left: Int? = nil
    ) -> Person {
        Person(
            id: Located(Identifier("p"), at: Self.place), name: "示例甲", phone: "010-00000001",
            posts: posts.map { Located(Identifier($0), at: Self.place) }, community: nil,
            leave: leave.map {
                DateRange(first: CivilDate(dayNumber: $0.0), last: CivilDate(dayNumber: $0.1))
            },
            joined: joined.map { CivilDate(dayNumber: $0) }, left: left.map { CivilDate(dayNumber: $0) })
    }

    private func occurrence(_ shift: Shift, _ day: Int) -> ShiftOccurrence {
        ShiftOccurrence(shift: shift, date: CivilDate(dayNumber: day))
    }

    private func keptOut(_ person: Person, _ shift: Shift, _ day: Int, having: [ShiftOccurrence] = [])
        -> KeptOut?
    {
        question(person, shift, day, having: having).keptOut
    }

    private func question(
        _ person: Person, _ shift: Shift, _ day: Int, having: [ShiftOccurrence] = [], post: Post = Self.post,
        place: DutySlot.Place = .subDistrict, rest: DutyRules.RestRules = Self.rest
    ) -> DutyQuestion {
        var question = DutyQuestion(
            person: person,
            slot: DutySlot(occurrence: occurrence(shift, day), post: post, place: place), rules: rest)
        question.shifts = having
        return question
    }

    @Test func aFreePersonMayServe() {
        #expect(keptOut(person(), Self.day, 100) == nil)
    }

    @Test func onlyHoldersOfThePost() {
        guard case .holdsNotPost = keptOut(person(posts: ["patrol"]), Self.day, 100) else {
            Issue.record("let in"); return
        }
    }

    @Test func notBeforeJoiningNorAfterLeaving() {
        #expect(keptOut(person(joined: 100), Self.day, 100) == nil)
        guard case .notJoined = keptOut(person(joined: 101), Self.day, 100) else {
            Issue.record("let in"); return
        }
        #expect(keptOut(person(left: 100), Self.day, 100) == nil)
        // The night of the last day reaches into a day on which they are gone.
        guard case .hasLeft = keptOut(person(left: 100), Self.night, 100) else {
            Issue.record("let in"); return
        }
    }

    @Test func noShiftTouchesLeave() {
        guard case .onLeave = keptOut(person(leave: [(100, 100)]), Self.day, 100) else {
            Issue.record("let in"); return
        }
        guard case .onLeave = keptOut(person(leave: [(101, 103)]), Self.night, 100) else {
            Issue.record("let in"); return
        }
        #expect(keptOut(person(leave: [(101, 103)]), Self.day, 100) == nil)
        #expect(keptOut(person(leave: [(98, 99)]), Self.day, 100) == nil)
    }

    @Test func nobodyTwiceADay() {
        guard case .onDutyThatDay = keptOut(person(), Self.night, 100, having: [occurrence(Self.day, 100)])
        else {
            Issue.record("let in")
            return
        }
    }

    @Test func restLiesBetweenShiftsInBothDirections() {
        guard case .needsRest = keptOut(person(), Self.day, 101, having: [occurrence(Self.night, 100)]) else {
            Issue.record("let in")
            return
        }
        guard case .needsRest = keptOut(person(), Self.night, 100, having: [occurrence(Self.day, 101)]) else {
            Issue.record("let in")
            return
        }
        #expect(
            keptOut(person(), Self.night, 101, having: [occurrence(Self.night, 100)]) == nil,
            "twelve hours are enough")
    }

    @Test func noWindowHoldsTooManyShifts() {
        let five = (100...104).map { occurrence(Self.day, $0) }
        guard case .enoughShifts = keptOut(person(), Self.day, 106, having: five) else {
            Issue.record("let in"); return
        }
        #expect(keptOut(person(), Self.day, 107, having: five) == nil)
        let split = [100, 101, 103, 105, 106].map { occurrence(Self.day, $0) }
        guard case .enoughShifts = keptOut(person(), Self.day, 104, having: split) else {
            Issue.record("let in"); return
        }
    }

    @Test func nightsInARowAreFew() {
        let two = [100, 101].map { occurrence(Self.night, $0) }
        guard case .enoughNights = keptOut(person(), Self.night, 102, having: two) else {
            Issue.record("let in"); return
        }
        guard case .enoughNights = keptOut(person(), Self.night, 99, having: two) else {
            Issue.record("let in"); return
        }
        #expect(keptOut(person(), Self.night, 103, having: two) == nil)
        let around = [100, 102].map { occurrence(Self.night, $0) }
        guard case .enoughNights = keptOut(person(), Self.night, 101, having: around) else {
            Issue.record("let in"); return
        }
    }

    @Test func shiftsOfAResponseAreThoseThatOverlapIt() throws {
        let start = try #require(CivilTime("2026-11-24 18:00"))
        let end = try #require(CivilTime("2026-11-26 08:00"))
        let all = ShiftOccurrence.all(of: [Self.day, Self.night], from: start, to: end)
        #expect(
            all.map { "\($0.date.isoText) \($0.shift.title)" } == [
                "2026-11-24 白班", "2026-11-24 夜班", "2026-11-25 白班", "2026-11-25 夜班",
            ])
        let early = try #require(CivilTime("2026-11-24 02:00"))
        #expect(
            ShiftOccurrence.all(of: [Self.day, Self.night], from: early, to: start).map { $0.date.isoText }
                == [
                    "2026-11-23", "2026-11-24",
                ])
    }
}
