/// A roster as people were told it: one edition of one response's roster, as it stands in `Responses/`.
package struct PublishedRoster: Sendable {
    /// The folder of its response, such as `2026-11-24-orange`.
    package let response: String
    /// 1 for the first edition; each change of the roster is one more.
    package let edition: Int
    package let level: AlertLevel
    package let start: CivilTime
    /// As far as duty was planned. Exclusive.
    package let end: CivilTime
    /// When this edition was drawn up; shifts that ended before were served.
    package let drawnUp: CivilTime
    /// Whether it is of an exercise.
    package let isDrill: Bool
    /// In the district's order.
    package let parts: [Part]

    /// The next edition, in which nobody is on duty any more.
    package func emptied(edition: Int, drawnUp: CivilTime) -> PublishedRoster {
        PublishedRoster(
            response: response, edition: edition, level: level, start: start, end: end, drawnUp: drawnUp,
            isDrill: isDrill,
            parts: parts.map { Part(subDistrict: $0.subDistrict, people: $0.people, duties: []) })
    }

    /// The same with what was served in sub-districts that the plans hold no more: what stood in a former edition and had
    /// begun by a time.
    package func keeping(partsOf former: PublishedRoster, until time: CivilTime) -> PublishedRoster {
        let gone = former.parts.filter { part in
            !parts.contains { $0.subDistrict == part.subDistrict }
        }.map { part in
            Part(
                subDistrict: part.subDistrict, people: part.people,
                duties: part.duties.filter { $0.start < time }.map {
                    time < $0.end ? former.cut($0, at: time) : $0
                })
        }
        return PublishedRoster(
            response: response, edition: edition, level: level, start: start, end: end, drawnUp: drawnUp,
            isDrill: isDrill, parts: parts + gone)
    }

    /// The same duty as far as it had come by a time.
    package func cut(_ duty: Duty, at time: CivilTime) -> Duty {
        let from = max(duty.start, start)
        return Duty(
            person: duty.person, name: duty.name, date: duty.date, shift: duty.shift, title: duty.title,
            start: duty.start, end: duty.end, isNight: duty.isNight, post: duty.post,
            postTitle: duty.postTitle, at: duty.at, isStandby: duty.isStandby, isRestDay: duty.isRestDay,
            isHoliday: duty.isHoliday, lender: duty.lender,
            time: Span(minutes: max(0, min(duty.time.minutes, (time - from).minutes))))
    }

    package struct Part: Sendable {
        package let subDistrict: Identifier<SubDistrict>
        /// The staff at that time: who is missing here had not joined.
        package let people: [Identifier<Person>]
        package let duties: [Duty]

        package init(
            subDistrict: Identifier<SubDistrict>, people: [Identifier<Person>], duties: [Duty]
        ) {
            self.subDistrict = subDistrict
            self.people = people
            self.duties = duties
        }
    }

    /// Somebody in a shift, with all that still counts when the plans have changed since.
    package struct Duty: Sendable, Hashable {
        package let person: Identifier<Person>
        package let name: String
        /// The day on which the shift starts.
        package let date: CivilDate
        package let shift: Identifier<Shift>
        package let title: String
        package let start: CivilTime
        package let end: CivilTime
        package let isNight: Bool
        package let post: Identifier<Post>
        package let postTitle: String
        /// The community or the guarded place's id; nil for the sub-district itself.
        package let at: String?
        package let isStandby: Bool
        /// The kind of day it was taken for: of rest, or a holiday, which is a day of rest besides.
        package let isRestDay: Bool
        package let isHoliday: Bool
        /// The sub-district that lends the person; nil for the part's own.
        package let lender: Identifier<SubDistrict>?
        /// On duty within the response; less than the shift where the response begins or ends in it.
        package let time: Span

        package init(
            person: Identifier<Person>, name: String, date: CivilDate, shift: Identifier<Shift>,
            title: String,
            start: CivilTime, end: CivilTime, isNight: Bool, post: Identifier<Post>, postTitle: String,
            at: String?, isStandby: Bool, isRestDay: Bool, isHoliday: Bool,
            lender: Identifier<SubDistrict>? = nil, time: Span
        ) {
            self.person = person
            self.name = name
            self.date = date
            self.shift = shift
            self.title = title
            self.start = start
            self.end = end
            self.isNight = isNight
            self.post = post
            self.postTitle = postTitle
            self.at = at
            self.isStandby = isStandby
            self.isRestDay = isRestDay
            self.isHoliday = isHoliday
            self.lender = lender
            self.time = time
        }
    }

    package init(
        response: String, edition: Int, level: AlertLevel, start: CivilTime, end: CivilTime,
        drawnUp: CivilTime, isDrill: Bool = false, parts: [Part]
    ) {
        self.response = response
        self.edition = edition
        self.level = level
        self.start = start
        self.end = end
        self.drawnUp = drawnUp
        self.isDrill = isDrill
        self.parts = parts
    }
}
