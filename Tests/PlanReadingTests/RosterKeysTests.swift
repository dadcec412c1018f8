import Diagnostics
import Foundation
import PlanModel
import PlanReading
import TestSupport
import Testing

/// Everything that plans say for rosters arrives in the model, by either name of each key.
struct RosterKeysTests {
    private static let base = repository.appending(path: "Tests/PlanReadingTests/Fixtures/base")

    private static let duty = """
        kind: duty
        certainty: assumption
        days: 3
        shifts:
          - {id: day, title: 白班, from: "08:00", to: "20:00"}
          - {id: night, title: 夜班, from: "20:00", to: "08:00", night: true}
        skills: [{id: driver, title: 驾驶}]
        posts:
          - {id: officer, title: 值班员, per: sub-district, need: {yellow: 1, orange: 1, red: 1}}
          - {id: patrol, title: 巡查员, per: community, need: {yellow: 2, orange: 2, red: 2}, local: 1, skills: [{skill: driver, count: 2}, {skill: driver}]}
          - {id: deputy, title: 盯守副岗, per: guarded, need: {red: 1}, standby: true}
        rounds:
          yellow: [day]
          orange: [day]
          red: [day, night]
        rules: {rest: 11 h, mostShifts: 5, within: 7 d, consecutiveNights: 2, dayAfterNight: true}
        weights: {shifts: 10, nights: 9, restDays: 8, holidays: 7, standby: 6, wishes: 5, away: 4, changes: 3}
        carried: 300 d

        """

    private static let people = """
        kind: people
        subDistrict: 月坛
        people:
          - {id: yt-01, name: 示例甲一, phone: "010-00000011", posts: [officer]}
          - {id: yt-02, name: 示例甲三, phone: "13800000001", posts: [patrol], community: 木樨地社区, knows: [三里河社区], skills: [driver], leave: [2026-12-20], wishes: {daysOff: [2026-12-05, 2026-12-08/2026-12-09], shifts: [day]}}
          - {id: yt-03, name: 示例甲四, phone: "13800000002", posts: [patrol]}
        pairs:
          - {together: [yt-01, yt-02]}
          - {apart: [yt-02, yt-03]}
        fixed:
          - {person: yt-02, date: 2026-12-02, shift: night, post: patrol, at: 三里河社区}
          - {person: yt-01, date: 2026-12-03, shift: day, post: officer}
        swaps:
          - {out: yt-01, in: yt-02, date: 2026-12-04, shift: night}
        borrowsFrom: [牛街]

        """

    /// The same file by the keys' Chinese names.
    private static let chinesePeople = [
        ("kind: people", "类型: 人员"), ("subDistrict:", "街道:"), ("people:", "人员:"), ("pairs:", "搭配:"),
        ("fixed:", "指定:"), ("swaps:", "换班:"), ("borrowsFrom:", "可借人街道:"), ("id:", "编号:"),
        ("name:", "姓名:"), ("phone:", "电话:"), ("posts:", "岗位:"), ("community:", "社区:"),
        ("knows:", "熟悉社区:"), ("skills:", "技能:"), ("leave:", "请假:"), ("wishes:", "意愿:"),
        ("daysOff:", "不值日期:"), ("shifts:", "班次:"), ("together:", "同班:"), ("apart:", "不同班:"),
        ("person:", "人员:"), ("date:", "日期:"), ("shift:", "班次:"), ("post:", "岗位:"), ("at:", "位置:"),
        ("out:", "换下:"), ("in:", "替班:"),
    ].reduce(people) { $0.replacing($1.0, with: $1.1) }

    private static let chineseDuty = [
        ("skills:", "技能:"), ("skill:", "技能:"), ("count:", "人数:"), ("local:", "熟悉社区:"), ("standby:", "备岗:"),
        ("dayAfterNight:", "夜班次日:"), ("weights: {shifts:", "权重: {班数:"), ("nights:", "夜班:"),
        ("restDays:", "休息日:"), ("holidays:", "节假日:"), ("wishes:", "意愿:"), ("away:", "不熟悉社区:"),
        ("changes:", "变动:"), ("carried:", "计入历次:"),
    ].reduce(duty) { $0.replacing($1.0, with: $1.1) }

