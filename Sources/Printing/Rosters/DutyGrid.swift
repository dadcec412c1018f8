import Diagnostics
import PlanModel
import Staffing

/// A roster as a grid: a row a person, a column a day, and what each of them carries.
struct DutyGrid {
    private let roster: DutyRoster
    private let style: TextStyle
    private let marks: ShiftMarks
    /// Those of the sub-district, then those whom others lend.
    private let rows: [Row]
    private let days: [CivilDate]
    private let shares: [DutyShare]
    private let hasCarried: Bool

    private struct Row {
        let name: String
        /// nil for who is lent by another sub-district.
        let person: Person?
        let share: DutyTally
        let carried: DutyTally
        /// What stands in the cell of a day.
        var cells: [CivilDate: Cell] = [:]
    }

    private struct Cell {
        var duty: String?
        var standsBy = false
        var isAway = false
    }

    init(_ roster: DutyRoster, in style: TextStyle) {
        self.roster = roster
        self.style = style
        shares = roster.shares
        hasCarried = shares.contains(where: \.hasCarried)
        let marks = ShiftMarks(
            roster.occurrences.map { ($0.shift.id.value, $0.shift.title) }
                + roster.served.map { ($0.shift, $0.title) })
        self.marks = marks
        var rows = shares.map { share in
            Row(name: share.person.name, person: share.person, share: share.tally, carried: share.carried)
        }
        var numbers = Dictionary(
            roster.people.enumerated().map { ($1.id.value, $0) }, uniquingKeysWith: { first, _ in first })
        let duties = roster.served + roster.duties
        let guests = Dictionary(grouping: duties.filter { $0.lender != nil }, by: \.person)
        for duty in duties {
            if let lender = duty.lender, numbers[duty.person] == nil {
                numbers[duty.person] = rows.count
                let share = (guests[duty.person] ?? []).reduce(DutyTally()) { $0 + DutyTally($1) }
                rows.append(
                    Row(
                        name: "\(duty.name)\(style.say("（\(lender.text)）", " (\(lender.text))"))",
                        person: nil, share: share, carried: DutyTally()))
            }
            guard let row = numbers[duty.person] else { continue }
            if duty.isStandby {
                rows[row].cells[duty.date, default: Cell()].standsBy = true
            } else {
                rows[row].cells[duty.date, default: Cell()].duty = marks[duty.shift]
            }
        }
        let away =
            roster.lending.servedAway.map { ($0.person, $0.date) }
            + roster.lending.lent.map { ($0.person.id.value, $0.slot.occurrence.date) }
        for (person, date) in away {
            if let row = numbers[person] { rows[row].cells[date, default: Cell()].isAway = true }
        }
        self.rows = rows
        let all = roster.served.map(\.date) + roster.occurrences.map(\.date)
        days =
            if let first = all.min(), let last = all.max() {
                (first.dayNumber...last.dayNumber).map { CivilDate(dayNumber: $0) }
            } else { [] }
    }

    /// As many tables as the width of a terminal asks for, the sums behind the last; what the marks mean; the spread.
    var text: String {
        var text = ""
        for start in stride(from: 0, to: days.count, by: daysAbreast) {
            let end = min(start + daysAbreast, days.count)
            text += table(of: Array(days[start..<end]), isLast: end == days.count) + "\n"
        }
        return text + WrappedText.of(legend)
            + (roster.spread(of: shares).map { WrappedText.of(spreadText($0)) } ?? "")
    }

    /// Whole weeks where they fit beside names and sums.
    private var daysAbreast: Int {
        let names = rows.map { DisplayWidth.of(harmless($0.name)) }.max() ?? 0
        let sums = hasCarried ? 33 : 24
        let room = max(7, (WrappedText.width - 2 - names - sums) / 3)
        return days.count > room ? max(7, room / 7 * 7) : room
    }

    private func table(of days: [CivilDate], isLast: Bool) -> String {
        let sums = isLast ? sumHeads : []
        var table = TextTable([.left, .left] + sums.map { _ in .right })
        let first = days.first.map { String($0.isoText.prefix(7)) } ?? ""
        table.add([first, line(days.map { $0.day < 10 ? " \($0.day)" : "\($0.day)" })] + sums, .quiet)
        table.add(["", line(days.map(kindMark))] + sums.map { _ in "" }, .quiet)
        for row in rows {
            table.add(
                [row.name, line(days.map { mark(of: row, on: $0) })] + (isLast ? self.sums(of: row) : []))
        }
        return table.text(in: style, indent: 2)
    }

    /// Each mark two columns wide and one apart; who stands by besides has a plus in the gap.
    private func line(_ marks: [String]) -> String {
        marks.map { $0 + String(repeating: " ", count: max(0, 3 - DisplayWidth.of($0))) }.joined()
    }

