import Diagnostics
import MarkedYAML
import PlanModel

extension FixedDuty {
    private static let person = Field("person", "人员", Person.reference)
    // Not `on`, which other YAML readers take for a truth value.
    private static let date = Field("date", "日期", .date)
    private static let shift = Field(
        "shift", "班次", Shape.identifier(Shift.self, example: "day").referring(to: .shift))
    private static let post = Field(
        "post", "岗位", Shape.identifier(Post.self, example: "lead").referring(to: .post))
    private static let at = Field("at", "位置", .dutyPlace, optional: true)

    static let shape = Shape<FixedDuty>.record(fields(person, date, shift, post, at)) { record in
        let (person, date) = (record(person), record(date))
        let (shift, post, at) = (record(shift), record(post), record(at))
        guard let person, let date, let shift, let post else { return nil }
        return FixedDuty(
            person: person, date: date, shift: shift, post: post, at: at?.value, place: record.place)
    }
}

extension DutySwap {
    private static let out = Field("out", "换下", Person.reference)
    private static let substitute = Field("in", "替班", Person.reference)
    private static let date = Field("date", "日期", .date)
    private static let shift = Field(
        "shift", "班次", Shape.identifier(Shift.self, example: "day").referring(to: .shift))

    static let shape = Shape<DutySwap>.record(fields(out, substitute, date, shift)) { record in
        let (out, substitute) = (record(out), record(substitute))
        let (date, shift) = (record(date), record(shift))
        guard let out, let substitute, let date, let shift else { return nil }
        guard out.value != substitute.value else {
            record.context.report(
                .namesItself,
                Phrase(
                    zh: "“\(out.value.text)”不能替自己的班", en: "'\(out.value.text)' cannot stand in for themselves"
                ),
                at: substitute.place, help: Phrase(zh: "in（替班）写另一个人", en: "name somebody else under 'in'"))
            return nil
        }
        return DutySwap(out: out, substitute: substitute, date: date, shift: shift, place: record.place)
    }
}
