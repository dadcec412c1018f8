package import PlanModel

/// A calendar as a file that telephones and office programs take in or subscribe to (RFC 5545).
package struct CalendarFile: Sendable {
    /// As programs show it.
    package let name: String
    /// When the file's edition was drawn up.
    package let stamp: CivilTime
    package let events: [CalendarEvent]

    package init(name: String, stamp: CivilTime, events: [CalendarEvent]) {
        self.name = name
        self.stamp = stamp
        self.events = events
    }

    /// UTF-8 with CRLF, no line over 75 octets.
    package var text: String {
        let head = [
            ContentLine("BEGIN", raw: "VCALENDAR"),
            ContentLine("VERSION", raw: "2.0"),
            ContentLine("PRODID", raw: "-//emergency//duty roster//ZH"),
            ContentLine("CALSCALE", raw: "GREGORIAN"),
            ContentLine("METHOD", raw: "PUBLISH"),
            ContentLine("X-WR-CALNAME", text: name),
            ContentLine("X-WR-TIMEZONE", raw: BeijingZone.id),
        ]
        var text = ""
        for line in head + BeijingZone.lines { text += line.folded }
        for event in events {
            for line in event.lines(stamp: stamp) { text += line.folded }
        }
        return text + ContentLine("END", raw: "VCALENDAR").folded
    }
}
