package import Diagnostics
import MarkedXML
package import PlanModel

/// Reads an alert message, and says everything that is wrong with it at once.
///
/// A message orders a district about, so nothing is guessed: what a code says counts first and what a name says
/// second, and where both speak and differ, the message is refused with both shown.
package struct AlertReader {
    /// Of more bytes nothing is a message.
    package static let largestFile = XMLReader.largestFile

    /// The district that asks; nil when it is not known, and areas cannot be held against it.
    let area: NamedArea?
    let root: XMLElement
    var ledger = FindingsLedger()
    private(set) var notes: [Phrase] = []

    /// - Parameter area: The district for which the message is read.
    /// - Returns: A message only where nothing is wrong.
    package static func read(_ file: SourceFile, for area: NamedArea?) -> AlertReading {
        let root: XMLElement
        do throws(XMLFault) {
            root = try XMLReader.read(file)
        } catch {
            return AlertReading(message: nil, dialect: nil, findings: [error.diagnostic], notes: [])
        }
        var reader = AlertReader(area: area, root: root)
        guard let dialect = reader.dialect() else {
            return AlertReading(message: nil, dialect: nil, findings: reader.ledger.findings, notes: [])
        }
        let message = reader.message()
        let findings = reader.ledger.findings.inReadingOrder()
        return AlertReading(
            message: findings.isEmpty ? message : nil, dialect: dialect, findings: findings,
            notes: reader.notes)
    }

    private init(area: NamedArea?, root: XMLElement) {
        self.area = area
        self.root = root
    }

    /// Says once what was taken on trust.
    mutating func note(_ words: Phrase) {
        if !notes.contains(words) { notes.append(words) }
    }

    // MARK: - The envelope

    private static let namespace = "urn:oasis:names:tc:emergency:cap:"

    private mutating func dialect() -> AlertReading.Dialect? {
        guard root.name == "alert" else {
            ledger.add(
                .wrongType,
                Phrase(
                    zh: "最外层是“<\(root.name)>”，应是“<alert>”",
                    en: "the outermost element is '<\(root.name)>', not '<alert>'"), at: root.place,
                help: Phrase(
                    zh: "这不是一条预警信息；如果是一批，把其中一条另存为文件",
                    en: "this is no alert message; of a feed, save one message as a file of its own"))
            return nil
        }
        switch root.namespace {
        case Self.namespace + "1.2": return .cap12
        case "": return .national
        case Self.namespace + "1.1":
            note(Phrase(zh: "是 CAP 1.1，按 1.2 的意思读", en: "this is CAP 1.1, read as if it were 1.2"))
            return .cap11
        default:
            ledger.add(
                .unknownValue,
                Phrase(
                    zh: "不认识的命名空间“\(root.namespace)”", en: "the namespace '\(root.namespace)' is not known"),
                at: root.place,
                help: Phrase(
                    zh: "读的是 \(Self.namespace)1.2（也读 1.1），以及没有命名空间的国家预警信息",
                    en:
                        "what is read: \(Self.namespace)1.2 (also 1.1), and national messages without a namespace"
                ))
            return nil
        }
    }

    private mutating func message() -> AlertMessage? {
        if root.children.contains(where: { $0.name == "Signature" }) {
            note(Phrase(zh: "有数字签名，没有验证", en: "it is signed; the signature was not verified"))
        }
        let identifier = identifier()
        let sender = required(in: root, "sender")?.text
        let sent = time(of: required(in: root, "sent", "sendTime"), roundingUp: false)
        let status = word(AlertMessage.Status.self, of: required(in: root, "status"))
        let kind = word(AlertMessage.Kind.self, of: required(in: root, "msgType"))
        let references = Self.references(optional(in: root, "references")?.text ?? "")
        // Of a message of no known kind, the rest is looked at all the same, so that one run finds everything.
        let content = content(ofMessage: kind ?? .update)
        if let sent, let content { checkOrder(content.value, sent: sent, at: content.place) }
        guard let identifier, let sender, let sent, let status, let kind else { return nil }
        return AlertMessage(
            identifier: identifier, sender: sender, sent: sent, status: status, kind: kind,
            references: references, content: content?.value)
    }

    private mutating func identifier() -> String? {
        guard let element = required(in: root, "identifier") else { return nil }
        // Messages name each other in lists that blanks and commas divide.
        guard !element.text.contains(where: { $0.isWhitespace || $0 == "," }) else {
            ledger.add(
                .wrongType,
                Phrase(
                    zh: "标识“\(element.text)”里不能有空格和逗号",
                    en: "the identifier '\(element.text)' must not have blanks or commas"),
                at: element.textPlace)
            return nil
        }
        return element.text
    }

    /// `sender,identifier,sent` each in the standard; identifiers alone in the national dialect.
    private static func references(_ text: String) -> [AlertMessage.Reference] {
        text.split(whereSeparator: \.isWhitespace).flatMap { item -> [AlertMessage.Reference] in
            let parts = item.split(separator: ",").map(String.init)
            if parts.count == 3, let sent = AlertTime(parts[2]) {
                return [.init(sender: parts[0], identifier: parts[1], sent: sent.earlier)]
            }
            return parts.map { .init(sender: nil, identifier: $0, sent: nil) }
        }
    }

    /// Complains of an alert that would be over before it begins.
    private mutating func checkOrder(_ content: AlertMessage.Content, sent: CivilTime, at place: SourceSpan) {
        let begins = content.onset ?? content.effective ?? sent
        guard let expires = content.expires, expires <= begins else { return }
        ledger.add(
            .impossibleDate,
            Phrase(
                zh: "失效时间 \(expires.isoText) 不晚于开始时间 \(begins.isoText)",
                en: "it expires at \(expires.isoText), not after it begins at \(begins.isoText)"), at: place)
    }
}
