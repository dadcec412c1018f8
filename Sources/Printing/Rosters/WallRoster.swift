import Diagnostics
package import PlanModel
package import Staffing

/// A roster in the form in which it hangs on the wall (值班表): a row a shift, a column a post, all in Chinese.
package struct WallRoster: Sendable {
    package let columns: [Column]
    package let rows: [Row]

    /// A post, and who stands by for it in the same places.
    package struct Column: Sendable {
        package let post: Post
        fileprivate let standby: [Post]
        /// Whether telephones stand beside the names; those of posts for the whole sub-district have a column.
        package var namesPlaces: Bool { post.per != .subDistrict }
    }

    package struct Row: Sendable {
        package let date: String
        /// 周二, and what day of rest or holiday it is.
        package let day: String
        package let shift: String
        /// By column.
        package let cells: [[Entry]]
        /// Of those whose names stand without places, a line each.
        package let phones: [String]
        /// How many seats are open; nil where none is.
        package let open: String?
        /// Why it is somebody whom the rotation did not choose, a line each.
        package let notes: [String]

        package var remarks: [String] { (open.map { [$0] } ?? []) + notes }
    }

    /// Those of one place in one cell: on duty, and behind them who stands by.
    package struct Entry: Sendable {
        /// nil where the column has one place.
        package let place: String?
        package let crews: [Crew]

        package struct Crew: Sendable {
            /// Of who stands by; nil on duty.
            package let post: String?
            /// With their telephones where the column names places.
            package let people: [String]
            package let openSeats: Int
        }

        /// The place, then everybody with the post for which they stand by, a line each.
        package var lines: [String] {
            (place.map { [$0 + "："] } ?? [])
                + crews.flatMap { crew in
                    (crew.people + Array(repeating: DutyCrew.openMark.chinese, count: crew.openSeats)).map {
                        (crew.post.map { $0 + " " } ?? "") + $0
                    }
                }
        }
    }

    package init(_ roster: DutyRoster) {
        let posts = roster.crews.reduce(into: [Post]()) { posts, crew in
            if !posts.contains(where: { $0.id.value == crew.slot.post.id.value }) {
                posts.append(crew.slot.post)
            }
        }
        var columns: [Column] = []
        for post in posts
        where !post.isStandby || !posts.contains(where: { !$0.isStandby && $0.per == post.per }) {
            let isFirst = !columns.contains { $0.post.per == post.per }
            let standby =
                isFirst && !post.isStandby ? posts.filter { $0.isStandby && $0.per == post.per } : []
            columns.append(Column(post: post, standby: standby))
        }
        self.columns = columns
        rows = roster.occurrences.map { Row($0, in: columns, of: roster) }
    }
}

extension WallRoster.Row {
    fileprivate init(_ occurrence: ShiftOccurrence, in columns: [WallRoster.Column], of roster: DutyRoster) {
        let style = TextStyle(language: .chinese, usesColor: false)
        let crews = roster.crews(in: occurrence)
        date = "\(occurrence.date.month)月\(occurrence.date.day)日"
        day = occurrence.date.weekdayTitle.chinese + roster.calendar.kind(of: occurrence.date).shortTitle
        shift = occurrence.hoursText(within: roster, in: style)
        cells = columns.map { column in
            let posts = ([column.post] + column.standby).map(\.id.value)
            let own = posts.flatMap { post in crews.filter { $0.slot.post.id.value == post } }
            let places = own.reduce(into: [DutySlot.Place]()) { places, crew in
                if !places.contains(crew.slot.place) { places.append(crew.slot.place) }
            }
            return places.map { place in
                WallRoster.Entry(place, own.filter { $0.slot.place == place }, in: column)
            }
        }
        let atHand = columns.filter { !$0.namesPlaces }.map(\.post.id.value)
        phones = crews.filter { atHand.contains($0.slot.post.id.value) }.flatMap { crew in
            crew.members.map { "\($0.person.name) \($0.person.phone)" }
        }
        let seats = crews.reduce(0) { $0 + $1.openSeats }
        open = seats > 0 ? "空岗 \(seats)" : nil
        notes =
            crews.flatMap(\.members).compactMap { member in
                member.note(in: style).map { "\(member.person.name)：\($0)" }
            }
            + roster.lending.lent.filter { $0.slot.occurrence == occurrence }.map { duty in
                "\(duty.person.name)：借给\(duty.borrower.text)（\(duty.slot.post.title)）"
            }
    }
}

extension WallRoster.Entry {
    fileprivate init(_ place: DutySlot.Place, _ crews: [DutyCrew], in column: WallRoster.Column) {
        self.place = place.name
        self.crews = crews.map { crew in
            Crew(
                post: crew.slot.post.id.value == column.post.id.value ? nil : crew.slot.post.title,
                people: crew.members.map {
                    column.namesPlaces ? "\($0.person.name) \($0.person.phone)" : $0.person.name
                },
                openSeats: crew.openSeats)
        }
    }
}

extension DayKind {
    /// What a roster adds to the weekday: nothing on a working day, 休 or the holiday's name in brackets.
    var shortTitle: String {
        switch self {
        case .workday: ""
        case .restDay: "（休）"
        case .holiday(let name): "（\(name)）"
        }
    }

    /// 工作日, 休息日 or 节假日.
    var title: Phrase {
        switch self {
        case .workday: Phrase(zh: "工作日", en: "working day")
        case .restDay: Phrase(zh: "休息日", en: "day of rest")
        case .holiday(let name): Phrase(zh: "节假日 \(name)", en: "holiday \(name)")
        }
    }
}

extension ShiftOccurrence {
    /// `夜班 20:00–次日 08:00`: what of it is served.
    package func hoursText(within roster: DutyRoster, in style: TextStyle) -> String {
        "\(harmless(shift.title)) \(clockText(within: roster, in: style))"
    }

    /// `20:00–次日 08:00`.
    private func clockText(within roster: DutyRoster, in style: TextStyle) -> String {
        roster.hours.of(self).clockText(of: date, in: style)
    }
}

extension DutyHours.Stretch {
    /// `20:00–次日 08:00`, of a shift that starts on a day.
    func clockText(of date: CivilDate, in style: TextStyle) -> String {
        "\(start.date == date ? "" : style.say("次日 ", "next day "))\(start.clockText)–\(end.date == date ? "" : style.say("次日 ", "next day "))\(end.clockText)"
    }
}
