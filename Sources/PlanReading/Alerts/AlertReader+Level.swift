import Diagnostics
import MarkedXML
import PlanModel

extension AlertReader {
    // MARK: - The level

    /// By codes first (`severity`, and a parameter for the level), by the names in event and headline second.
    /// - Parameter isNeeded: Whether it is a fault to say none.
    mutating func color(of info: XMLElement, isNeeded: Bool) -> AlertColor? {
        let codes = codes(of: info)
        guard let first = codes.first else { return colorByName(of: info, isNeeded: isNeeded) }
        for other in codes.dropFirst() where other.color != first.color {
            ledger.add(
                .alertDisagrees,
                Phrase(
                    zh:
                        "“\(other.element.text)”是\(other.color.title.chinese)，第 \(first.element.place.start.line) 行的“\(first.element.text)”是\(first.color.title.chinese)",
                    en:
                        "'\(other.element.text)' means \(other.color.title.english), '\(first.element.text)' on line \(first.element.place.start.line) means \(first.color.title.english)"
                ), at: other.element.textPlace, help: Self.disagreementHelp)
            return nil
        }
        for named in namedElements(of: info) {
            let mentioned = ColorMentions(named.text)
            guard !mentioned.agree(with: first.color) else { continue }
            ledger.add(
                .alertDisagrees,
                Phrase(
                    zh: "代码是\(first.color.title.chinese)（\(first.element.text)），文字却是“\(named.text)”",
                    en:
                        "the code means \(first.color.title.english) (\(first.element.text)), but the words are '\(named.text)'"
                ), at: named.textPlace, help: Self.disagreementHelp)
            return nil
        }
        return first.color
    }

    private mutating func codes(of info: XMLElement) -> [(color: AlertColor, element: XMLElement)] {
        var codes: [(AlertColor, XMLElement)] = []
        if let parameter = value(of: Self.levelNames, in: info), let color = AlertColor(code: parameter.text)
        {
            codes.append((color, parameter))
        }
        guard let severity = optional(in: info, "severity"), severity.text.lowercased() != "unknown" else {
            return codes
        }
        guard let color = AlertColor(code: severity.text) else {
            ledger.add(
                .unknownValue,
                Phrase(
                    zh: "“<severity>”不认识“\(severity.text)”",
                    en: "'\(severity.text)' is not known in '<severity>'"),
                at: severity.textPlace,
                help: Phrase(
                    zh: "可用：Red、Orange、Yellow、Blue，或 Extreme、Severe、Moderate、Minor",
                    en: "known: Red, Orange, Yellow, Blue, or Extreme, Severe, Moderate, Minor"))
            return codes
        }
        return codes + [(color, severity)]
    }

    private static let levelNames: Set<String> = [
        "alertlevel", "alert level", "warninglevel", "level", "color", "colour", "预警级别", "预警等级", "级别",
    ]

    private mutating func namedElements(of info: XMLElement) -> [XMLElement] {
        [optional(in: info, "headline"), optional(in: info, "event")].compactMap(\.self)
    }

    private mutating func colorByName(of info: XMLElement, isNeeded: Bool) -> AlertColor? {
        var found: (color: AlertColor, element: XMLElement)?
        for named in namedElements(of: info) {
            let mentioned = ColorMentions(named.text)
            guard let color = mentioned.meant else { continue }
            if let found, found.color != color {
                ledger.add(
                    .alertDisagrees,
                    Phrase(
                        zh: "“\(found.element.text)”和“\(named.text)”级别不一样",
                        en: "'\(found.element.text)' and '\(named.text)' say different levels"),
                    at: named.textPlace, help: Self.disagreementHelp)
                return nil
            }
            found = (color, named)
        }
        if let found { return found.color }
        if isNeeded {
            ledger.add(
                .missingKey,
                Phrase(
                    zh: "看不出是哪一级：“<severity>”没有写，标题里也没有一种颜色",
                    en: "the level is not said: there is no '<severity>', nor one colour in the headline"),
                at: info.place)
        }
        return nil
    }

    // MARK: - The event

    /// By its code first, by its name second; anything but heavy pollution is refused.
    mutating func event(of info: XMLElement) -> AlertEvent? {
        let coded = optional(in: info, "eventType") ?? eventCode(of: info)
        let code = coded?.text
        let named = [optional(in: info, "event"), optional(in: info, "headline")].compactMap(\.self)
        let words = named.first { AlertEvent.isHeavyPollution($0.text) != nil } ?? named.first
        let byName = words.flatMap { AlertEvent.isHeavyPollution($0.text) }
        let byCode = code.flatMap { code in
            AlertEvent.name(of: code).map { _ in code == AlertEvent.heavyPollutionCode }
        }
        if let coded, let words, let byCode, let byName, byCode != byName {
            ledger.add(
                .alertDisagrees,
                Phrase(
                    zh: "事件代码 \(coded.text) 是\(AlertEvent.name(of: coded.text) ?? "")，名称却是“\(words.text)”",
                    en:
                        "the event's code \(coded.text) means \(AlertEvent.name(of: coded.text) ?? ""), but its name is '\(words.text)'"
                ), at: words.textPlace, help: Self.disagreementHelp)
            return nil
        }
        guard byCode ?? byName ?? false else {
            let what = code.flatMap(AlertEvent.name(of:)) ?? words?.text ?? code ?? ""
            ledger.add(
                .notOurAlert,
                what.isEmpty
                    ? Phrase(zh: "看不出是不是空气重污染预警", en: "whether it is about heavy pollution is not said")
                    : Phrase(
                        zh: "这是“\(what)”，不是空气重污染预警", en: "this is about '\(what)', not about heavy pollution"),
                at: coded?.textPlace ?? words?.textPlace ?? info.place)
            return nil
        }
        if let code, byCode == nil {
            note(
                Phrase(
                    zh: "事件代码 \(code) 不在已知的几种里，按名称认作空气重污染",
                    en:
                        "the event code \(code) is not among the known ones; by its name it is heavy pollution"
                ))
        }
        let event = optional(in: info, "event")?.text
        let inWords = AlertEvent.heavyPollutionNames.first { words?.text.lowercased().contains($0) ?? false }
        return AlertEvent(
            code: code, name: event ?? inWords ?? code.flatMap(AlertEvent.name(of:)) ?? "")
    }

    /// The code among those of several classifications: named as such, or by its looks.
    private func eventCode(of info: XMLElement) -> XMLElement? {
        let codes = info.children("eventCode").compactMap { code in
            code.children("value").first { $0.children.isEmpty && !$0.text.isEmpty }.map { value in
                (name: code.children("valueName").first?.text, value: value)
            }
        }
        let named = codes.first { $0.name == "eventType" }
        return (named ?? codes.first { $0.value.text.wholeMatch(of: #/[0-9]{2}[A-Z][0-9A-Z]{2}/#) != nil })?
            .value
    }
}
