package import Diagnostics
package import PlanModel

/// The one rule by which a person cannot take a seat.
package enum KeptOut: Sendable {
    case holdsNotPost
    case notJoined(CivilDate)
    case hasLeft(CivilDate)
    case onLeave(DateRange)
    case swappedOut
    case onDutyThatDay(ShiftOccurrence)
    case standsByThen(ShiftOccurrence)
    case needsRest(after: ShiftOccurrence, least: Span)
    case comesAfterNight(ShiftOccurrence)
    case enoughShifts(most: Int, within: Span)
    case enoughNights(most: Int)
    case knowsNotPlace
    case lacksSkill(Identifier<Skill>)
    /// By name.
    case apartFrom(String)
    case onlyWith(String)

    /// The rule in a word, without dates and names, to count by.
    package var title: Phrase {
        switch self {
        case .holdsNotPost: Phrase(zh: "不任此岗", en: "does not hold this post")
        case .notJoined: Phrase(zh: "未到岗", en: "not there yet")
        case .hasLeft: Phrase(zh: "已离岗", en: "has left")
        case .onLeave: Phrase(zh: "请假", en: "on leave")
        case .swappedOut: Phrase(zh: "已换班", en: "swapped away")
        case .onDutyThatDay: Phrase(zh: "当天有班", en: "on duty that day")
        case .standsByThen: Phrase(zh: "备岗", en: "stands by")
        case .needsRest: Phrase(zh: "休息不足", en: "too little rest")
        case .comesAfterNight: Phrase(zh: "夜白相连", en: "day after night")
        case .enoughShifts: Phrase(zh: "班数已满", en: "enough shifts")
        case .enoughNights: Phrase(zh: "夜班已满", en: "enough nights")
        case .knowsNotPlace: Phrase(zh: "不熟悉社区", en: "does not know the community")
        case .lacksSkill: Phrase(zh: "缺技能", en: "lacks a skill")
        case .apartFrom: Phrase(zh: "不能同班", en: "kept apart")
        case .onlyWith: Phrase(zh: "只与人同组", en: "only together")
        }
    }

    package var text: Phrase {
        switch self {
        case .holdsNotPost:
            Phrase(zh: "不任此岗", en: "does not hold this post")
        case .notJoined(let day):
            Phrase(zh: "\(day.isoText) 才到岗", en: "joins on \(day.isoText)")
        case .hasLeft(let day):
            Phrase(zh: "\(day.isoText) 后已离岗", en: "left after \(day.isoText)")
        case .onLeave(let range):
            Phrase(
                zh: "请假 \(range.first.isoText) 至 \(range.last.isoText)",
                en: "on leave \(range.first.isoText) to \(range.last.isoText)")
        case .swappedOut:
            Phrase(zh: "已换班，由他人顶替", en: "has swapped this shift away")
        case .standsByThen(let other):
            Phrase(
                zh: "\(other.date.isoText) \(other.shift.title)已排备岗",
                en: "stands by in the shift '\(other.shift.title)' of \(other.date.isoText)")
        case .comesAfterNight(let other):
            Phrase(
                zh: "与 \(other.date.isoText) \(other.shift.title)夜白相连",
                en: "would serve by day right after the night '\(other.shift.title)' (\(other.date.isoText))")
        case .onDutyThatDay(let other):
            Phrase(
                zh: "当天已排\(other.shift.title)", en: "has the shift '\(other.shift.title)' that day")
        case .needsRest(let other, let least):
            Phrase(
                zh: "与 \(other.date.isoText) \(other.shift.title)之间休息不足 \(least.minutes / 60) 小时",
                en:
                    "less than \(least.minutes / 60) h rest to '\(other.shift.title)' of \(other.date.isoText)"
            )
        case .enoughShifts(let most, let within):
            Phrase(
                zh: "\(within.minutes / 1440) 天内已排 \(most) 班",
                en: "has \(most) shifts within \(within.minutes / 1440) days")
        case .enoughNights(let most):
            Phrase(zh: "已连续 \(most) 个夜班", en: "has \(most) nights in a row")
        case .knowsNotPlace:
            Phrase(
                zh: "不熟悉本社区，剩下的位置要熟悉的人",
                en: "does not know the community, and the seat left needs one who does")
        case .lacksSkill(let skill):
            Phrase(
                zh: "不会“\(skill.text)”，剩下的位置要会的人",
                en: "lacks the skill '\(skill.text)', and the seat left needs it")
        case .apartFrom(let name):
            Phrase(zh: "不能与\(name)同班", en: "may not serve at the same time as \(name)")
        case .onlyWith(let name):
            Phrase(
                zh: "只与\(name)同组上岗，\(name)不能上",
                en: "serves only together with \(name), who is not in this crew")
        }
    }
}
