import Diagnostics
import PlanModel
package import Staffing

/// A made-up sub-district to be staffed, for tests and benchmarks; the same seed gives the same one.
package struct RosterCase {
    package let name: String
    package let problem: StaffingProblem

    package struct Size: Sendable {
        package let name: String
        let people: Int
        let days: Int
        let shifts: [Shift]
        let communities: Int
        let guarded: Int
        let officers: Int

        /// 8 people, 3 days, 2 shifts.
        package static let small = Size(
            name: "small", people: 8, days: 3, shifts: Shift.two, communities: 1, guarded: 0, officers: 1)
        /// 12 people, 7 days, 2 shifts.
        package static let week = Size(
            name: "week", people: 12, days: 7, shifts: Shift.two, communities: 1, guarded: 0, officers: 1)
        /// 20 people, 7 days, 2 shifts.
        package static let middle = Size(
            name: "middle", people: 20, days: 7, shifts: Shift.two, communities: 1, guarded: 1, officers: 1)
        /// 40 people, 14 days, 3 shifts.
        package static let large = Size(
            name: "large", people: 40, days: 14, shifts: Shift.three, communities: 2, guarded: 1, officers: 2)
        package static let all = [small, week, middle, large]
    }

    package init(_ size: Size, seed: UInt64) {
        name = "\(size.name)-\(seed)"
        problem = Maker(size, seed: seed).problem()
    }
}

/// SplitMix64: the same numbers from the same seed on every machine.
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// True once in so many times.
    mutating func isOne(in count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }
}

private let nowhere = SourceSpan(wholeOf: SourceFile(path: "made up", bytes: []))

private func named<Owner>(_ text: String) -> Located<Identifier<Owner>> {
    Located(Identifier(text), at: nowhere)
}

extension Shift {
    fileprivate static let two = [
        Shift(id: named("day"), title: "白班", from: 480, to: 1200, isNight: false),
        Shift(id: named("night"), title: "夜班", from: 1200, to: 480, isNight: true),
    ]
    fileprivate static let three = [
        Shift(id: named("early"), title: "早班", from: 480, to: 960, isNight: false),
        Shift(id: named("late"), title: "晚班", from: 960, to: 0, isNight: false),
        Shift(id: named("night"), title: "夜班", from: 0, to: 480, isNight: true),
    ]
}

private struct Maker {
    private let size: RosterCase.Size
    private var dice: Dice
    // A Thursday, so that weekends lie within.
    private let first = CivilDate(dayNumber: 20_790)
    private let communities: [String]

    init(_ size: RosterCase.Size, seed: UInt64) {
        self.size = size
        dice = Dice(state: seed &* 7919 &+ UInt64(size.people))
        communities = (1...size.communities).map { "示例\($0)社区" }
    }

    func problem() -> StaffingProblem {
        var maker = self
        return maker.make()
    }

    private mutating func make() -> StaffingProblem {
        let occurrences = (0..<size.days).flatMap { day in
            size.shifts.map { ShiftOccurrence(shift: $0, date: first + day) }
        }.sorted { $0.start < $1.start }
        let needed = crews(in: occurrences)
        let people = (0..<size.people).map { person($0) }
        let settled = given(needed, people)
        let burdens = people.map { _ in carried() }
        return StaffingProblem(
            people: people, crews: needed, calendar: calendar,
            rules: DutyRules.RestRules(
                rest: Span(minutes: 660), mostShifts: 5, within: Span(minutes: 7 * 1440),
                consecutiveNights: Int.random(in: 2...3, using: &dice),
                dayAfterNight: dice.isOne(in: 3)),
            weights: weights(), pairs: pairs(), given: settled, prior: people.map { _ in prior() },
            swappedOut: swappedOut(needed, settled),
            carried: burdens, published: published(needed, people))
    }

    private var calendar: HolidayCalendar {
        HolidayCalendar([
            HolidayYear(
                year: first.year, source: "示例", certainty: .sample,
                holidays: [.init(title: "示例节", days: DateRange(first: first + 4, last: first + 5))],
                workdays: [first + 2], place: nowhere)
        ])
    }

    private func post(
        _ id: String, _ per: Post.Place, _ need: Int, local: Int = 0, skills: [Post.SkillNeed] = [],
        isStandby: Bool = false
    ) -> Post {
        Post(
            id: named(id), title: id, per: per, need: PerLevel(repeating: need), shifts: nil, local: local,
            skills: skills, isStandby: isStandby)
    }

