import Diagnostics
import PlanModel
@testable import Staffing
import Testing

/// The rules about what people know, agree on and stand by for, every one alone.
struct AgreedRuleTests {
    private static let place = SourceSpan(wholeOf: SourceFile(path: "t", bytes: []))
    private static let day = Shift(id: named("day"), title: "白班", from: 480, to: 1200, isNight: false)
    private static let early = Shift(id: named("early"), title: "早班", from: 360, to: 840, isNight: false)
    private static let noon = Shift(id: named("noon"), title: "中班", from: 840, to: 1320, isNight: false)
    private static let night = Shift(id: named("night"), title: "夜班", from: 1200, to: 480, isNight: true)

    private static func named<Owner>(_ text: String) -> Located<Identifier<Owner>> {
        Located(Identifier(text), at: place)
    }

    private static func person(_ id: String, knows: [String] = [], skills: [String] = []) -> Person {
        Person(
            id: named(id), name: "示例\(id)", phone: "010-00000001", posts: [named("patrol")],
            community: knows.first.map { Located($0, at: place) },
            knows: knows.dropFirst().map { Located($0, at: place) }, skills: skills.map { named($0) },
            leave: [], joined: nil, left: nil)
    }

    private static func post(local: Int = 0, skills: [(String, Int)] = [], standby: Bool = false) -> Post {
        Post(
            id: named("patrol"), title: "巡查员", per: .community, need: PerLevel(repeating: 2), shifts: nil,
            local: local, skills: skills.map { Post.SkillNeed(skill: named($0.0), count: $0.1) },
            isStandby: standby)
    }

    private static func occurrence(_ shift: Shift, _ day: Int) -> ShiftOccurrence {
        ShiftOccurrence(shift: shift, date: CivilDate(dayNumber: day))
    }

    /// For the day shift of day 100 in 示例社区, where nothing else keeps anybody out.
    private static func question(
        _ person: Person = person("甲"), _ post: Post = post(), shift: ShiftOccurrence = occurrence(day, 100),
        dayAfterNight: Bool = false
    ) -> DutyQuestion {
        DutyQuestion(
            person: person, slot: DutySlot(occurrence: shift, post: post, place: .community("示例社区")),
            rules: DutyRules.RestRules(
                rest: Span(minutes: 0), mostShifts: 9, within: Span(minutes: 7 * 1440), consecutiveNights: 9,
                dayAfterNight: dayAfterNight))
    }

    /// The reasons by which somebody is kept out, as they are told.
    private static func reasons(_ question: DutyQuestion) -> [String] {
        question.everyReason.map(\.text.chinese)
    }

    @Test func whoSwappedTheShiftAwayStaysAway() {
        var question = Self.question()
        #expect(question.keptOut == nil)
        question.isSwappedOut = true
        #expect(Self.reasons(question) == ["已换班，由他人顶替"])
    }

    @Test func noDayRightAfterANight() {
        var question = Self.question()
        question.shifts = [Self.occurrence(Self.night, 99)]
        #expect(Self.reasons(question) == ["与 1970-04-10 夜班夜白相连"])
        var allowed = Self.question(dayAfterNight: true)
        allowed.shifts = question.shifts
        #expect(allowed.keptOut == nil)
        question.shifts = [Self.occurrence(Self.night, 98)]
        #expect(question.keptOut == nil)
        // The night after the day is asked about from the other side.
        var night = Self.question(shift: Self.occurrence(Self.night, 99))
        night.shifts = [Self.occurrence(Self.day, 100)]
        #expect(Self.reasons(night) == ["与 1970-04-11 白班夜白相连"])
        // A night may follow a night, and a late shift starts on the day too.
        night.shifts = [Self.occurrence(Self.night, 100)]
        #expect(night.keptOut == nil)
        var late = Self.question(shift: Self.occurrence(Self.noon, 100))
        late.shifts = [Self.occurrence(Self.night, 99)]
        #expect(Self.reasons(late) == ["与 1970-04-10 夜班夜白相连"])
    }

    @Test func whoStandsByIsNowhereElseThen() {
        var standby = Self.question(Self.person("甲"), Self.post(standby: true))
        #expect(standby.keptOut == nil)
        standby.shifts = [Self.occurrence(Self.early, 100)]
        #expect(Self.reasons(standby) == ["当天已排早班"])
        // Standing by takes no rest, and the same day has room for another shift.
        standby.shifts = [Self.occurrence(Self.night, 100), Self.occurrence(Self.night, 99)]
        #expect(standby.keptOut == nil)
        var duty = Self.question()
        duty.standby = [Self.occurrence(Self.noon, 100)]
        #expect(Self.reasons(duty) == ["1970-04-11 中班已排备岗"])
        duty.standby = [Self.occurrence(Self.night, 100)]
        #expect(duty.keptOut == nil)
    }

    @Test func oneOfTheCrewKnowsTheCommunity() {
        let (local, stranger) = (Self.person("甲", knows: ["示例社区"]), Self.person("乙", knows: ["别处社区"]))
        var question = Self.question(stranger, Self.post(local: 1))
        question.seats = 2
        #expect(question.keptOut == nil, "the other seat is left for who knows it")
        question.crew = [Self.person("丙")]
        #expect(Self.reasons(question) == ["不熟悉本社区，剩下的位置要熟悉的人"])
        question.crew = [local]
        #expect(question.keptOut == nil)
        var further = Self.question(Self.person("丁", knows: ["别处社区", "示例社区"]), Self.post(local: 1))
        (further.seats, further.crew) = (2, [stranger])
        #expect(further.keptOut == nil, "a further community counts as the own one does")
    }

    @Test func enoughOfTheCrewHaveEachSkill() {
        let post = Self.post(skills: [("driver", 1), ("camera", 2)])
        var question = Self.question(Self.person("甲", skills: ["camera"]), post)
        question.seats = 3
        #expect(question.keptOut == nil)
        question.crew = [Self.person("乙", skills: ["driver"])]
        #expect(question.keptOut == nil)
        question.crew = [Self.person("乙", skills: ["camera"]), Self.person("丙", skills: ["camera"])]
        #expect(Self.reasons(question) == ["不会“driver”，剩下的位置要会的人"])
        var camera = Self.question(Self.person("甲", skills: ["driver"]), post)
        (camera.seats, camera.crew) = (3, [Self.person("乙", skills: ["driver"])])
        #expect(Self.reasons(camera) == ["不会“camera”，剩下的位置要会的人"])
    }

    @Test func whoAreKeptApartDoNotServeAtOnce() {
        var question = Self.question()
        question.adversaries = [Self.person("乙")]
        #expect(Self.reasons(question) == ["不能与示例乙同班"])
        var standby = Self.question(Self.person("甲"), Self.post(standby: true))
        standby.adversaries = [Self.person("乙")]
        #expect(standby.keptOut == nil, "standing by is not serving")
    }

    @Test func whoServeOnlyTogetherShareACrew() {
        var question = Self.question()
        question.partners = [Self.person("乙")]
        #expect(Self.reasons(question) == ["只与示例乙同组上岗，示例乙不能上"])
        question.crew = [Self.person("乙")]
        #expect(question.keptOut == nil)
    }
}
