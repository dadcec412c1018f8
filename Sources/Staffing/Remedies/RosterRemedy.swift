package import Diagnostics
package import PlanModel

/// One change by which fewer seats stay open, proved by a roster that obeys all rules with it.
package struct RosterRemedy: Sendable {
    package let change: Change
    /// By crew in the roster's order: where it fills seats that are open now.
    package let closes: [Seats]
    /// Where it opens seats that are filled now, to fill more important ones.
    package let opens: [Seats]
    /// Whether no roster with this change leaves less open; for more people, whether fewer are not enough.
    package let isProven: Bool
    /// By how much open seats cost less, by the problem's count.
    let gain: Int
    /// Whether nothing is open any more.
    package let closesAll: Bool

    /// Seats of one crew.
    package struct Seats: Sendable {
        package let slot: DutySlot
        /// At least 1.
        package let count: Int
    }

    package var closedSeats: Int { closes.reduce(0) { $0 + $1.count } }
    package var openedSeats: Int { opens.reduce(0) { $0 + $1.count } }

    /// What is changed.
    package enum Change: Sendable {
        /// Somebody also holds a post (兼任).
        case alsoHolds(Person, Post)
        /// What is agreed of two people is not followed this time.
        case pairLifted(StaffPair.Kind, Person, Person)
        /// Somebody gets to know a community.
        case knows(Person, SubDistrict.Community)
        /// Somebody learns a skill.
        case learns(Person, Identifier<Skill>)
        /// Somebody serves although on leave.
        case leavePaused(Person, ShiftOccurrence)
        /// More people, by post.
        case morePeople([MorePeople])
        case mostShifts(Int, within: Span)
        case consecutiveNights(Int)
        case dayAfterNight
        case rest(Span)
    }

    /// People who are not there yet.
    package struct MorePeople: Sendable {
        package let post: Post
        /// At least 1.
        package let count: Int
        /// What each of them knows, where the post asks for local people.
        package let communities: [SubDistrict.Community]
    }
}

extension RosterRemedy.Change {
    /// What is meant, in a few words, names as they stand in the plans.
    package var text: Phrase {
        switch self {
        case .alsoHolds(let person, let post):
            Phrase(
                zh: "由\(person.name)兼任\(post.title)", en: "\(person.name) also holds '\(post.title)'")
        case .pairLifted(.apart, let one, let other):
            Phrase(
                zh: "这次不按“不同班”：\(one.name)、\(other.name)",
                en: "\(one.name) and \(other.name) may serve at the same time this once")
        case .pairLifted(.together, let one, let other):
            Phrase(
                zh: "这次不按“同班同组”：\(one.name)、\(other.name)",
                en: "\(one.name) and \(other.name) may serve one without the other this once")
        case .knows(let person, let community):
            Phrase(
                zh: "让\(person.name)熟悉\(community)", en: "\(person.name) gets to know \(community)")
        case .learns(let person, let skill):
            Phrase(
                zh: "让\(person.name)学会“\(skill.text)”", en: "\(person.name) learns '\(skill.text)'")
        case .leavePaused(let person, let shift):
            Phrase(
                zh: "\(person.name) \(shift.date.isoText) \(shift.shift.title)暂停休假",
                en: "\(person.name) interrupts leave for '\(shift.shift.title)' of \(shift.date.isoText)")
        case .morePeople(let groups):
            Phrase(
                zh: "再配 " + groups.map(\.text.chinese).joined(separator: "、"),
                en: "add " + groups.map(\.text.english).joined(separator: ", "))
        case .mostShifts(let most, let within):
            Phrase(
                zh: "\(within.minutes / 1440) 天内最多 \(most) 班",
                en: "at most \(most) shifts within \(within.minutes / 1440) days")
        case .consecutiveNights(let most):
            Phrase(zh: "最多连续 \(most) 个夜班", en: "at most \(most) nights in a row")
        case .dayAfterNight:
            Phrase(zh: "夜班后当天可接白班", en: "a shift by day may follow a night")
        case .rest(let rest):
            Phrase(
                zh: "两班之间休息 \(rest.minutes / 60) 小时", en: "\(rest.minutes / 60) h rest between shifts")
        }
    }

    /// One word, for data.
    package var word: String {
        switch self {
        case .alsoHolds: "alsoHolds"
        case .pairLifted: "pairLifted"
        case .knows: "knows"
        case .learns: "learns"
        case .leavePaused: "leavePaused"
        case .morePeople: "morePeople"
        case .mostShifts: "mostShifts"
        case .consecutiveNights: "consecutiveNights"
        case .dayAfterNight: "dayAfterNight"
        case .rest: "rest"
        }
    }

    /// How small an intervention it is, smallest first.
    ///
    /// First what touches nobody's rest: a post held besides, an agreement of two, something to be learnt. Then what
    /// takes something from one person, who must agree: leave. Then people who have yet to be found. Last the rules
    /// that guard everybody's rest, the least felt first.
    var size: Int {
        switch self {
        case .alsoHolds: 0
        case .pairLifted: 1
        case .knows: 2
        case .learns: 3
        case .leavePaused: 4
        case .morePeople: 5
        case .mostShifts: 6
        case .consecutiveNights: 7
        case .dayAfterNight: 8
        case .rest: 9
        }
    }
}

extension RosterRemedy.MorePeople {
    /// `巡查员 2 名（熟悉示例社区，会“driver”）`.
    package var text: Phrase {
        var chinese: [String] = []
        var english: [String] = []
        if !communities.isEmpty {
            chinese.append("熟悉" + communities.joined(separator: "、"))
            english.append("knowing " + communities.joined(separator: ", "))
        }
        let skills = post.skills.map(\.skill.value.text)
        if !skills.isEmpty {
            chinese.append("会" + skills.map { "“\($0)”" }.joined(separator: "、"))
            english.append("with " + skills.map { "'\($0)'" }.joined(separator: ", "))
        }
        return Phrase(
            zh: "\(post.title) \(count) 名" + (chinese.isEmpty ? "" : "（\(chinese.joined(separator: "，"))）"),
            en: "\(count) '\(post.title)'" + (english.isEmpty ? "" : " (\(english.joined(separator: ", ")))"))
    }
}
