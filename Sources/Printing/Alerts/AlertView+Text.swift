import Diagnostics
import PlanModel
import PlanReading

extension AlertView {
    /// What it means first, then what it says, then what was taken on trust.
    package func text(in style: TextStyle) -> String {
        var text = style.paint(harmless(style.say(meaning)), asksForSomething ? .warning : .quiet) + "\n"
        text += style.say(
            "只是看看：什么也没有启动、改动或解除\n", "only shown: nothing was begun, changed or lifted\n")
        text += "\n" + facts(in: style).map { "  " + harmless(style.say($0.name) + $0.value) + "\n" }.joined()
        for words in [message.content?.description, message.content?.instruction].compactMap(\.self) {
            text += "\n" + WrappedText.of(harmless(words), indent: 2)
        }
        if !notes.isEmpty {
            text += "\n" + notes.map { WrappedText.of("· " + harmless(style.say($0))) }.joined()
        }
        return text
    }

    private func facts(in style: TextStyle) -> [(name: Phrase, value: String)] {
        let content = message.content
        let all: [(Phrase, String?)] = [
            (Phrase(zh: "标题　　", en: "headline    "), content?.headline),
            (
                Phrase(zh: "级别　　", en: "level       "),
                content?.color.map { "\($0.title.chinese) \($0.rawValue)" }
            ),
            (
                Phrase(zh: "事件　　", en: "event       "),
                content.map { $0.event.name + ($0.event.code.map { " \($0)" } ?? "") }
            ),
            (
                Phrase(zh: "范围　　", en: "area        "),
                content.map { $0.areas.map(Self.words).joined(separator: "、") }
            ),
            (Phrase(zh: "开始　　", en: "begins      "), content == nil ? nil : message.begins.isoText),
            (Phrase(zh: "失效　　", en: "expires     "), content == nil ? nil : content?.expires?.isoText ?? "–"),
            (Phrase(zh: "文号　　", en: "order       "), content?.orderNumber),
            (Phrase(zh: "类型　　", en: "type        "), "\(message.kind.rawValue), \(message.status.rawValue)"),
            (Phrase(zh: "标识　　", en: "identifier  "), message.identifier),
            (
                Phrase(zh: "引用　　", en: "refers to   "),
                message.references.isEmpty
                    ? nil : message.references.map(\.identifier).joined(separator: " ")
            ),
            (
                Phrase(zh: "发送方　", en: "sender      "),
                ([message.sender] + [content?.senderName].compactMap(\.self)).joined(separator: "，")
            ),
            (Phrase(zh: "发出　　", en: "sent        "), message.sent.isoText),
            (Phrase(zh: "写法　　", en: "written as  "), style.say(dialect.title)),
        ]
        return all.compactMap { name, value in
            value.flatMap {
                $0.isEmpty ? nil : (name, $0.split(whereSeparator: \.isNewline).joined(separator: " "))
            }
        }
    }

    private static func words(_ area: AlertMessage.Area) -> String {
        ([area.description] + area.codes).filter { !$0.isEmpty }.joined(separator: " ")
    }
}
