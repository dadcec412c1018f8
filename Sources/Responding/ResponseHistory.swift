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

    /// The response that is coming or in force at a time; of several the last to begin.
    package func current(at time: CivilTime, isDrill: Bool) -> ResponseRecord? {
        records.last { $0.isDrill == isDrill && $0.state.phase(at: time) != .over }
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