    private func book(_ duty: String, _ people: String) async throws -> PlanBook {
        let files = try planFiles(below: Self.base).map { file in
            switch file.path {
            case "duty.yaml": file.with(duty)
            case "sub-districts/月坛/people.yaml": file.with(people)
            default: file
            }
        }
        let reading = await PlanReader.read(files, in: "base", on: sampleDay)
        let errors = reading.diagnostics.filter { $0.severity == .error }
        #expect(errors.isEmpty, "\(errors.map { "\($0.place.location) \($0.message.english)" })")
        return try #require(reading.book)
    }

    @Test(arguments: [(duty, people), (chineseDuty, chinesePeople)])
    func everyKeyArrives(duty: String, people: String) async throws {
        let book = try await book(duty, people)
        try expectDuty(book.duty)
        try expectStaff(try #require(book.staff(of: Identifier("月坛"))))
    }

    private func expectDuty(_ duty: DutyRules) throws {
        #expect(duty.skills.map(\.id.value.text) == ["driver"])
        #expect(duty.skills.map(\.title) == ["驾驶"])
        #expect(duty.rest.dayAfterNight)
        #expect(duty.carried?.minutes == 300 * 1440)
        #expect(
            duty.weights
                == RosterWeights(
                    shifts: 10, nights: 9, restDays: 8, holidays: 7, standby: 6, wishes: 5, away: 4,
                    changes: 3))
        #expect(duty.posts.map(\.local) == [0, 1, 0])
        #expect(duty.posts.map(\.isStandby) == [false, false, true])
        #expect(duty.posts[1].skills.map(\.count) == [2, 1])
        #expect(duty.posts[1].skills.map(\.skill.value.text) == ["driver", "driver"])
    }

    private func expectStaff(_ staff: Staff) throws {
        func range(_ first: String, _ last: String) throws -> DateRange {
            DateRange(first: try #require(CivilDate(first)), last: try #require(CivilDate(last)))
        }
        let person = staff.people[1]
        #expect(person.knows.map(\.value) == ["三里河社区"])
        #expect(person.skills.map(\.value.text) == ["driver"])
        let leave = try range("2026-12-20", "2026-12-20")
        #expect(person.leave == [leave])
        let off = [try range("2026-12-05", "2026-12-05"), try range("2026-12-08", "2026-12-09")]
        #expect(person.wishes.off == off)
        #expect(person.wishes.shifts.map(\.value.text) == ["day"])
        #expect(staff.people[0].knows.isEmpty && staff.people[0].wishes.off.isEmpty)
        #expect(staff.pairs.map(\.kind) == [.together, .apart])
        #expect(staff.pairs.map(\.first.value.text) == ["yt-01", "yt-02"])
        #expect(staff.pairs.map(\.second.value.text) == ["yt-02", "yt-03"])
        #expect(staff.fixed.map(\.person.value.text) == ["yt-02", "yt-01"])
        #expect(staff.fixed.map(\.date.isoText) == ["2026-12-02", "2026-12-03"])
        #expect(staff.fixed.map(\.shift.value.text) == ["night", "day"])
        #expect(staff.fixed.map(\.post.value.text) == ["patrol", "officer"])
        #expect(staff.fixed.map(\.at) == ["三里河社区", nil])
        #expect(staff.swaps.map(\.out.value.text) == ["yt-01"])
        #expect(staff.swaps.map(\.substitute.value.text) == ["yt-02"])
        #expect(staff.swaps.map(\.date.isoText) == ["2026-12-04"])
        #expect(staff.swaps.map(\.shift.value.text) == ["night"])
        #expect(staff.borrowsFrom.map(\.value.text) == ["牛街"])
    }

    /// Left out, a single weight counts as all do in plans that give none.
    @Test func whatIsLeftOutCountsAsEven() async throws {
        let some = Self.duty.replacing(
            /weights: .*\ncarried: .*\n/, with: "weights: {nights: 0, wishes: 20}\n")
        let duty = try await book(some, Self.people).duty
        #expect(
            duty.weights
                == RosterWeights(
                    shifts: 1, nights: 0, restDays: 1, holidays: 1, standby: 1, wishes: 20, away: 1,
                    changes: nil))
        #expect(duty.carried == nil)
        let none = try await book(some.replacing(/weights: .*\n/, with: ""), Self.people).duty
        #expect(none.weights == .even)
    }
}
