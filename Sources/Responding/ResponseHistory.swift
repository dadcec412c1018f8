import Diagnostics
package import PlanModel

/// All responses of a folder, those of drills apart from real ones.
package struct ResponseHistory: Sendable {
    /// By when they began.
    package let records: [ResponseRecord]

    package init(_ records: [ResponseRecord]) {
        self.records = records.enumerated().sorted {
            ($0.element.state.began, $0.offset) < ($1.element.state.began, $1.offset)
        }.map(\.element)
    }

    /// The response that is in force at a time, else the one that is coming.
    package func current(at time: CivilTime, isDrill: Bool) -> ResponseRecord? {
        let open = open(at: time, isDrill: isDrill)
        return open.last { $0.state.level(at: time) != nil } ?? open.last
    }

    /// All that are in force or coming at a time, by when they began.
    package func open(at time: CivilTime, isDrill: Bool) -> [ResponseRecord] {
        records.filter { $0.isDrill == isDrill && $0.state.phase(at: time) != .over }
    }

    /// The response that an order is about: what is in force, or for a revocation what is coming; else the last.
    package func addressed(by kind: ResponseEvent.Kind, at time: CivilTime, isDrill: Bool) -> ResponseRecord?
    {
        let open = open(at: time, isDrill: isDrill)
        let coming = open.last { $0.state.coming(at: time) != nil }
        return (kind == .revoke ? coming : nil) ?? current(at: time, isDrill: isDrill)
            ?? last(isDrill: isDrill)
    }

    /// How a response would stand after an order, beside the others.
    /// - Throws: Why the order makes no sense as things stand.
    package func after(_ order: ResponseOrder, of record: ResponseRecord) throws(OrderRefusal)
        -> ResponseState
    {
        let state = try record.after(order)
        let next = records.first { other in
            other.name != record.name && other.isDrill == record.isDrill && other.state.ending != .revoked
                && record.state.began < other.state.began
                && state.until.map { other.state.began < $0 } ?? true
        }
        guard let next, state.ending != .revoked, state.until != record.state.until else { return state }
        throw OrderRefusal(
            Phrase(
                zh: "\(next.name) 从 \(next.state.began.isoText) 起，会与它重叠",
                en: "\(next.name) begins at \(next.state.began.isoText) and would overlap"),
            help: Phrase(
                zh: "先撤回它：emergency revoke", en: "take that back first: emergency revoke"))
    }

    /// The last one, whether it is over or not.
    package func last(isDrill: Bool) -> ResponseRecord? { records.last { $0.isDrill == isDrill } }

    /// - Throws: When another response is in force at the time of a new one: an episode is one response.
    package func requireFree(for order: ResponseOrder, isDrill: Bool) throws(OrderRefusal) {
        let other = records.last { record in
            let state = record.state
            return record.isDrill == isDrill && state.ending != .revoked
                && state.until.map { order.effective < $0 } ?? true
                && order.until.map { state.began < $0 } ?? true
        }
        guard let other else { return }
        throw OrderRefusal(
            Phrase(
                zh: "\(other.name) 还在进行，一次过程只启动一次",
                en: "\(other.name) is going on; an episode is one response"),
            help: other.events.count == 1
                ? Phrase(
                    zh: "改级别用 emergency raise|lower，改时间用 extend|lift；启动时写错了，加 --replace 重写",
                    en:
                        "to change its level use emergency raise|lower, to move its end extend|lift; to write it anew add --replace"
                )
                : Phrase(
                    zh: "改级别用 emergency raise|lower，改时间用 extend|lift",
                    en: "to change its level use emergency raise|lower, to move its end extend|lift"))
    }
}
