package import PlanModel

/// What a response came to: how long each level was in force, what was avoided, who served, on which plans.
package struct ResponseReview: Sendable {
    package let record: ResponseRecord
    /// Up to when it is reckoned: the end, or the time asked for where it is not over.
    package let until: CivilTime
    /// Whether the response has ended, so that nothing will be added.
    package let isOver: Bool
    /// The levels with their times, the last one closed.
    package let stretches: [ResponseState.Stretch]
    package let avoided: AvoidedEmissions
    /// In the district's order; those of whom nobody served are there too.
    package let served: [Part]

    /// The duty of a sub-district.
    package struct Part: Sendable {
        package let subDistrict: Identifier<SubDistrict>
        /// In the roster's order; whoever served, and those of the staff who did not.
        package let people: [Served]
    }

    /// What a person has served.
    package struct Served: Sendable {
        package let person: Identifier<Person>
        package let name: String
        /// The sub-district that lent them; nil for its own people.
        package let lender: Identifier<SubDistrict>?
        /// Without those of standing by.
        package let shifts: Int
        /// Of the shifts, those at night, on days of rest, and on holidays, which are days of rest too.
        package let nights: Int
        package let restDays: Int
        package let holidays: Int
        /// Shifts of standing by.
        package let standby: Int
        /// On duty; standing by takes no time.
        package let time: Span
    }

    /// - Parameters:
    ///   - cuts: What each event cuts, by its number.
    ///   - roster: The last edition.
    ///   - now: Up to when a response is reckoned that is not over.
    package init(
        _ record: ResponseRecord, cuts: [Int: [ScheduledCut]], roster: PublishedRoster?, now: CivilTime
    ) {
        let state = record.state
        let until = min(state.until ?? now, max(now, state.began))
        self.record = record
        self.until = until
        isOver = state.phase(at: now) == .over
        stretches = state.stretches.filter { $0.start < until }.map {
            ResponseState.Stretch(level: $0.level, start: $0.start, end: min($0.end ?? until, until))
        }
        avoided = AvoidedEmissions(
            record.ordersInForce.filter { $0.from < until }.map { ($0.from, cuts[$0.event] ?? []) },
            stretches: stretches, until: until)
        served = (roster?.parts ?? []).map { part in
            Part(subDistrict: part.subDistrict, people: Self.served(part, of: roster, until: until))
        }
    }

    private static func served(
        _ part: PublishedRoster.Part, of roster: PublishedRoster?, until: CivilTime
    ) -> [Served] {
        guard let roster else { return [] }
        var order = part.people
        var duties: [Identifier<Person>: [PublishedRoster.Duty]] = [:]
        for duty in part.duties where duty.start < until {
            let duty = until < duty.end ? roster.cut(duty, at: until) : duty
            guard duty.time.minutes > 0 else { continue }
            if duties[duty.person] == nil, !order.contains(duty.person) { order.append(duty.person) }
            duties[duty.person, default: []].append(duty)
        }
        return order.map { person in
            let own = duties[person] ?? []
            let active = own.filter { !$0.isStandby }
            return Served(
                person: person, name: own.first?.name ?? person.text, lender: own.first?.lender,
                shifts: active.count, nights: active.count { $0.isNight },
                restDays: active.count { $0.isRestDay }, holidays: active.count { $0.isHoliday },
                standby: own.count - active.count,
                time: Span(minutes: active.reduce(0) { $0 + $1.time.minutes }))
        }
    }
}

extension ResponseRecord {
    /// The events that set what was cut, one after another, each with the time from which it counts. What was taken back
    /// is none.
    package var ordersInForce: [(event: Int, from: CivilTime)] {
        var level: CivilTime?
        return standingOrders.compactMap { event in
            switch event.kind {
            case .activate, .raise, .lower:
                level = event.effective
                return (event.number, event.effective)
            case .extend: return (event.number, max(event.issued, level ?? event.issued))
            // Lifting sets nothing.
            case .lift, .revoke, .roster: return nil
            }
        }
    }
}
