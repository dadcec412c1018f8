internal import CLibXML2
package import Diagnostics

/// Why a text is no plain XML document.
package struct XMLFault: Error, Sendable {
    package let diagnostic: Diagnostic
}

/// Turns the text of a file into elements by way of libxml2's events.
///
/// Messages come from outside, so nothing but elements and characters is understood: a document type, and with it
/// every entity of one's own, is refused before it is looked at; no file and no address is ever opened.
package enum XMLReader {
    /// A file of more bytes than this is refused.
    package static let largestFile = 4 << 20
    /// Nesting beyond this is refused; messages need no more than ten.
    package static let deepest = 32
    /// More elements than this are no message.
    package static let mostElements = 10_000

    /// Reads one document.
    /// - Throws: The first thing that makes the text unreadable, with its place.
    package static func read(_ file: SourceFile) throws(XMLFault) -> XMLElement {
        try refuseForeignText(file)
        let run = XMLRun(file)
        let fault = run.parse()
        if let fault { throw fault }
        guard let root = run.elements.root else {
            preconditionFailure("libxml2 found neither a root element nor a fault")
        }
        return root
    }
}

/// One pass of libxml2 over one file. A class, since its callbacks know it by address.
final class XMLRun {
    private let file: SourceFile
    private var places: PlaceCounter
    private(set) var elements = OpenElements()
    private var fault: XMLFault?
    private var context: xmlParserCtxtPtr?

    /// Once for the process, before the first parser is made.
    private static let isPrepared: Void = xmlInitParser()

    init(_ file: SourceFile) {
        self.file = file
        places = PlaceCounter(file)
    }

    /// - Returns: The first fault; nil when `elements` has a root.
    func parse() -> XMLFault? {
        _ = Self.isPrepared
        let (start, count) = (file.markLength, file.bytes.count - file.markLength)
        file.bytes.withUnsafeBytes { bytes in
            let text = bytes.baseAddress.map { $0.assumingMemoryBound(to: CChar.self) + start }
            guard let context = xmlCreateMemoryParserCtxt(text, Int32(count)) else {
                preconditionFailure("libxml2 has no memory for a parser")
            }
            self.context = context
            context.pointee.sax.pointee = Self.handler()
            context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
            // The encoding was looked at before: what stands in the declaration is not to be believed twice.
            let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
            xmlCtxtUseOptions(context, Int32(options))
            _ = xmlParseDocument(context)
            // Some faults are counted and never told.
            if fault == nil, context.pointee.wellFormed == 0 || elements.root == nil {
                stop(
                    .xmlSyntax, SourceSpan(wholeOf: file),
                    Phrase(zh: "XML 写法不对", en: "this is no well-formed XML"))
            }
            xmlFreeParserCtxt(context)
            self.context = nil
        }
        return fault
    }

    // MARK: - Events

    private static func handler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { run, name, _, namespace, _, _, _, _, _ in
            XMLRun.at(run)?.start(name, namespace)
        }
        handler.endElementNs = { run, _, _, _ in
            guard let run = XMLRun.at(run), run.fault == nil else { return }
            run.elements.end()
        }
        handler.characters = { run, text, count in
            guard let run = XMLRun.at(run), run.fault == nil, let text else { return }
            run.elements.add(UnsafeBufferPointer(start: text, count: Int(count)))
        }
        handler.internalSubset = { run, _, _, _ in
            XMLRun.at(run)?.refuseDocumentType()
        }
        handler.serror = { run, error in
            XMLRun.at(run)?.tell(error)
        }
        return handler
    }

    private static func at(_ address: UnsafeMutableRawPointer?) -> XMLRun? {
        address.map { Unmanaged<XMLRun>.fromOpaque($0).takeUnretainedValue() }
    }

    private func start(_ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?) {
        guard fault == nil, let name else { return }
        // The event comes before the tag's `>` is read; no `<` stands inside a tag but its own.
        let end = offset
        let start = file.bytes[..<end].lastIndex(of: UInt8(ascii: "<")) ?? end
        let word = file.bytes[start..<end].prefix { !Self.blank.contains($0) }
        let tag = places.span(start..<word.endIndex)
        guard elements.depth < XMLReader.deepest else {
            return stop(
                .tooDeep, tag,
                Phrase(
                    zh: "嵌套超过 \(XMLReader.deepest) 层", en: "nested more than \(XMLReader.deepest) deep"))
        }
        guard elements.count < XMLReader.mostElements else {
            return stop(
                .fileTooLarge, tag,
                Phrase(
                    zh: "多于 \(XMLReader.mostElements) 个元素，不是一条预警信息",
                    en: "there are more than \(XMLReader.mostElements) elements; that is no alert message"))
        }
        elements.start(
            XMLElement(
                name: String(cString: name), namespace: namespace.map { String(cString: $0) } ?? "",
                place: tag, textPlace: text(behind: end) ?? tag))
    }

    private static let blank: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]

    /// The characters behind a start tag that is about to end; nil where another tag follows at once.
    private func text(behind offset: Int) -> SourceSpan? {
        guard offset < file.bytes.count, file.bytes[offset] == UInt8(ascii: ">") else { return nil }
        let rest = file.bytes[(offset + 1)...]
        guard let start = rest.firstIndex(where: { !Self.blank.contains($0) }) else { return nil }
        let run = rest[start...].prefix { $0 != UInt8(ascii: "<") && $0 != 0x0A && $0 != 0x0D }
        guard let last = run.lastIndex(where: { !Self.blank.contains($0) }) else { return nil }
        return places.span(start..<last + 1)
    }

    /// How far libxml2 has read, in bytes of the file.
    private var offset: Int {
        guard let context else { return file.markLength }
        return min(max(xmlByteConsumed(context), 0) + file.markLength, file.bytes.count)
    }

    private func refuseDocumentType() {
        guard fault == nil else { return }
        let name = Array("<!DOCTYPE".utf8)
        let before = file.bytes[..<offset]
        let start = before.lastIndex(of: UInt8(ascii: "<")) ?? before.endIndex
        stop(
            .documentType, places.span(start..<min(start + name.count, file.bytes.count)),
            Phrase(zh: "不接受 DOCTYPE 和自定义实体", en: "a DOCTYPE, with entities of its own, is not accepted"),
            help: Phrase(
                zh: "预警信息用不着它；向发送方核实这份文件的来历",
                en: "alert messages have no use for one; ask the sender where this file comes from"))
    }

    private func tell(_ error: UnsafePointer<xmlError>?) {
        guard fault == nil, let error = error?.pointee, error.level != XML_ERR_WARNING else { return }
        let start = offset
        stop(.xmlSyntax, places.span(start..<start + 1), Self.words(error))
    }

    private func stop(_ rule: RuleID, _ place: SourceSpan, _ message: Phrase, help: Phrase? = nil) {
        fault = XMLFault(diagnostic: Diagnostic(rule, message, at: place, help: help))
        if let context { xmlStopParser(context) }
    }
}
