package import PlanModel

/// A moment as messages write it: `2026-11-24T18:00:00+08:00`, a blank instead of the T, or `20261124180000`.
package struct AlertTime: Sendable {
    /// The minute in which it lies.
    package let earlier: CivilTime
    /// The same minute, or the next one where seconds are said.
    package let later: CivilTime
    /// Whether it says how far it is from UTC; if not, it is Beijing time.
    package let saysZone: Bool

    /// Longer texts are no times.
    private static let longest = 40

    /// - Returns: nil for anything else, and for days, times and zones that do not exist.
    package init?(_ text: String) {
        guard text.utf8.count <= Self.longest else { return nil }
        if let match = text.wholeMatch(of: #/([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})/#) {
            let (_, year, month, day, hour, minute, second) = match.output
            self.init("\(year)-\(month)-\(day)", "\(hour):\(minute)", String(second), fraction: "", zone: nil)
            return
        }
        let form =
            #/([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2})(?::([0-9]{2})(?:\.([0-9]+))?)? ?(Z|[+-][0-9]{2}:?[0-9]{2})?/#
        guard let match = text.wholeMatch(of: form) else { return nil }
        let (_, date, clock, second, fraction, zone) = match.output
        self.init(
            String(date), String(clock), second.map { String($0) } ?? "0",
            fraction: fraction.map { String($0) } ?? "",
            zone: zone.map { String($0) })
    }

    private init?(_ date: String, _ clock: String, _ second: String, fraction: String, zone: String?) {
        guard let local = CivilTime("\(date) \(clock)"), let second = Int(second), second < 60,
            let offset = Self.minutes(ofZone: zone)
        else { return nil }
        earlier = CivilTime(minuteNumber: local.minuteNumber - offset + Self.beijing)
        let isWhole = second == 0 && fraction.allSatisfy { $0 == "0" }
        later = CivilTime(minuteNumber: earlier.minuteNumber + (isWhole ? 0 : 1))
        saysZone = zone != nil
        // A zone or a second may lead out of the years that can be written.
        guard [earlier, later].allSatisfy({ (1900...2999).contains($0.date.year) }) else { return nil }
    }

    /// Minutes that Beijing is ahead of UTC, all year.
    private static let beijing = 480

    private static func minutes(ofZone zone: String?) -> Int? {
        guard let zone else { return beijing }
        guard zone != "Z" else { return 0 }
        let digits = zone.filter(\.isNumber)
        guard let hours = Int(digits.prefix(2)), let minutes = Int(digits.suffix(2)), hours <= 14,
            minutes < 60
        else { return nil }
        return (zone.hasPrefix("-") ? -1 : 1) * (hours * 60 + minutes)
    }
}
