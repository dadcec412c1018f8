import PlanModel

/// What became of every duty of a sub-district through the editions of a response.
struct DutyHistory {
    /// In the order of the last edition, then what stands no more.
    let duties: [Entry]
    /// Everybody of the staff or with a duty, in the last edition's order.
    let people: [Identifier<Person>]

    /// One duty as it stood last.
    struct Entry {
        let duty: PublishedRoster.Duty
        let start: CivilTime
        let end: CivilTime
        /// The edition in which it stood last.
        let edition: PublishedRoster
        /// The one that brought, altered or cancelled it last.
        let changed: PublishedRoster
        let stands: Bool
    }

    private struct Key: Hashable {
        let date: CivilDate
        let shift: Identifier<Shift>
        let post: Identifier<Post>
        let at: String?
        let person: Identifier<Person>

        init(_ duty: PublishedRoster.Duty) {
            (date, shift, post) = (duty.date, duty.shift, duty.post)
            (at, person) = (duty.at, duty.person)
        }
    }

    /// - Parameter editions: Rising.
    init(of subDistrict: Identifier<SubDistrict>, in editions: [PublishedRoster]) {
        var entries: [Key: Entry] = [:]
        var order: [Key] = []
        var people: [Identifier<Person>] = []
        for edition in editions {
            let parts = edition.parts.filter { $0.subDistrict == subDistrict }
            let (now, sequence) = Self.entries(of: parts.flatMap(\.duties), in: edition)
            for key in sequence {
                guard let entry = now[key] else { continue }
                entries[key] = entries[key].map { $0.followed(by: entry) } ?? entry
            }
            for key in order where now[key] == nil { entries[key] = entries[key]?.cancelled(by: edition) }
            order = Self.merged(sequence, order)
            people = Self.merged(parts.flatMap(\.people) + sequence.map(\.person), people)
        }
        duties = order.compactMap { entries[$0] }
        self.people = people
    }

    /// A person who stands twice in a crew has one duty, as long as both together.
    private static func entries(of duties: [PublishedRoster.Duty], in edition: PublishedRoster) -> (
        [Key: Entry], [Key]
    ) {
        var entries: [Key: Entry] = [:]
        var order: [Key] = []
        for duty in duties {
            let start = max(duty.start, edition.start)
            let end = min(duty.end, start + duty.time)
            guard start < end else { continue }
            let key = Key(duty)
            let other = entries[key]
            if other == nil { order.append(key) }
            entries[key] = Entry(
                duty: duty, start: min(start, other?.start ?? start), end: max(end, other?.end ?? end),
                edition: edition, changed: edition, stands: true)
        }
        return (entries, order)
    }

    private static func merged<Value: Hashable>(_ first: [Value], _ rest: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return (first + rest).filter { seen.insert($0).inserted }
    }
}

extension DutyHistory.Entry {
    fileprivate func followed(by next: Self) -> Self {
        let isSame =
            stands && start == next.start && end == next.end && duty.name == next.duty.name
            && duty.title == next.duty.title && duty.postTitle == next.duty.postTitle
            && duty.isStandby == next.duty.isStandby && duty.isNight == next.duty.isNight
        return Self(
            duty: next.duty, start: next.start, end: next.end, edition: next.edition,
            changed: isSame ? changed : next.changed, stands: true)
    }

    fileprivate func cancelled(by next: PublishedRoster) -> Self {
        Self(
            duty: duty, start: start, end: end, edition: edition, changed: stands ? next : changed,
            stands: false)
    }
}
