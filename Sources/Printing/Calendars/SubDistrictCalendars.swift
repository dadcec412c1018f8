import Diagnostics
import PlanModel

/// A sub-district's calendar and those of its people, wherever they serve.
struct SubDistrictCalendars {
    let whole: CalendarFile
    let own: [(person: Named, calendar: CalendarFile)]

    struct Named {
        let id: Identifier<Person>
        let name: String
    }

    /// - Parameter histories: Of all sub-districts.
    init(
        _ subDistrict: Identifier<SubDistrict>, in histories: [(name: Identifier<SubDistrict>, DutyHistory)],
        last: PublishedRoster, reminder: Span?
    ) {
        var (here, people): ([(entry: DutyHistory.Entry, events: DutyEvents)], [Identifier<Person>]) = (
            [], []
        )
        var away = here
        for (name, history) in histories {
            let events = DutyEvents(
                subDistrict: name, response: last.response, mates: ShiftMates(history), reminder: reminder)
            if name == subDistrict {
                here = history.duties.map { ($0, events) }
                people = history.people
            } else {
                away += history.duties.filter { $0.duty.lender == subDistrict }.map { ($0, events) }
            }
        }
        let names = Set(histories.map(\.name))
        for id in away.map(\.entry.duty.person) where !people.contains(id) { people.append(id) }
        let place = CalendarText.line(subDistrict.text)
        whole = CalendarFile(
            name: "\(place) 应急值班", stamp: last.drawnUp,
            events: Self.byTime(here).map { $0.events.shared($0.entry) })
        // Who is lent by others has a calendar among theirs.
        let own = Dictionary(grouping: Self.byTime(here.filter { !$0.entry.isLent(among: names) } + away)) {
            $0.entry.duty.person
        }
        self.own = people.compactMap { id in
            guard let duties = own[id] else { return nil }
            // Who was renamed is called as in the last edition that knew them.
            let latest = duties.max { $0.entry.edition.edition < $1.entry.edition.edition }
            let name = latest?.entry.duty.name ?? id.text
            return (
                Named(id: id, name: name),
                CalendarFile(
                    name: "\(CalendarText.line(name)) 应急值班", stamp: last.drawnUp,
                    events: duties.map { $0.events.own($0.entry) })
            )
        }
    }

    /// By time; at one time as the roster has them.
    private static func byTime(
        _ duties: [(entry: DutyHistory.Entry, events: DutyEvents)]
    ) -> [(entry: DutyHistory.Entry, events: DutyEvents)] {
        duties.enumerated().sorted { one, other in
            (one.element.entry.start, one.element.entry.end, one.offset)
                < (other.element.entry.start, other.element.entry.end, other.offset)
        }.map(\.element)
    }
}

extension DutyHistory.Entry {
    /// Whether its person belongs to another of some sub-districts.
    fileprivate func isLent(among names: Set<Identifier<SubDistrict>>) -> Bool {
        duty.lender.map { names.contains($0) } ?? false
    }
}

/// A duty as an event.
private struct DutyEvents {
    let subDistrict: Identifier<SubDistrict>
    let response: String
    let mates: ShiftMates
    let reminder: Span?

    /// `夜班 巡查 示例社区：张三`.
    func shared(_ entry: DutyHistory.Entry) -> CalendarEvent {
        event(entry, title: "\(title(entry))：\(CalendarText.line(entry.duty.name))", with: [], reminder: nil)
    }

    /// `夜班 巡查 示例社区`, and with whom.
    func own(_ entry: DutyHistory.Entry) -> CalendarEvent {
        event(entry, title: title(entry), with: mates.lines(for: entry), reminder: reminder)
    }

    private func title(_ entry: DutyHistory.Entry) -> String {
        let duty = entry.duty
        return [duty.title, duty.postTitle, duty.at].compactMap { $0.map(CalendarText.line) }
            .joined(separator: " ")
    }

    private func event(
        _ entry: DutyHistory.Entry, title: String, with lines: [String], reminder: Span?
    ) -> CalendarEvent {
        let (duty, changed) = (entry.duty, entry.changed)
        let place = [subDistrict.text, duty.at].compactMap { $0.map(CalendarText.line) }
        let deed = entry.stands ? "排定" : "取消"
        let head = [
            "响应：\(CalendarText.line(response))（\(changed.level.alertTitle.chinese)）",
            "值班表：第 \(changed.edition) 版\(deed)",
        ]
        return CalendarEvent(
            uid: DutyUID.of(duty, in: subDistrict, response: response), start: entry.start, end: entry.end,
            summary: (changed.isDrill ? "【演练】" : "") + (entry.stands ? "" : "取消：") + title,
            location: place.joined(separator: " "),
            description: (head + (entry.stands ? lines : [])).joined(separator: "\n"),
            categories: ["重污染天气应急", duty.isStandby ? "备岗" : "值守"],
            status: entry.stands ? .confirmed : .cancelled, sequence: max(0, changed.edition - 1),
            modified: changed.drawnUp, isTransparent: duty.isStandby || !entry.stands,
            reminder: entry.stands ? reminder : nil)
    }
}

/// Who stands with whom.
private struct ShiftMates {
    private let standing: [Turn: [DutyHistory.Entry]]

    private struct Turn: Hashable {
        let date: CivilDate
        let shift: Identifier<Shift>
    }

    init(_ history: DutyHistory) {
        standing = Dictionary(grouping: history.duties.filter(\.stands)) {
            Turn(date: $0.duty.date, shift: $0.duty.shift)
        }
    }

    /// The others of the crew, and at most six of those who stand for the whole sub-district.
    func lines(for entry: DutyHistory.Entry) -> [String] {
        let duty = entry.duty
        let others = (standing[Turn(date: duty.date, shift: duty.shift)] ?? []).map(\.duty).filter {
            $0.person != duty.person
        }
        let crew = others.filter { $0.post == duty.post && $0.at == duty.at }
        let leading = others.filter { $0.at == nil && !(duty.at == nil && $0.post == duty.post) }.prefix(6)
        let named = crew.map { CalendarText.line($0.name) }
        let led = leading.map { "\(CalendarText.line($0.postTitle)) \(CalendarText.line($0.name))" }
        return (named.isEmpty ? [] : ["同岗：" + named.joined(separator: "、")])
            + (led.isEmpty ? [] : ["本班：" + led.joined(separator: "、")])
    }
}
