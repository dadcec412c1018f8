package import PlanModel

/// The duty of a response as calendars: one for each sub-district, and one for everybody who has or had a duty.
package struct RosterCalendars: Sendable {
    /// By path with slashes, such as `月坛/月坛.ics` and `月坛/张三-yt-01.ics`; in the district's order, a
    /// sub-district's people in the order of its staff.
    package let files: [(path: String, text: String)]

    /// - Parameters:
    ///   - editions: Of one response, rising. Of several the last counts; what stood before and stands no more is
    ///     cancelled.
    ///   - wanted: The one sub-district whose calendars are wanted; nil for all.
    ///   - reminder: How long before a duty its person is reminded; nil for never.
    package init(
        editions: [PublishedRoster], only wanted: Identifier<SubDistrict>? = nil,
        reminder: Span? = Span(minutes: 120)
    ) {
        var seen: Set<Identifier<SubDistrict>> = []
        let subDistricts = editions.reversed().flatMap(\.parts).map(\.subDistrict).filter {
            seen.insert($0).inserted
        }
        var files: [(path: String, text: String)] = []
        var folders: Set<String> = []
        let histories = subDistricts.map { ($0, DutyHistory(of: $0, in: editions)) }
        for name in subDistricts {
            guard let last = editions.last else { break }
            // Room for the number of one that is named alike, and for `.ics`.
            let stem = CalendarPaths.free(CalendarPaths.safe(name.text, most: 180), in: &folders)
            guard wanted == nil || name == wanted else { continue }
            let calendars = SubDistrictCalendars(name, in: histories, last: last, reminder: reminder)
            var paths = CalendarPaths(folder: stem)
            files.append((paths.path(stem), calendars.whole.text))
            for (person, calendar) in calendars.own {
                let safe = CalendarPaths.safe(person.name, most: 90)
                let id = CalendarPaths.safe(person.id.text, most: 90)
                files.append((paths.path("\(safe)-\(id)"), calendar.text))
            }
        }
        self.files = files
    }
}
