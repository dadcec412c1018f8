import Diagnostics
package import PlanModel

extension AlertMessage {
    /// The message as CAP 1.2 (OASIS, 2010): elements in the order of its schema, the same bytes for the same message.
    ///
    /// It is public, in Chinese, of the category of the environment, and says its level twice: as the standard's
    /// severity, and as a parameter of its own that no mapping can blur.
    package var cap: String {
        var xml = XMLText()
        xml.open("alert", attribute: ("xmlns", "urn:oasis:names:tc:emergency:cap:1.2"))
        xml.element("identifier", identifier)
        xml.element("sender", sender)
        xml.element("sent", Self.time(sent))
        xml.element("status", status.rawValue)
        xml.element("msgType", kind.rawValue)
        xml.element("scope", "Public")
        if !references.isEmpty {
            xml.element("references", references.map(Self.text).joined(separator: " "))
        }
        if let content { write(content, to: &xml) }
        xml.close("alert")
        return xml.text
    }

    private func write(_ content: Content, to xml: inout XMLText) {
        xml.open("info")
        xml.element("language", "zh-CN")
        xml.element("category", "Env")
        xml.element("event", content.event.name)
        xml.element("responseType", kind == .cancel ? "AllClear" : "Execute")
        xml.element("urgency", kind == .cancel ? "Past" : "Expected")
        xml.element("severity", content.color?.severity ?? "Unknown")
        xml.element("certainty", "Likely")
        if let code = content.event.code { xml.pair("eventCode", "eventType", code) }
        xml.element("effective", content.effective.map(Self.time))
        xml.element("onset", content.onset.map(Self.time))
        xml.element("expires", content.expires.map(Self.time))
        xml.element("senderName", content.senderName)
        xml.element("headline", content.headline)
        xml.element("description", content.description)
        xml.element("instruction", content.instruction)
        if let color = content.color { xml.pair("parameter", "预警级别", color.title.chinese) }
        if let number = content.orderNumber { xml.pair("parameter", "文号", number) }
        for area in content.areas {
            xml.open("area")
            xml.element("areaDesc", area.description)
            for code in area.codes { xml.pair("geocode", "GB/T 2260", code) }
            xml.close("area")
        }
        xml.close("info")
    }

    /// `2026-11-24T18:00:00+08:00`.
    private static func time(_ time: CivilTime) -> String {
        "\(time.date.isoText)T\(time.clockText):00+08:00"
    }

    /// `sender,identifier,sent`; the identifier alone where the others are not known.
    private static func text(_ reference: Reference) -> String {
        guard let sender = reference.sender, let sent = reference.sent else { return reference.identifier }
        return "\(sender),\(reference.identifier),\(time(sent))"
    }
}
