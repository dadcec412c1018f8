import Diagnostics
import MarkedXML
import PlanModel

extension AlertReader {
    /// The one element of these names; nil after a complaint when there is none, or nothing in it.
    mutating func required(in parent: XMLElement, _ names: String...) -> XMLElement? {
        guard let element = only(parent, names) else {
            if !parent.children.contains(where: {
                names.contains($0.name) && $0.namespace == parent.namespace
            }) {
                ledger.add(
                    .missingKey,
                    Phrase(zh: "没有“<\(names[0])>”", en: "there is no '<\(names[0])>'"), at: parent.place)
            }
            return nil
        }
        guard !element.text.isEmpty || !element.children.isEmpty else {
            ledger.add(
                .missingValue,
                Phrase(zh: "“<\(element.name)>”里没有写", en: "'<\(element.name)>' is empty"), at: element.place)
            return nil
        }
        return element
    }

    /// The one element of these names; nil when there is none or nothing in it, as the national dialect writes it.
    mutating func optional(in parent: XMLElement, _ names: String...) -> XMLElement? {
        guard let element = only(parent, names), !element.text.isEmpty else { return nil }
        return element
    }

    private mutating func only(_ parent: XMLElement, _ names: [String]) -> XMLElement? {
        let found = parent.children.filter { names.contains($0.name) && $0.namespace == parent.namespace }
        guard let first = found.first else { return nil }
        for other in found.dropFirst() {
            ledger.add(
                .duplicateKey,
                Phrase(
                    zh: "“<\(other.name)>”在第 \(first.place.start.line) 行已经有了",
                    en: "'<\(other.name)>' stands on line \(first.place.start.line) already"), at: other.place
            )
        }
        // A text that is put together from pieces between other elements is no text that anybody meant.
        guard first.children.isEmpty else {
            ledger.add(
                .wrongType,
                Phrase(
                    zh: "“<\(first.name)>”里只能是文字", en: "'<\(first.name)>' must hold nothing but text"),
                at: first.children.first?.place ?? first.place)
            return nil
        }
        return first
    }

    /// One of the standard's words, in any case.
    mutating func word<Word: RawRepresentable<String> & CaseIterable>(
        _ type: Word.Type, of element: XMLElement?
    ) -> Word? {
        guard let element else { return nil }
        let text = element.text
        if let word = Word.allCases.first(where: { $0.rawValue.lowercased() == text.lowercased() }) {
            return word
        }
        let known = Word.allCases.map(\.rawValue)
        let near = Nearest.name(to: text, among: known)
        ledger.add(
            .unknownValue,
            Phrase(
                zh: "“<\(element.name)>”不认识“\(text)”", en: "'\(text)' is not known in '<\(element.name)>'"),
            at: element.textPlace,
            help: near.map { Phrase(zh: "是不是“\($0)”？", en: "did you mean '\($0)'?") }
                ?? Phrase(
                    zh: "可用：" + known.joined(separator: "、"), en: "known: " + known.joined(separator: ", ")))
        return nil
    }

    /// - Parameter roundingUp: Whether seconds make it the next minute.
    mutating func time(of element: XMLElement?, roundingUp: Bool) -> CivilTime? {
        guard let element else { return nil }
        guard let time = AlertTime(element.text) else {
            ledger.add(
                .impossibleDate,
                Phrase(
                    zh: "“\(element.text)”不是时间", en: "'\(element.text)' is no time"), at: element.textPlace,
                help: Phrase(
                    zh: "写成 2026-11-24T18:00:00+08:00", en: "write it as 2026-11-24T18:00:00+08:00"))
            return nil
        }
        if !time.saysZone {
            note(
                Phrase(
                    zh: "有的时间没有写时区，当作北京时间", en: "some times say no zone and are taken for Beijing time"))
        }
        return roundingUp ? time.later : time.earlier
    }
}
