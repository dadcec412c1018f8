import Diagnostics
import PlanModel
import RosterCases
import Solving
@testable import Staffing
import Testing

/// What would close open seats: every kind alone, then whatever is told of made-up sub-districts.
struct RemedyTests {
    private static let place = SourceSpan(wholeOf: SourceFile(path: "t", bytes: []))
    private static let first = CivilDate(dayNumber: 20_790)
    private static let day = Shift(
        id: named("day"), title: "白班", from: 480, to: 1200, isNight: false)
    private static let night = Shift(
        id: named("night"), title: "夜班", from: 1200, to: 480, isNight: true)

    private static func named<Owner>(_ text: String) -> Located<Identifier<Owner>> {
        Located(Identifier(text), at: place)
    }

    private static func person(
        _ name: String, posts: [String] = ["guard"], knows: [String] = [], skills: [String] = [],
        leave: [DateRange] = []
    ) -> Person {
        Person(
            id: named(name), name: name, phone: "010-00000001", posts: posts.map { named($0) },
            community: nil, knows: knows.map { Located($0, at: place) }, skills: skills.map { named($0) },
            leave: leave, joined: nil, left: nil)
    }

    private static func crew(
        _ shift: Shift, _ day: Int, post: String = "guard", seats: Int = 1, community: String? = nil,
        skill: String? = nil
    ) -> CrewNeed {
        let post = Post(
            id: named(post), title: post, per: community == nil ? .subDistrict : .community,
            need: PerLevel(repeating: seats), shifts: nil, local: community == nil ? 0 : 1,
            skills: skill.map { [Post.SkillNeed(skill: named($0), count: 1)] } ?? [])
        return CrewNeed(
            slot: DutySlot(
                occurrence: ShiftOccurrence(shift: shift, date: first + day), post: post,
                place: community.map { .community($0) } ?? .subDistrict), seats: seats)
    }

    private static func rules(
        rest: Int = 11, mostShifts: Int = 5, nights: Int = 2, dayAfterNight: Bool = true
    ) -> DutyRules.RestRules {
        DutyRules.RestRules(
            rest: Span(minutes: rest * 60), mostShifts: mostShifts, within: Span(minutes: 7 * 1440),
            consecutiveNights: nights, dayAfterNight: dayAfterNight)
    }

    private func problem(
        _ people: [Person], _ crews: [CrewNeed], _ rules: DutyRules.RestRules = rules(),
        pairs: [StaffingProblem.Pair] = []
    ) -> StaffingProblem {
        StaffingProblem(
            people: people, crews: crews, calendar: HolidayCalendar([]), rules: rules, weights: .even,
            pairs: pairs)
    }

    private func remedies(_ problem: StaffingProblem) -> RosterRemedies? {
        let limits = Program.Limits(seconds: 20)
        return RosterRemedies(for: RosterSearch(problem, within: limits), within: limits)
    }

    /// What is told, in Chinese, with the seats that it closes.
    private func told(_ problem: StaffingProblem) throws -> [String] {
        try #require(remedies(problem)).all.map { "\($0.change.text.chinese) \($0.closedSeats)" }
    }

    @Test func nothingIsToldWhenNothingIsOpen() {
        #expect(remedies(problem([Self.person("甲")], [Self.crew(Self.day, 0)])) == nil)
    }

    @Test func somebodyWhoHoldsAnotherPost() throws {
        let idle = problem(
            [Self.person("甲", posts: ["other"]), Self.person("乙", posts: [])], [Self.crew(Self.day, 0)])
        #expect(try told(idle) == ["由甲兼任guard 1", "由乙兼任guard 1", "再配 guard 1 名 1"])
    }

