package import PlanModel

/// How a response stands: which level is or was in force from when, and until when.
package struct ResponseState: Sendable, Equatable {
    /// The level changes with their times, rising; the first began the response. Never empty.
    package private(set) var changes: [LevelChange]
    /// Exclusive; nil while it is not known.
    package private(set) var until: CivilTime?
    /// When the last order came.
    package private(set) var issued: CivilTime
    /// nil while the response runs on, or ran out.
    package private(set) var ending: Ending?

    /// A level and from when it is in force.
    package struct LevelChange: Sendable, Equatable {
        package let level: AlertLevel
        /// The number of the city's order.
        package let order: String?
        /// When the order came.
        package let issued: CivilTime
        /// Inclusive.
        package let effective: CivilTime
    }

    /// How a response ended otherwise than by running out.
    package enum Ending: Sendable, Equatable {
        /// By an order of its own, at `until`.
        case lifted
        /// The order was taken back before it took effect.
        case revoked
    }

    /// Where a response stands at a time.
    package enum Phase: Sendable, Equatable {
        /// Ordered, not yet in effect.
        case coming(AlertLevel)
        case inForce(AlertLevel)
        /// Ended, or taken back.
        case over
    }

    /// When the first level took effect, or would have.
    package var began: CivilTime { changes[0].effective }
    /// The last change of level, which may be yet to come.
    package var last: LevelChange { changes[changes.count - 1] }

    /// Where the response stands at a time; an end is exclusive, an effective time inclusive.
    package func phase(at time: CivilTime) -> Phase {
        if ending == .revoked || until.map({ $0 <= time }) ?? false { return .over }
        guard let now = changes.last(where: { $0.effective <= time }) else {
            return .coming(changes[0].level)
        }
        return .inForce(now.level)
    }

    /// The level in force at a time; nil before and after the response.
    package func level(at time: CivilTime) -> AlertLevel? {
        if case .inForce(let level) = phase(at: time) { level } else { nil }
    }

    /// The change that is ordered and not yet in effect at a time.
    package func coming(at time: CivilTime) -> LevelChange? {
        phase(at: time) != .over && time < last.effective ? last : nil
    }

    /// The times at which each level was in force, as things stand; the last is open where the end is not known. Levels
    /// that were changed again before they took effect are none.
    package var stretches: [Stretch] {
        guard ending != .revoked else { return [] }
        return changes.indices.compactMap { index in
            let next = index + 1 < changes.count ? changes[index + 1].effective : until
            let start = changes[index].effective
            guard next.map({ start < $0 }) ?? true else { return nil }
            return Stretch(level: changes[index].level, start: start, end: next)
        }
    }

    /// How long a level was in force.
    package struct Stretch: Sendable, Equatable {
        package let level: AlertLevel
        /// Inclusive.
        package let start: CivilTime
        /// Exclusive; nil while the end is not known.
        package let end: CivilTime?
    }

    init(_ first: LevelChange, until: CivilTime?) {
        changes = [first]
        self.until = until
        issued = first.issued
    }

    func changed(_ change: LevelChange, until: CivilTime?) -> ResponseState {
        var state = self
        state.changes.append(change)
        state.until = until
        state.issued = change.issued
        return state
    }

    func ending(_ until: CivilTime?, as ending: Ending?, issued: CivilTime) -> ResponseState {
        var state = self
        state.until = until
        state.ending = ending
        state.issued = issued
        return state
    }

    /// The same after something was told at a time that changes nothing of it.
    func told(at issued: CivilTime) -> ResponseState {
        var state = self
        state.issued = issued
        return state
    }

    /// Without the changes that take effect at a time or later; nil where that is all of them.
    func without(changesFrom time: CivilTime) -> ResponseState? {
        var state = self
        state.changes.removeAll { time <= $0.effective }
        return state.changes.isEmpty ? nil : state
    }

    func revoked(_ issued: CivilTime) -> ResponseState {
        var state = self
        state.ending = .revoked
        state.issued = issued
        return state
    }
}
