import Diagnostics
import MarkedYAML
import PlanModel

extension Shape where Value == CivilDate {
    static let date = Shape.scalar(
        .text(Phrase(zh: "日期", en: "a date"), example: "2026-11-24", writing: .date)
    ) { node, context in
        let text = node.text
        guard let date = CivilDate(text) else {
            reportImpossibleDate(text, node, example: "2026-11-24", context)
            return nil
        }
        return date
    }
}

extension Shape where Value == DateRange {
    /// The first and the last day; one day alone is both.
    static let dateRange = Shape.scalar(
        .text(
            Phrase(zh: "日期段", en: "a range of dates"), example: "2026-12-01/2026-12-05", writing: .dateRange)
    ) { node, context in
        let text = node.text
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let first = CivilDate(parts[0]), let last = CivilDate(parts[parts.count - 1])
        else {
            reportImpossibleDate(text, node, example: "2026-12-01/2026-12-05", context)
            return nil
        }
        guard first <= last else {
            context.report(
                .impossibleDate, Phrase(zh: "“\(text)”的止日在起日之前", en: "'\(text)' ends before it begins"),
                at: node.span, help: Phrase(zh: "起日写在前面", en: "write the first day first"))
            return nil
        }
        return DateRange(first: first, last: last)
    }
}

extension Shape where Value == CivilTime {
    /// A minute of the calendar.
    static let moment = Shape.scalar(
        .text(Phrase(zh: "日期和时刻", en: "a date and time"), example: "\"2026-11-24 18:00\"", writing: .clock)
    ) { node, context in
        let text = node.text
        guard let time = CivilTime(text) else {
            reportImpossibleDate(text, node, example: "\"2026-11-24 18:00\"", context)
            return nil
        }
        return time
    }
}

extension Shape where Value == Int {
    /// A time of day as minutes since midnight, `00:00`…`24:00`.
    static let clock = Shape.scalar(
        .text(Phrase(zh: "时刻", en: "a time of day"), example: "\"08:00\"", writing: .clock)
    ) { node, context in
        let text = node.text
        guard let minutes = CivilTime.minuteOfDay(text) else {
            reportImpossibleDate(text, node, example: "\"08:00\"", context)
            return nil
        }
        return minutes
    }
}

private func reportImpossibleDate(
    _ text: String, _ node: YAMLNode, example: String, _ context: ReadingContext
) {
    // Digits in the right places are a day or an hour that does not exist; anything else is only written otherwise.
    let shape = String(text.map { ("0"..."9").contains($0) ? "0" : $0 })
    let isInForm = ["0000-00-00", "0000-00-00/0000-00-00", "00:00", "0:00"].contains(shape)
    context.report(
        .impossibleDate,
        isInForm
            ? Phrase(zh: "没有“\(text)”这个日期或时刻", en: "'\(text)' is no real date or time")
            : Phrase(zh: "“\(text)”不是这里要的写法", en: "'\(text)' is not written as a date or time is here"),
        at: node.span, help: Phrase(zh: "写法如 \(example)", en: "write it like \(example)"))
}
