package import PlanModel

extension ResponseEvent {
    /// The head of a record, above its first entry.
    package static func yamlHead(of response: String) -> String {
        "# 由 emergency 写入，只增不改；写入后改动过的，emergency verify 查得出来\n"
            + "kind: events\nresponse: \(JSONValue.quoted(response))\nevents:\n"
    }

    /// The event as an entry of `events.yaml`, without the hashes that the log adds.
    package var yaml: String {
        func quoted(_ text: String?) -> String { text.map(JSONValue.quoted) ?? "null" }
        func time(_ time: CivilTime) -> String { "\"\(time.isoText)\"" }
        var text = "- event: \(kind.rawValue)\n"
        func line(_ key: String, _ value: String) { text += "  \(key): \(value)\n" }
        line("number", "\(number)")
        line("level", level.rawValue)
        if let orderNumber { line("order", quoted(orderNumber)) }
        if let alert {
            var fields = ["identifier: \(quoted(alert.identifier))"]
            if let sender = alert.sender { fields.append("sender: \(quoted(sender))") }
            if let sent = alert.sent { fields.append("sent: \(time(sent))") }
            line("alert", "{\(fields.joined(separator: ", "))}")
        }
        line("issued", time(issued))
        line("effective", time(effective))
        if let until { line("until", time(until)) }
        if isWhole { line("whole", "true") }
        if isDrill { line("drill", "true") }
        line("recorded", time(recorded))
        if isClockGiven { line("clock", "given") }
        line("by", quoted(by))
        line("program", quoted(plans.programVersion))
        if let commit = plans.commit {
            line("commit", quoted(commit))
            line("clean", "\(plans.isClean)")
        }
        line("contentHash", quoted(plans.contentHash))
        if !plans.leftOut.isEmpty {
            line("leftOut", "[\(plans.leftOut.map(JSONValue.quoted).joined(separator: ", "))]")
        }
        line("met", "\(verdict.isMet)")
        text += "  verdict:\n"
        for pollutant in Pollutant.allCases {
            let figure = verdict.figures[pollutant]
            text +=
                "    \(pollutant.symbol): {base: \(figure.base.gramsPerDay) g/d, cut: \(figure.cut.gramsPerDay) g/d, target: \(figure.target.percentText), met: \(figure.isMet)}\n"
        }
        line("edition", "\(edition)")
        if let papers { line("papers", quoted(papers)) }
        line("sums", quoted(sums))
        return text
    }
}
