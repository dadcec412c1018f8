package import Diagnostics
package import PlanModel

/// The one rule by which a person cannot take a seat.
package enum KeptOut: Sendable {
    case holdsNotPost
    case notJoined(CivilDate)
    case hasLeft(CivilDate)
    case onLeave(DateRange)
    case onDutyThatDay(ShiftOccurrence)
    case needsRest(after: ShiftOccurrence, least: Span)
    case enoughShifts(most: Int, within: Span)
    case enoughNights(most: Int)

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
        }
    }
}
