/// A day of the civil calendar, in Beijing time like everything in a plan.
package struct CivilDate: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01.
    package let dayNumber: Int

    package init(dayNumber: Int) {
        self.dayNumber = dayNumber
    }

    /// - Returns: nil for a day that the calendar does not have, or a year outside 1900…2999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1900...2999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        // Days from civil, after Howard Hinnant: March-based years make the leap day the last of a year.
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        dayNumber = era * 146_097 + dayOfEra - 719_468
        guard self.day == day, self.month == month else { return nil }
    }

    package var year: Int { parts.year }
    package var month: Int { parts.month }
    package var day: Int { parts.day }

    /// 1 for Monday to 7 for Sunday.
    package var weekday: Int { (dayNumber + 3).flooredParts(by: 7).remainder + 1 }

    private var parts: (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        )
    }

    /// The same day so many months on, or the last day of that month where it has no such day.
    package func adding(months: Int) -> CivilDate {
        let count = year * 12 + month - 1 + months
        for shown in stride(from: day, to: 27, by: -1) {
            if let date = CivilDate(year: count / 12, month: count % 12 + 1, day: shown) { return date }
        }
        return CivilDate(year: count / 12, month: count % 12 + 1, day: day) ?? self
    }

    package static func < (left: CivilDate, right: CivilDate) -> Bool { left.dayNumber < right.dayNumber }

    package static func + (date: CivilDate, days: Int) -> CivilDate {
        CivilDate(dayNumber: date.dayNumber + days)
    }
}

/// A minute of the civil calendar, in Beijing time.
package struct CivilTime: Sendable, Hashable, Comparable {
    /// Minutes since 1970-01-01 00:00 Beijing time.
    package let minuteNumber: Int

    package init(minuteNumber: Int) {
        self.minuteNumber = minuteNumber
    }

    /// - Parameter minuteOfDay: 0 for midnight; 1440 means the midnight at the day's end.
    package init(_ date: CivilDate, minuteOfDay: Int) {
        minuteNumber = date.dayNumber * 1440 + minuteOfDay
    }

    package var date: CivilDate { CivilDate(dayNumber: minuteNumber.flooredParts(by: 1440).quotient) }
    package var minuteOfDay: Int { minuteNumber.flooredParts(by: 1440).remainder }

    package static func < (left: CivilTime, right: CivilTime) -> Bool {
        left.minuteNumber < right.minuteNumber
    }

    package static func + (time: CivilTime, span: Span) -> CivilTime {
        CivilTime(minuteNumber: time.minuteNumber + span.minutes)
    }

    package static func - (time: CivilTime, span: Span) -> CivilTime {
        CivilTime(minuteNumber: time.minuteNumber - span.minutes)
    }

    package static func - (left: CivilTime, right: CivilTime) -> Span {
        Span(minutes: left.minuteNumber - right.minuteNumber)
    }
}

extension Int {
    /// Rounded down also below zero: days and minutes before 1970 are negative.
    fileprivate func flooredParts(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

// MARK: - As written: 2026-11-24, 18:00, 2026-11-24 18:00

extension CivilDate {
    /// Reads `2026-11-24`; nil for any other shape and for days that do not exist.
    package init?(_ text: some StringProtocol) {
        var bytes = text.utf8.makeIterator()
        guard let year = Self.number(&bytes, digits: 4), bytes.next() == UInt8(ascii: "-"),
            let month = Self.number(&bytes, digits: 2), bytes.next() == UInt8(ascii: "-"),
            let day = Self.number(&bytes, digits: 2), bytes.next() == nil,
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        self = date
    }

    private static func number(_ bytes: inout some IteratorProtocol<UInt8>, digits: Int) -> Int? {
        var number = 0
        for _ in 0..<digits {
            guard let byte = bytes.next(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
                return nil
            }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
    }

    /// `2026-11-24`.
    package var isoText: String {
        let (year, month, day) = parts
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
}

extension CivilTime {
    /// Reads `2026-11-24 18:00` or `2026-11-24T18:00`; `24:00` is the midnight at the day's end.
    package init?(_ text: some StringProtocol) {
        guard let gap = text.firstIndex(where: { $0 == " " || $0 == "T" }),
            let date = CivilDate(text[..<gap]),
            let minute = CivilTime.minuteOfDay(text[text.index(after: gap)...])
        else { return nil }
        self.init(date, minuteOfDay: minute)
    }

    /// Reads `08:00`…`24:00` as minutes since midnight.
    package static func minuteOfDay(_ text: some StringProtocol) -> Int? {
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            parts.joined().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            case let (hour, minute) = (number(parts[0]), number(parts[1])), minute < 60,
            hour * 60 + minute <= 1440
        else { return nil }
        return hour * 60 + minute
    }

    private static func number(_ digits: some Sequence<UInt8>) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// `18:00`.
    package var clockText: String { Self.clockText(minuteOfDay: minuteOfDay) }

    package static func clockText(minuteOfDay: Int) -> String {
        let (hour, minute) = (minuteOfDay / 60, minuteOfDay % 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    /// `2026-11-24 18:00`.
    package var isoText: String { "\(date.isoText) \(clockText)" }
}
