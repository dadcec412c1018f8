package import Diagnostics
import MarkedYAML
package import PlanModel

extension PublishedRoster {
    /// Reads an edition of a roster as the program wrote it; people may have changed it since.
    ///
    /// Its names are not looked for in the plans: who has left served all the same.
    /// - Returns: The roster when nothing is wrong with it, and what is wrong.
    package static func read(_ file: SourceFile) -> (roster: PublishedRoster?, findings: [Diagnostic]) {
        do throws(YAMLFault) {
            let context = ReadingContext()
            let tree = try YAMLReader.read(file)
            let roster = tree.withRoot { root in root.flatMap { shape.read($0, context) } }
            let findings = context.finished(in: file) + tree.warnings
            if let roster { return (findings.contains { $0.severity == .error } ? nil : roster, findings) }
            let empty = Diagnostic(
                .notAFile, Phrase(zh: "这不是一份值班表", en: "this is no roster"), at: SourceSpan(wholeOf: file))
            return (nil, findings.isEmpty ? [empty] : findings)
        } catch {
            return (nil, [error.diagnostic])
        }
    }

    private static let kind = Field("kind", "类型", .text)
    private static let response = Field("response", "响应", .text)
    private static let edition = Field("edition", "版次", .integer(1...100_000, example: "1"))
    private static let level = Field("level", "级别", .level)
    private static let start = Field("start", "起", .moment)
    private static let end = Field("end", "止", .moment)
    private static let drawnUp = Field("drawnUp", "编制时间", .moment)
    private static let drill = Field("drill", "演练", .flag, optional: true)
    private static let subDistricts = Field("subDistricts", "街道", Part.shape.list())

    static let shape = Shape<PublishedRoster>.record(
        fields(kind, response, edition, level, start, end, drawnUp, drill, subDistricts)
    ) { record in
        let (response, edition, level) = (record(response), record(edition), record(level))
        let (start, end, drawnUp) = (record(start), record(end), record(drawnUp))
        let (drill, parts) = (record(drill) ?? false, record(subDistricts))
        guard let response, let edition, let level, let start, let end, let drawnUp, let parts else {
            return nil
        }
        return PublishedRoster(
            response: response, edition: edition, level: level, start: start, end: end, drawnUp: drawnUp,
            isDrill: drill, parts: parts)
    }
}

extension PublishedRoster.Part {
    private static let subDistrict = Field(
        "subDistrict", "名称", Shape.identifier(SubDistrict.self, example: "月坛"))
    private static let people = Field(
        "people", "人员", Shape.identifier(Person.self, example: "yt-01").list())
    private static let duties = Field("duties", "值守", PublishedRoster.Duty.shape.list())

    static let shape = Shape<Self>.record(fields(subDistrict, people, duties)) { record in
        let (subDistrict, people, duties) = (record(subDistrict), record(people), record(duties))
        guard let subDistrict, let people, let duties else { return nil }
        return Self(subDistrict: subDistrict.value, people: people.map(\.value), duties: duties)
    }
}

extension PublishedRoster.Duty {
    private static let person = Field("person", "人员", Shape.identifier(Person.self, example: "yt-01"))
    private static let name = Field("name", "姓名", .text)
    private static let date = Field("date", "日期", .date)
    private static let shift = Field("shift", "班次", Shape.identifier(Shift.self, example: "day"))
    private static let title = Field("title", "班次名称", .text)
    private static let start = Field("start", "起", .moment)
    private static let end = Field("end", "止", .moment)
    private static let night = Field("night", "夜班", .flag, optional: true)
    private static let post = Field("post", "岗位", Shape.identifier(Post.self, example: "officer"))
    private static let postTitle = Field("postTitle", "岗位名称", .text)
    private static let at = Field("at", "地点", .text, optional: true)
    private static let standby = Field("standby", "备岗", .flag, optional: true)
    private static let restDay = Field("restDay", "休息日", .flag, optional: true)
    private static let holiday = Field("holiday", "节假日", .flag, optional: true)
    private static let lentBy = Field(
        "lentBy", "借自", Shape.identifier(SubDistrict.self, example: "月坛"), optional: true)
    private static let minutes = Field("minutes", "分钟", .integer(0...1440, example: "720"))

    static let shape = Shape<Self>.record(
        fields(
            person, name, date, shift, title, start, end, night, post, postTitle, at, standby, restDay,
            holiday, lentBy, minutes)
    ) { record in
        let (person, name, date) = (record(person), record(name), record(date))
        let (shift, title, start, end) = (record(shift), record(title), record(start), record(end))
        let (post, postTitle, at) = (record(post), record(postTitle), record(at))
        let (night, standby) = (record(night) ?? false, record(standby) ?? false)
        let (restDay, holiday) = (record(restDay) ?? false, record(holiday) ?? false)
        let (lentBy, minutes) = (record(lentBy), record(minutes))
        guard let person, let name, let date, let shift, let title, let start, let end, let post,
            let postTitle, let minutes
        else { return nil }
        guard start < end, (end - start).minutes <= 1440 else {
            record.context.report(
                .impossibleDate,
                Phrase(zh: "一班的止在起之后，最长一天", en: "a shift ends after it starts, within a day"),
                at: record.place)
            return nil
        }
        return Self(
            person: person.value, name: name, date: date, shift: shift.value, title: title, start: start,
            end: end, isNight: night, post: post.value, postTitle: postTitle, at: at, isStandby: standby,
            isRestDay: restDay || holiday, isHoliday: holiday, lender: lentBy?.value,
            time: Span(minutes: minutes))
    }
}
