import Diagnostics
import PlanModel
import Staffing

extension DutyRoster {
    /// Who stands where with their telephones, shift by shift.
    func textByShift(in style: TextStyle) -> String {
        occurrences.map { occurrence in
            var table = TextTable([.left, .left, .left])
            for crew in crews(in: occurrence) {
                // One a line: two with their telephones are wider than a terminal.
                let people = crew.members.map {
                    TextTable.Cell("\($0.nameText(in: style)) \($0.person.phone)")
                }
                let open = Array(
                    repeating: TextTable.Cell(style.say(DutyCrew.openMark), .bad), count: crew.openSeats)
                for (seat, cell) in (people + open).enumerated() {
                    table.add([
                        .init(seat == 0 ? crew.slot.post.title : ""),
                        .init(seat == 0 ? crew.slot.place.text(in: style) : ""), cell,
                    ])
                }
            }
            let day = "\(occurrence.date.isoText) \(style.say(occurrence.date.weekdayTitle))"
            return style.paint("\(day) \(occurrence.hoursText(within: self, in: style))", .mark) + "\n"
                + table.text(in: style, indent: 2)
        }.joined()
    }

    /// What each person serves, what was served before a change included; who serves nothing is counted.
    func textByPerson(in style: TextStyle) -> String {
        let before = Dictionary(grouping: served, by: \.person)
        let planned = Dictionary(grouping: assignments, by: \.person.id.value)
        var text = ""
        var idle = 0
        for share in shares {
            let (id, tally) = (share.person.id.value, share.tally)
            let rows =
                (before[id] ?? []).map { duty in
                    let shift = ShiftOccurrence(duty)
                    return (shift, hours.of(shift), duty.postTitle, duty.at)
                }
                + (planned[id] ?? []).map { duty in
                    (duty.slot.occurrence, hours(of: duty), duty.slot.post.title, duty.slot.place.text)
                }
            guard !rows.isEmpty else {
                idle += 1
                continue
            }
            text += style.paint(harmless(share.person.name), .mark) + " \(harmless(share.person.phone))"
            text += style.say(
                "：\(tally.shifts) 班，夜班 \(tally.nights)，休息日 \(tally.restDays)，工时 \(tally.time.hoursText)\n",
                ": shifts \(tally.shifts), nights \(tally.nights), on days of rest \(tally.restDays), hours \(tally.time.hoursText)\n"
            )
            var table = TextTable([.left, .left, .left, .left])
            for (shift, hours, post, place) in rows {
                table.add([
                    "\(shift.date.shortText(in: style)) \(shift.shift.title)",
                    hours.clockText(of: shift.date, in: style), post,
                    place ?? "",
                ])
            }
            text += table.text(in: style, indent: 2)
        }
        return text
            + (idle == 0 ? "" : style.say("另有 \(idle) 人未排班\n", "\(idle) more have no duty\n"))
    }

    /// Who holds each post in each place, shift after shift.
    func textByPost(in style: TextStyle) -> String {
        var text = ""
        var told: [(post: Identifier<Post>, place: String?)] = []
        for first in crews {
            let (post, place) = (first.slot.post.id.value, first.slot.place.text)
            guard !told.contains(where: { $0.post == post && $0.place == place }) else { continue }
            told.append((post, place))
            let title = "\(harmless(first.slot.post.title)) \(first.slot.place.text(in: style))"
            text += style.paint(title.hasSuffix(" ") ? String(title.dropLast()) : title, .mark) + "\n"
            var table = TextTable([.left, .left])
            for crew in crews where crew.slot.post.id.value == post && crew.slot.place.text == place {
                let (shift, names) = (crew.slot.occurrence, crew.members.map { $0.nameText(in: style) })
                let open = Array(repeating: style.say(DutyCrew.openMark), count: crew.openSeats)
                table.add(
                    [
                        .init(
                            "\(shift.date.shortText(in: style)) \(shift.shift.title)"
                        ),
                        .init(
                            (names + open).joined(separator: style.say("、", ", ")), open.isEmpty ? nil : .bad),
                    ])
            }
            text += table.text(in: style, indent: 2)
        }
        return text
    }
}

extension DutyCrew {
    /// By seat: who serves, with whom they are borrowed from, and a telephone; nil for one that stays open.
    package func peopleText(in style: TextStyle) -> [String?] {
        members.map { member in
            let lender = member.lender?.asideText(in: style) ?? ""
            return "\(member.person.name)\(lender) \(member.person.phone)"
        } + Array(repeating: nil, count: openSeats)
    }
}

extension DutyAssignment {
    /// The name, and why it is them where the rotation did not choose them: `张三（换班，替李四）`.
    package func nameText(in style: TextStyle) -> String {
        guard let note = note(in: style) else { return harmless(person.name) }
        return harmless(person.name) + style.say("（\(note)）", " (\(note))")
    }

    /// nil for who is on duty by the plan alone.
    package func note(in style: TextStyle) -> String? {
        if let lender { return lender.lenderText(in: style) }
        return switch origin {
        case .planned: nil
        case .fixed: style.say("指定", "fixed")
        case .swap(let other): style.say("换班，替\(harmless(other))", "swap for \(harmless(other))")
        case .running: style.say("正在值", "on duty")
        }
    }
}

extension Identifier<SubDistrict> {
    /// Of whom somebody is borrowed: 展览路借用.
    func lenderText(in style: TextStyle) -> String {
        style.say("\(harmless(text))借用", "lent by \(harmless(text))")
    }

    /// The same behind a name: （展览路借用）.
    func asideText(in style: TextStyle) -> String {
        style.say("（\(lenderText(in: style))）", " (\(lenderText(in: style)))")
    }
}
