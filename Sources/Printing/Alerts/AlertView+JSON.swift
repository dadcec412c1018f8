import Activating
import Diagnostics
import PlanModel
import PlanReading

extension AlertView {
    /// The same as data.
    package var json: JSONValue {
        .object([
            ("format", .string("emergency-alert")), ("formatVersion", .integer(1)),
            ("meaning", .string(meaning.english)),
            ("request", requestJSON),
            ("refused", .text(refusal?.name)),
            ("drill", .flag(message.isDrill)),
            ("message", messageJSON),
            ("notes", .array(notes.map { .string($0.english) })),
        ])
    }

    private var refusal: AlertRequest.Refusal? {
        if case .failure(let refusal) = answer { refusal } else { nil }
    }

    private var requestJSON: JSONValue {
        guard case .success(let request) = answer else { return .null }
        let verb = ("verb", JSONValue.string(request.verb))
        switch request {
        case .begin(let order), .change(let order):
            return .object([
                verb, ("level", .string(order.level.rawValue)), ("issued", .string(order.issued.isoText)),
                ("effective", .string(order.effective.isoText)), ("until", .text(order.end?.isoText)),
                ("number", .text(order.number)),
            ])
        case .extend(let end): return .object([verb, ("until", .text(end?.isoText))])
        case .lift(let time): return .object([verb, ("at", .string(time.isoText))])
        }
    }

    private var messageJSON: JSONValue {
        .object([
            ("dialect", .string(dialect.title.english)), ("identifier", .string(message.identifier)),
            ("sender", .string(message.sender)), ("sent", .string(message.sent.isoText)),
            ("status", .string(message.status.rawValue)), ("type", .string(message.kind.rawValue)),
            (
                "references",
                .array(
                    message.references.map { reference in
                        .object([
                            ("sender", .text(reference.sender)),
                            ("identifier", .string(reference.identifier)),
                            ("sent", .text(reference.sent?.isoText)),
                        ])
                    })
            ),
            ("content", message.content.map(json) ?? .null),
        ])
    }

    private func json(_ content: AlertMessage.Content) -> JSONValue {
        .object([
            ("event", .object([("code", .text(content.event.code)), ("name", .string(content.event.name))])),
            ("color", .text(content.color?.rawValue)), ("effective", .text(content.effective?.isoText)),
            ("onset", .text(content.onset?.isoText)), ("expires", .text(content.expires?.isoText)),
            ("senderName", .text(content.senderName)), ("headline", .text(content.headline)),
            ("description", .text(content.description)), ("instruction", .text(content.instruction)),
            ("orderNumber", .text(content.orderNumber)),
            (
                "areas",
                .array(
                    content.areas.map { area in
                        .object([
                            ("description", .string(area.description)),
                            ("codes", .array(area.codes.map { .string($0) })),
                        ])
                    })
            ),
        ])
    }
}
