import Diagnostics
import MarkedYAML
import PlanModel

extension HolidayYear {
    private static let kind = Field("kind", "类型", .text)
    private static let year = Field("year", "年份", Shape<Int>.integer(2000...2999, example: "2026").located())
    private static let source = Field("source", "来源", .text)
    private static let certainty = Field("certainty", "把握", .certainty)
    private static let holidays = Field("holidays", "节假日", Holiday.shape.located().orNothing().list())
    private static let workdays = Field(
        "workdays", "调休上班", Shape<CivilDate>.date.located().orNothing().list(), optional: true)

    static let shape = Shape<HolidayYear>.record(
        fields(kind, year, source, certainty, holidays, workdays)
    ) { record in
        let (year, source, certainty) = (record(year), record(source), record(certainty))
        let holidays = record(holidays)
        let workdays = record.has(Self.workdays) ? record(workdays) : []
        guard let year else { return nil }
        let (knownHolidays, knownWorkdays) = (
            holidays?.compactMap { $0 } ?? [], workdays?.compactMap { $0 } ?? []
        )
        for finding in HolidaysHold.findings(in: year.value, knownHolidays, knownWorkdays) {
            record.context.report(finding)
        }
        guard let source, let certainty, holidays?.count == knownHolidays.count,
            workdays?.count == knownWorkdays.count
        else { return nil }
        return HolidayYear(
            year: year.value, source: source, certainty: certainty, holidays: knownHolidays.map(\.value),
            workdays: knownWorkdays.map(\.value), place: year.place)
    }
}

extension HolidayYear.Holiday {
    private static let title = Field("title", "标题", .text)
    private static let days = Field("days", "日期", .dateRange)

    static let shape = Shape<Self>.record(fields(title, days)) { record in
        let (title, days) = (record(title), record(days))
        guard let title, let days else { return nil }
        return Self(title: title, days: days)
    }
}

extension Shape where Value: Sendable {
    /// The same, but what is faulty reads as nothing, so that the other items of a list are looked at too.
    fileprivate func orNothing() -> Shape<Value?> {
        Shape<Value?>(form) { node, context in .some(self.read(node, context)) }
    }
}