    private func kindMark(_ day: CivilDate) -> String {
        switch roster.calendar.kind(of: day) {
        case .workday:
            String(style.say(day.weekdayTitle).suffix(style.language == .chinese ? 1 : 3).prefix(2))
        case .restDay: style.say("休", "R")
        case .holiday: style.say("节", "H")
        }
    }

    private func mark(of row: Row, on day: CivilDate) -> String {
        if let cell = row.cells[day] {
            if cell.isAway { return style.say("借", "→") }
            guard let duty = cell.duty else { return style.say("备", "B") }
            let gap = max(0, 2 - DisplayWidth.of(duty))
            return duty + String(repeating: " ", count: gap) + (cell.standsBy ? "+" : "")
        }
        guard let who = row.person else { return "·" }
        if who.leave.contains(where: { $0.first <= day && day <= $0.last }) { return style.say("假", "L") }
        if let joined = who.joined, day < joined { return "–" }
        if let left = who.left, left < day { return "–" }
        return "·"
    }

    private var sumHeads: [String] {
        style.language == .chinese
            ? ["班", "夜", "休", "备", "工时"] + (hasCarried ? ["历次"] : [])
            : ["S", "N", "R", "B", "hours"] + (hasCarried ? ["before"] : [])
    }

    private func sums(of row: Row) -> [String] {
        let tally = row.share
        let counts = [tally.shifts, tally.nights, tally.restDays, tally.standby].map {
            $0 == 0 ? "·" : "\($0)"
        }
        let before = row.carried
        return counts + [tally.time.hoursText]
            + (hasCarried ? ["\(before.shifts)/\(before.nights)/\(before.restDays)"] : [])
    }

    private var legend: String {
        let shifts = marks.all.map { "\($0.mark) \(harmless($0.title))" }
        let rest = style.say(
            "备 备岗、+ 同日另有备岗、假 请假、· 未排；班 班次、夜 夜班、休 休息日和节假日的班",
            "B stands by, + stands by besides, L leave, · free; S shifts, N nights, R on days of rest")
        let away =
            rows.contains { $0.cells.values.contains(where: \.isAway) }
            ? [style.say("借 借给别的街道", "→ lent to another sub-district")] : []
        let before =
            hasCarried
            ? style.say("；历次 以前的班/夜/休，从最少的人算起", "; before: S/N/R of earlier responses, from who has least")
            : ""
        return (shifts + away + [rest]).joined(separator: style.say("、", ", ")) + before
    }

    private func spreadText(_ spread: DutySpread) -> String {
        func range(_ least: Int, _ most: Int) -> String { least == most ? "\(least)" : "\(least)–\(most)" }
        func ranges(_ least: DutyTally, _ most: DutyTally) -> String {
            [
                style.say("班次 ", "shifts ") + range(least.shifts, most.shifts),
                style.say("夜班 ", "nights ") + range(least.nights, most.nights),
                style.say("休息日 ", "rest days ") + range(least.restDays, most.restDays),
            ].joined(separator: style.say("，", ", "))
        }
        let hours =
            spread.least.time == spread.most.time
            ? spread.most.time.hoursText : "\(spread.least.time.hoursText)–\(spread.most.time.hoursText)"
        let before =
            hasCarried
            ? style.say("；连同历次：", "; with earlier responses: ") + ranges(spread.leastInAll, spread.mostInAll)
            : ""
        return style.say("全程能排的 \(spread.people) 人：", "Of \(spread.people) who could serve all along: ")
            + ranges(spread.least, spread.most) + style.say("，工时 ", ", hours ") + hours + before
    }
}

/// One or two columns for each shift: the first character of its title where that tells them apart.
private struct ShiftMarks {
    let all: [(mark: String, title: String)]
    private let marks: [Identifier<Shift>: String]

    init(_ shifts: [(id: Identifier<Shift>, title: String)]) {
        var seen: [(id: Identifier<Shift>, title: String)] = []
        for shift in shifts where !seen.contains(where: { $0.id == shift.id }) { seen.append(shift) }
        let starts = seen.map { $0.title.first.map { harmless(String($0)) } ?? "" }
        let areGood =
            Set(starts).count == seen.count && starts.allSatisfy { (1...2).contains(DisplayWidth.of($0)) }
        let signs = seen.indices.map { areGood ? starts[$0] : "\($0 + 1)" }
        all = zip(signs, seen).map { ($0, $1.title) }
        marks = Dictionary(
            zip(seen.map(\.id), signs).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(shift: Identifier<Shift>) -> String { marks[shift] ?? "?" }
}

extension Span {
    /// Hours with as few decimals as say it exactly enough: `12`, `7.5`; other minutes rounded down to tenths.
    package var hoursText: String {
        minutes % 60 == 0 ? "\(minutes / 60)" : DataTable.Cell.decimal(Int128(minutes / 6), places: 1)
    }
}