    private mutating func crews(in occurrences: [ShiftOccurrence]) -> [CrewNeed] {
        let driver = Post.SkillNeed(skill: named("driver"), count: 1)
        let lead = post("lead", .subDistrict, 1)
        let officer = post("officer", .subDistrict, size.officers)
        let patrol = post(
            "patrol", .community, size.people < 10 ? 1 : 2, local: dice.isOne(in: 4) ? 0 : 1,
            skills: dice.isOne(in: 3) ? [driver] : [])
        let guardPost = post("guard", .guarded, 1)
        let deputy = post("deputy", .guarded, 1, isStandby: true)
        var crews: [CrewNeed] = []
        for occurrence in occurrences {
            func add(_ post: Post, _ place: DutySlot.Place) {
                crews.append(
                    CrewNeed(
                        slot: DutySlot(occurrence: occurrence, post: post, place: place),
                        seats: post.need[.orange]))
            }
            add(lead, .subDistrict)
            add(officer, .subDistrict)
            if !occurrence.shift.isNight || dice.isOne(in: 3) {
                for community in communities { add(patrol, .community(community)) }
            }
            for number in 0..<size.guarded {
                add(guardPost, .guarded(id: "G-\(number)", name: "示例工地"))
                add(deputy, .guarded(id: "G-\(number)", name: "示例工地"))
            }
        }
        return crews
    }

    private mutating func person(_ number: Int) -> Person {
        var posts: [Located<Identifier<Post>>] = []
        if number % 4 == 0 { posts.append(named("lead")) }
        if number % 4 < 2 || dice.isOne(in: 5) { posts.append(named("officer")) }
        if number % 4 > 0 { posts += [named("patrol"), named("guard"), named("deputy")] }
        var leave: [DateRange] = []
        if dice.isOne(in: 6) {
            let day = first + Int.random(in: 0..<size.days, using: &dice)
            leave.append(DateRange(first: day, last: day + Int.random(in: 0...2, using: &dice)))
        }
        var off: [DateRange] = []
        if dice.isOne(in: 3) {
            let day = first + Int.random(in: 0..<size.days, using: &dice)
            off.append(DateRange(first: day, last: day))
        }
        let home = dice.isOne(in: 5) ? nil : communities.randomElement(using: &dice)
        return Person(
            id: named("p\(number)"), name: "示例\(number)", phone: "010-00000000", posts: posts,
            community: home.map { Located($0, at: nowhere) },
            skills: dice.isOne(in: 2) ? [named("driver")] : [], leave: leave,
            wishes: Person.Wishes(off: off, shifts: dice.isOne(in: 6) ? [size.shifts[0].id] : []),
            joined: dice.isOne(in: 12) ? first + 1 : nil,
            left: dice.isOne(in: 15) ? first + size.days / 2 : nil)
    }

    private mutating func carried() -> DutyTally {
        var tally = DutyTally()
        tally.shifts = Int.random(in: 0...4, using: &dice)
        tally.nights = Int.random(in: 0...tally.shifts, using: &dice)
        tally.restDays = Int.random(in: 0...tally.shifts, using: &dice)
        tally.holidays = Int.random(in: 0...1, using: &dice)
        tally.standby = Int.random(in: 0...1, using: &dice)
        return tally
    }

    private mutating func prior() -> [ShiftOccurrence] {
        guard dice.isOne(in: 4), let shift = size.shifts.randomElement(using: &dice) else { return [] }
        return [ShiftOccurrence(shift: shift, date: first + Int.random(in: -3...(-1), using: &dice))]
    }

    private mutating func pairs() -> [StaffingProblem.Pair] {
        guard size.people >= 20 || dice.isOne(in: 3) else { return [] }
        return [
            StaffingProblem.Pair(kind: .apart, first: 1, second: 2),
            StaffingProblem.Pair(kind: .together, first: 3, second: 7),
        ]
    }

    private mutating func given(_ crews: [CrewNeed], _ people: [Person]) -> [StaffingProblem.Seat] {
        guard dice.isOne(in: 2), let crew = crews.indices.randomElement(using: &dice),
            let person = people.indices.randomElement(using: &dice)
        else { return [] }
        return [StaffingProblem.Seat(person: person, crew: crew)]
    }

    private mutating func swappedOut(_ crews: [CrewNeed], _ given: [StaffingProblem.Seat]) -> Set<
        StaffingProblem.Turn
    > {
        guard dice.isOne(in: 3), let crew = crews.randomElement(using: &dice) else { return [] }
        let person = Int.random(in: 0..<size.people, using: &dice)
        guard !given.contains(where: { $0.person == person }) else { return [] }
        return [StaffingProblem.Turn(person: person, shift: crew.slot.occurrence)]
    }

    /// Something that holds most posts already, as after a change of level.
    private mutating func published(_ crews: [CrewNeed], _ people: [Person]) -> [StaffingProblem.Seat] {
        guard dice.isOne(in: 3) else { return [] }
        return crews.indices.compactMap { crew in
            guard !dice.isOne(in: 4) else { return nil }
            let holders = people.indices.filter { people[$0].holds(crews[crew].slot.post.id.value) }
            return holders.randomElement(using: &dice).map { StaffingProblem.Seat(person: $0, crew: crew) }
        }
    }

    private mutating func weights() -> RosterWeights {
        RosterWeights(
            shifts: Int.random(in: 1...10, using: &dice), nights: Int.random(in: 0...5, using: &dice),
            restDays: Int.random(in: 0...5, using: &dice), holidays: Int.random(in: 0...5, using: &dice),
            standby: 1, wishes: Int.random(in: 0...5, using: &dice),
            away: Int.random(in: 0...3, using: &dice),
            changes: dice.isOne(in: 2) ? Int.random(in: 1...6, using: &dice) : nil)
    }
}
