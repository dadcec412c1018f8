package import Diagnostics
package import PlanModel

/// What an alert message asks of a district, given what is in force there.
package enum AlertRequest: Sendable {
    /// Nothing is in force: respond.
    case begin(AlertOrder)
    /// Another level than that in force, from the order's effective time on; whether that raises or lowers it is seen
    /// from both.
    case change(AlertOrder)
    /// The same level for longer, or until an end that was open; nil when its end is open again.
    case extend(until: CivilTime?)
    /// It ends at this time, which may lie ahead: a cancellation, or an end sooner than was known.
    case lift(at: CivilTime)

    /// A response as it is now.
    package struct InForce: Sendable {
        package let level: AlertLevel
        /// Exclusive; nil while it is open.
        package let end: CivilTime?
        package let isDrill: Bool
        /// The messages that led here, by their identifiers; empty when it was begun by hand.
        package let messages: [String]
        /// When the last of them was sent.
        package let lastSent: CivilTime?

        package init(
            level: AlertLevel, end: CivilTime?, isDrill: Bool = false, messages: [String] = [],
            lastSent: CivilTime? = nil
        ) {
            self.level = level
            self.end = end
            self.isDrill = isDrill
            self.messages = messages
            self.lastSent = lastSent
        }
    }

    /// Why a message asks for nothing.
    package enum Refusal: Error, Sendable, Equatable {
        /// An acknowledgement or an error report about another message.
        case notAnOrder(AlertMessage.Kind)
        /// Not meant for those who respond.
        case notForActing(AlertMessage.Status)
        /// Blue, to which no response belongs.
        case noSuchLevel
        case nothingToLift
        /// A drill while a real response is in force, or the other way round.
        case drillMismatch(messageIsDrill: Bool)
        /// The same message led to what is in force.
        case alreadyDone
        /// It was sent before the last one that was followed.
        case outdated(lastSent: CivilTime)
        /// The same level and the same end as now.
        case alreadySo
        /// A cancellation that names only other alerts.
        case liftsAnother
        /// It expired before it was sent.
        case overBeforeSent(expired: CivilTime)
    }
}

extension AlertMessage {
    /// What the message asks for, and what should be known about that.
    /// - Parameter current: What is in force; nil when nothing is.
    package func request(given current: AlertRequest.InForce?) throws(AlertRequest.Refusal) -> (
        request: AlertRequest, notes: [Phrase]
    ) {
        try checkStanding(against: current)
        guard kind != .cancel else { return try lifting(current) }
        guard let color = content?.color, let level = color.level else { throw .noSuchLevel }
        let effective = max(begins, sent)
        if let expires = content?.expires, expires <= effective { throw .overBeforeSent(expired: expires) }
        let order = AlertOrder(
            level: level, issued: sent, effective: effective, end: content?.expires,
            number: content?.orderNumber)
        guard let current else {
            return (.begin(order), kind == .update ? [Self.updatesNothing] : beginningNotes)
        }
        guard level == current.level else {
            return (.change(order), beginningNotes + referenceNotes(current))
        }
        guard order.end != current.end else { throw .alreadySo }
        let notes = referenceNotes(current)
        guard let end = order.end else { return (.extend(until: nil), notes) }
        // An end that was open and is known now may yet be put off: nothing is lifted by it.
        guard let known = current.end, end < known else { return (.extend(until: end), notes) }
        return (.lift(at: end), notes)
    }

    /// Whether anybody is to act on the message at all, and has not already.
    private func checkStanding(against current: AlertRequest.InForce?) throws(AlertRequest.Refusal) {
        switch status {
        case .actual, .exercise: break
        case .system, .test, .draft: throw .notForActing(status)
        }
        switch kind {
        case .alert, .update, .cancel: break
        case .acknowledgement, .error: throw .notAnOrder(kind)
        }
        guard let current else { return }
        guard current.isDrill == isDrill else { throw .drillMismatch(messageIsDrill: isDrill) }
        guard !current.messages.contains(identifier) else { throw .alreadyDone }
        if let last = current.lastSent, sent < last { throw .outdated(lastSent: last) }
    }

    private func lifting(_ current: AlertRequest.InForce?) throws(AlertRequest.Refusal) -> (
        request: AlertRequest, notes: [Phrase]
    ) {
        guard let current else { throw .nothingToLift }
        let named = references.map(\.identifier)
        if !named.isEmpty, !current.messages.isEmpty, !named.contains(where: current.messages.contains) {
            throw .liftsAnother
        }
        // Without an area and a level, only what it refers to says that it is about this alert.
        if content == nil, !named.contains(where: current.messages.contains) { throw .liftsAnother }
        var notes: [Phrase] = []
        if let color = content?.color, color.level != current.level {
            notes.append(
                Phrase(
                    zh: "它解除的是\(color.alertTitle.chinese)，进行中的是\(current.level.alertTitle.chinese)",
                    en:
                        "it lifts the \(color.alertTitle.english), while the \(current.level.alertTitle.english) is in force"
                ))
        }
        return (.lift(at: max(begins, sent)), notes)
    }

    private var beginningNotes: [Phrase] {
        begins < sent
            ? [
                Phrase(
                    zh: "它说自 \(begins.isoText) 起，但 \(sent.isoText) 才发出，按发出时间算",
                    en: "it says from \(begins.isoText) on, but was sent at \(sent.isoText), which counts")
            ] : []
    }

    private func referenceNotes(_ current: AlertRequest.InForce) -> [Phrase] {
        guard kind == .update, !current.messages.isEmpty,
            !references.map(\.identifier).contains(where: current.messages.contains)
        else { return [] }
        return [
            Phrase(
                zh: "它没有引用进行中的响应所依据的预警信息",
                en: "it does not refer to any message that the response in force stands on")
        ]
    }

    private static let updatesNothing = Phrase(
        zh: "它更新的预警这里没有启动过，当作新的启动",
        en: "what it updates was never begun here: taken as a beginning")
}