    @Test func noMoreThanThreeOfAKindAreListed() throws {
        let idle = problem((1...5).map { Self.person("甲\($0)", posts: []) }, [Self.crew(Self.day, 0)])
        #expect(
            try told(idle) == [
                "由甲1兼任guard 1", "由甲2兼任guard 1", "由甲3兼任guard 1", "再配 guard 1 名 1",
            ])
    }

    @Test func leavePausesOnTheShiftsDaysAlone() throws {
        let away = DateRange(first: Self.first + -1, last: Self.first + 3)
        let open = problem([Self.person("甲", leave: [away])], [Self.crew(Self.day, 1)])
        #expect(
            try told(open) == ["甲 \((Self.first + 1).isoText) 白班暂停休假 1", "再配 guard 1 名 1"])
        let two = problem(
            [Self.person("甲", leave: [away])], [Self.crew(Self.day, 0), Self.crew(Self.day, 2)])
        #expect(
            try told(two) == [
                "再配 guard 1 名 2", "甲 \(Self.first.isoText) 白班暂停休假 1",
                "甲 \((Self.first + 2).isoText) 白班暂停休假 1",
            ])
    }

    @Test func pairsOfBothKinds() throws {
        let people = [Self.person("甲"), Self.person("乙")]
        let apart = problem(
            people, [Self.crew(Self.day, 0, seats: 2)],
            pairs: [StaffingProblem.Pair(kind: .apart, first: 0, second: 1)])
        #expect(try told(apart) == ["这次不按“不同班”：甲、乙 1", "再配 guard 1 名 1"])
        let together = problem(
            people, [Self.crew(Self.day, 0)],
            pairs: [StaffingProblem.Pair(kind: .together, first: 0, second: 1)])
        #expect(try told(together) == ["这次不按“同班同组”：甲、乙 1", "再配 guard 1 名 1"])
    }

    @Test func somebodyLearnsAPlaceOrASkill() throws {
        let place = problem([Self.person("甲")], [Self.crew(Self.day, 0, community: "示例社区")])
        #expect(try told(place) == ["让甲熟悉示例社区 1", "再配 guard 1 名（熟悉示例社区） 1"])
        let skill = problem([Self.person("甲")], [Self.crew(Self.day, 0, skill: "driver")])
        #expect(try told(skill) == ["让甲学会“driver” 1", "再配 guard 1 名（会“driver”） 1"])
    }

    @Test func shiftsAndNights() throws {
        let shifts = problem(
            [Self.person("甲")], (0..<4).map { Self.crew(Self.day, $0) }, Self.rules(mostShifts: 2))
        #expect(try told(shifts) == ["再配 guard 1 名 2", "7 天内最多 4 班 2"])
        let one = problem(
            [Self.person("甲")], (0..<3).map { Self.crew(Self.day, $0) }, Self.rules(mostShifts: 2))
        #expect(try told(one) == ["再配 guard 1 名 1", "7 天内最多 3 班 1"])
        let nights = problem(
            [Self.person("甲")], (0..<3).map { Self.crew(Self.night, $0) }, Self.rules(nights: 2))
        #expect(try told(nights) == ["再配 guard 1 名 1", "最多连续 3 个夜班 1"])
    }

    @Test func restInWholeHoursAndNoShorterThanItMust() throws {
        // From 20:00 to 06:00 lie ten hours.
        let early = Shift(id: Self.named("early"), title: "早班", from: 360, to: 720, isNight: false)
        let open = problem(
            [Self.person("甲")], [Self.crew(Self.day, 0), Self.crew(early, 1)], Self.rules(rest: 11))
        #expect(try told(open) == ["再配 guard 1 名 1", "两班之间休息 10 小时 1"])
    }

    @Test func aDayAfterANight() throws {
        let evening = Shift(id: Self.named("evening"), title: "晚班", from: 1140, to: 1380, isNight: false)
        let open = problem(
            [Self.person("甲")], [Self.crew(Self.night, 0), Self.crew(evening, 1)],
            Self.rules(dayAfterNight: false))
        #expect(try told(open) == ["再配 guard 1 名 1", "夜班后当天可接白班 1"])
    }

    @Test func asManyAsCloseAPostAndTheFewestByPost() throws {
        let short = problem(
            [], [Self.crew(Self.day, 0, seats: 3), Self.crew(Self.day, 0, post: "lead", seats: 2)])
        let remedies = try #require(self.remedies(short))
        #expect(
            try told(short) == [
                "再配 guard 3 名 3", "再配 lead 2 名 2", "再配 guard 1 名 1", "再配 lead 1 名 1",
            ])
        let together = try #require(remedies.combination)
        #expect(together.change.text.chinese == "再配 guard 3 名、lead 2 名")
        #expect(together.closesAll && together.isProven)
        let far = problem([], [Self.crew(Self.day, 0, seats: 11)])
        #expect(try told(far) == ["再配 guard 1 名 1"])
        #expect(try #require(self.remedies(far)).combination == nil)
    }

    @Test func aRosterThatMayBeBetterIsNotAskedAbout() throws {
        // The one time that the search has no time: what is open need not be.
        let open = problem([], [Self.crew(Self.day, 0)])
        let limits = Program.Limits(seconds: 0)
        let remedies = try #require(
            RosterRemedies(for: RosterSearch(open, within: limits), within: limits))
        #expect(!remedies.isKnown && remedies.all.isEmpty && remedies.combination == nil)
    }

    /// Each change is made by hand in a problem of its own, solved again, and judged.
    @Test(arguments: 0..<60 as Range<UInt64>)
    func everyRemedyTakesEffect(seed: UInt64) throws {
        let problem = RosterCase(.small, seed: seed).problem
        let limits = Program.Limits(seconds: 20)
        let search = RosterSearch(problem, within: limits)
        guard let remedies = RosterRemedies(for: search, within: limits) else {
            #expect(search.openCost == 0)
            return
        }
        #expect(remedies.isKnown && search.openCost > 0)
        for remedy in remedies.all + [remedies.combination].compactMap(\.self) {
            let changed = made(remedy.change, problem)
            let again = RosterSearch(changed, within: limits)
            let judged = RosterEvaluator(problem: changed, members: again.crewMembers)
            #expect(judged.faults().isEmpty, "\(seed): \(remedy.change.text.chinese)")
            #expect(judged.openCost <= search.openCost - remedy.gain)
            #expect(remedy.gain > 0 && remedy.closedSeats > 0)
            if remedy.closesAll { #expect(judged.openCost == 0) }
            guard remedy.isProven else { continue }
            if case .morePeople(let posts) = remedy.change {
                // The fewest: one less of any does not do.
                guard posts.count > 1 else { continue }
                for index in posts.indices {
                    var fewer = posts
                    fewer[index] = RosterRemedy.MorePeople(
                        post: posts[index].post, count: posts[index].count - 1,
                        communities: posts[index].communities)
                    let less = RosterSearch(made(.morePeople(fewer), problem), within: limits)
                    #expect(less.openCost > 0)
                }
            } else {
                #expect(judged.openCost == search.openCost - remedy.gain)
            }
        }
    }

    private func made(_ change: RosterRemedy.Change, _ problem: StaffingProblem) -> StaffingProblem {
        var (people, rules, pairs) = (problem.people, problem.rules, problem.pairs)
        func edit(_ who: Person, _ edit: (Person) -> Person) {
            people = people.map { $0.id.value == who.id.value ? edit($0) : $0 }
        }
        func rest(
            _ rest: Span? = nil, most: Int? = nil, nights: Int? = nil, dayAfterNight: Bool? = nil
        ) -> DutyRules.RestRules {
            DutyRules.RestRules(
                rest: rest ?? rules.rest, mostShifts: most ?? rules.mostShifts, within: rules.within,
                consecutiveNights: nights ?? rules.consecutiveNights,
                dayAfterNight: dayAfterNight ?? rules.dayAfterNight)
        }
        switch change {
        case .alsoHolds(let who, let post):
            edit(who) { edited($0, posts: $0.posts + [post.id]) }
        case .knows(let who, let name):
            edit(who) { edited($0, knows: $0.knows + [Located(name, at: Self.place)]) }
        case .learns(let who, let skill):
            edit(who) { edited($0, skills: $0.skills + [Located(skill, at: Self.place)]) }
        case .leavePaused(let who, let shift):
            edit(who) { one in
                let days = one.leave.flatMap { leave in
                    (leave.first.dayNumber...leave.last.dayNumber).map { CivilDate(dayNumber: $0) }
                }.filter { $0 < shift.days.first || shift.days.last < $0 }
                return edited(one, leave: days.map { DateRange(first: $0, last: $0) })
            }
        case .pairLifted(let kind, let one, let other):
            pairs.removeAll {
                $0.kind == kind && people[$0.first].id.value == one.id.value
                    && people[$0.second].id.value == other.id.value
            }
        case .morePeople(let posts):
            for want in posts {
                for number in 0..<want.count {
                    people.append(
                        Self.person(
                            "new-\(want.post.title)-\(number)", posts: [want.post.id.value.text],
                            knows: want.communities, skills: want.post.skills.map(\.skill.value.text)))
                }
            }
        case .mostShifts(let most, _): rules = rest(most: most)
        case .consecutiveNights(let most): rules = rest(nights: most)
        case .dayAfterNight: rules = rest(dayAfterNight: true)
        case .rest(let least): rules = rest(least)
        }
        let more = people.count - problem.people.count
        return StaffingProblem(
            people: people, crews: problem.crews, calendar: HolidayCalendar([]), rules: rules,
            weights: problem.weights, pairs: pairs, given: problem.given,
            prior: problem.prior + Array(repeating: [], count: more), swappedOut: problem.swappedOut)
    }

    private func edited(
        _ one: Person, posts: [Located<Identifier<Post>>]? = nil,
        knows: [Located<SubDistrict.Community>]? = nil, skills: [Located<Identifier<Skill>>]? = nil,
        leave: [DateRange]? = nil
    ) -> Person {
        Person(
            id: one.id, name: one.name, phone: one.phone, posts: posts ?? one.posts,
            community: one.community, knows: knows ?? one.knows, skills: skills ?? one.skills,
            leave: leave ?? one.leave, wishes: one.wishes, joined: one.joined, left: one.left)
    }
}
