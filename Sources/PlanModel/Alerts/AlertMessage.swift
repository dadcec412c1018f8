/// An alert as it travels between authorities, in the terms of OASIS CAP 1.2 and of the national dialect.
///
/// Times are minutes of Beijing time. Where a message says seconds, beginnings are rounded down and ends up, so that
/// no alert is shorter here than it was sent.
package struct AlertMessage: Sendable, Equatable {
    /// Unique among the messages of its sender.
    package let identifier: String
    package let sender: String
    package let sent: CivilTime
    package let status: Status
    package let kind: Kind
    /// The earlier messages that this one speaks of, in its own order.
    package let references: [Reference]
    /// nil where a message has none, as a cancellation may.
    package let content: Content?

    package init(
        identifier: String, sender: String, sent: CivilTime, status: Status, kind: Kind,
        references: [Reference], content: Content?
    ) {
        self.identifier = identifier
        self.sender = sender
        self.sent = sent
        self.status = status
        self.kind = kind
        self.references = references
        self.content = content
    }

    /// Whether anybody is to act on it; the raw values are those of the standard.
    package enum Status: String, Sendable, CaseIterable {
        case actual = "Actual"
        /// A drill: all is done as if it were real, and marked.
        case exercise = "Exercise"
        case system = "System"
        case test = "Test"
        case draft = "Draft"
    }

    /// What it is to those that were sent before; the raw values are those of the standard.
    package enum Kind: String, Sendable, CaseIterable {
        case alert = "Alert"
        case update = "Update"
        case cancel = "Cancel"
        case acknowledgement = "Ack"
        case error = "Error"
    }

    /// An earlier message. The national dialect names the identifier alone.
    package struct Reference: Sendable, Equatable {
        package let sender: String?
        package let identifier: String
        package let sent: CivilTime?

        package init(sender: String?, identifier: String, sent: CivilTime?) {
            self.sender = sender
            self.identifier = identifier
            self.sent = sent
        }
    }

    /// What the alert is about, in one language and for one area.
    package struct Content: Sendable, Equatable {
        package let event: AlertEvent
        /// nil where a cancellation does not say what it lifts.
        package let color: AlertColor?
        package let effective: CivilTime?
        /// When what is warned of begins.
        package let onset: CivilTime?
        /// Exclusive; nil while it is not known (解除时间待定).
        package let expires: CivilTime?
        package let senderName: String?
        package let headline: String?
        package let description: String?
        package let instruction: String?
        /// The order's number (文号); neither standard has a place of its own for it.
        package let orderNumber: String?
        package let areas: [Area]

        package init(
            event: AlertEvent, color: AlertColor?, effective: CivilTime?, onset: CivilTime?,
            expires: CivilTime?, senderName: String?, headline: String?, description: String?,
            instruction: String?, orderNumber: String?, areas: [Area]
        ) {
            self.event = event
            self.color = color
            self.effective = effective
            self.onset = onset
            self.expires = expires
            self.senderName = senderName
            self.headline = headline
            self.description = description
            self.instruction = instruction
            self.orderNumber = orderNumber
            self.areas = areas
        }
    }

    /// Where it holds.
    package struct Area: Sendable, Equatable {
        package let description: String
        /// GB/T 2260, six digits each; longer ones as they were sent.
        package let codes: [String]

        package init(description: String, codes: [String]) {
            self.description = description
            self.codes = codes
        }
    }
}

extension AlertMessage {
    /// From when it holds: the onset, else when it took effect, else when it was sent.
    package var begins: CivilTime { content?.onset ?? content?.effective ?? sent }

    package var isDrill: Bool { status == .exercise }
}
