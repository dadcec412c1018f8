package import PlanModel

/// Something at a time, as calendars keep it (RFC 5545, VEVENT).
package struct CalendarEvent: Sendable, Hashable {
    /// Whatever the edition, the same for the same thing; ASCII, at most 255 octets.
    package let uid: String
    package let start: CivilTime
    /// Exclusive, after the start.
    package let end: CivilTime
    package let summary: String
    package let location: String
    /// Its lines are kept.
    package let description: String
    package let categories: [String]
    package let status: Status
    /// Calendars take in the higher one.
    package let sequence: Int
    /// When the event last changed.
    package let modified: CivilTime
    /// Whether people are free for other things meanwhile.
    package let isTransparent: Bool
    /// How long before its start people are reminded; nil for never.
    package let reminder: Span?

    package enum Status: String, Sendable {
        case confirmed = "CONFIRMED"
        case cancelled = "CANCELLED"
    }

    /// - Parameter stamp: When the file was drawn up.
    func lines(stamp: CivilTime) -> [ContentLine] {
        var lines = [
            ContentLine("BEGIN", raw: "VEVENT"),
            ContentLine("UID", text: uid),
            ContentLine("DTSTAMP", raw: stamp.utcText),
            ContentLine("LAST-MODIFIED", raw: modified.utcText),
            ContentLine("SEQUENCE", raw: "\(sequence)"),
            ContentLine("STATUS", raw: status.rawValue),
            ContentLine("DTSTART;TZID=\(BeijingZone.id)", raw: start.localText),
            ContentLine("DTEND;TZID=\(BeijingZone.id)", raw: end.localText),
            ContentLine("SUMMARY", text: summary),
            ContentLine("LOCATION", text: location),
            ContentLine("DESCRIPTION", text: description),
            ContentLine("CATEGORIES", texts: categories),
            ContentLine("TRANSP", raw: isTransparent ? "TRANSPARENT" : "OPAQUE"),
        ]
        if let reminder {
            lines += [
                ContentLine("BEGIN", raw: "VALARM"),
                ContentLine("ACTION", raw: "DISPLAY"),
                ContentLine("TRIGGER", raw: "-PT\(reminder.minutes)M"),
                ContentLine("DESCRIPTION", text: summary),
                ContentLine("END", raw: "VALARM"),
            ]
        }
        return lines + [ContentLine("END", raw: "VEVENT")]
    }
}

/// The zone of all plans, which has had no summer time since 1991.
enum BeijingZone {
    static let id = "Asia/Shanghai"

    /// Ahead of UTC.
    static let offset = Span(minutes: 480)

    static let lines = [
        ContentLine("BEGIN", raw: "VTIMEZONE"),
        ContentLine("TZID", raw: id),
        ContentLine("BEGIN", raw: "STANDARD"),
        // Before every day that a plan can name.
        ContentLine("DTSTART", raw: "19000101T000000"),
        ContentLine("TZOFFSETFROM", raw: "+0800"),
        ContentLine("TZOFFSETTO", raw: "+0800"),
        ContentLine("TZNAME", raw: "CST"),
        ContentLine("END", raw: "STANDARD"),
        ContentLine("END", raw: "VTIMEZONE"),
    ]
}

extension CivilTime {
    /// `20261124T180000`, in Beijing time.
    fileprivate var localText: String {
        isoText.filter { $0 != "-" && $0 != ":" && $0 != " " }.inserted("T", at: 8) + "00"
    }

    /// `20261124T100000Z`.
    fileprivate var utcText: String { (self - BeijingZone.offset).localText + "Z" }
}

extension String {
    fileprivate func inserted(_ text: String, at count: Int) -> String {
        prefix(count) + text + dropFirst(count)
    }
}
