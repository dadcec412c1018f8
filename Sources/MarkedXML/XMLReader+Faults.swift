internal import CLibXML2
import Diagnostics

extension XMLReader {
    /// Refuses what is no UTF-8 text, whatever the text says of itself.
    static func refuseForeignText(_ file: SourceFile) throws(XMLFault) {
        guard file.bytes.count <= largestFile else {
            throw fault(
                .fileTooLarge, SourceSpan(wholeOf: file),
                Phrase(
                    zh: "文件超过 \(largestFile >> 20) MiB，不是一条预警信息",
                    en: "the file has more than \(largestFile >> 20) MiB; that is no alert message"))
        }
        guard file.bytes.count > file.markLength else {
            throw fault(
                .emptyFile, SourceSpan(wholeOf: file), Phrase(zh: "文件里没有内容", en: "the file says nothing"))
        }
        let beginning = file.bytes.prefix(2)
        guard !beginning.elementsEqual([0xFF, 0xFE]), !beginning.elementsEqual([0xFE, 0xFF]),
            !beginning.contains(0)
        else {
            throw fault(
                .badUTF8, SourceSpan(wholeOf: file),
                Phrase(zh: "是 UTF-16 编码，只读 UTF-8", en: "this is UTF-16; only UTF-8 is read"),
                help: Phrase(
                    zh: "运行 iconv -f UTF-16 -t UTF-8，并把第一行的编码改成 UTF-8",
                    en: "run iconv -f UTF-16 -t UTF-8, and write UTF-8 as the encoding in the first line"))
        }
        try refuseDeclaredEncoding(file)
        try refuseBadBytes(file)
    }

    /// A declared encoding is believed even where the bytes would pass for UTF-8: whoever wrote it meant something.
    private static func refuseDeclaredEncoding(_ file: SourceFile) throws(XMLFault) {
        let text = file.bytes.dropFirst(file.markLength).prefix(400)
        guard text.starts(with: "<?xml".utf8), let end = text.firstIndex(of: UInt8(ascii: ">")) else {
            return
        }
        let declaration = String(decoding: text[..<end], as: UTF8.self)
        guard let match = declaration.firstMatch(of: #/encoding\s*=\s*["']([^"']*)["']/#) else { return }
        let name = String(match.1)
        guard !["UTF-8", "UTF8", "US-ASCII", "ASCII"].contains(name.uppercased()) else { return }
        let before = declaration[..<match.1.startIndex].utf8.count + file.markLength
        let start = file.position(ofByte: before)
        let place = SourceSpan(file: file, start: start, end: file.position(ofByte: before + name.utf8.count))
        throw fault(
            .badUTF8, place,
            Phrase(
                zh: "写明的编码是“\(name)”，只读 UTF-8", en: "the encoding is said to be '\(name)'; only UTF-8 is read"
            ),
            help: Phrase(
                zh: "运行 iconv -f \(name) -t UTF-8，并把这里改成 UTF-8",
                en: "run iconv -f \(name) -t UTF-8, and write UTF-8 here"))
    }

    private static func refuseBadBytes(_ file: SourceFile) throws(XMLFault) {
        if let zero = file.bytes.firstIndex(of: 0) {
            throw fault(
                .controlCharacter, character(zero, file),
                Phrase(zh: "不许有控制字符 U+0000", en: "control character U+0000 is not allowed"))
        }
        guard String(validating: file.bytes, as: UTF8.self) == nil else { return }
        var decoder = UTF8()
        var bytes = file.bytes.makeIterator()
        var good = 0
        while case .scalarValue(let scalar) = decoder.decode(&bytes) { good += UTF8.width(scalar) }
        throw fault(
            .badUTF8, character(good, file), Phrase(zh: "不是 UTF-8 文字", en: "this is not UTF-8"),
            help: Phrase(
                zh: "像是 GBK 的，运行 iconv -f GB18030 -t UTF-8；否则请发送方重发",
                en: "if it is GBK, run iconv -f GB18030 -t UTF-8; else have it sent again"))
    }

    private static func character(_ offset: Int, _ file: SourceFile) -> SourceSpan {
        let start = file.position(ofByte: offset)
        return SourceSpan(
            file: file, start: start, end: SourcePosition(line: start.line, column: start.column + 1))
    }

    private static func fault(
        _ rule: RuleID, _ place: SourceSpan, _ message: Phrase, help: Phrase? = nil
    ) -> XMLFault {
        XMLFault(diagnostic: Diagnostic(rule, message, at: place, help: help))
    }
}

extension XMLRun {
    /// What libxml2 found wrong, in the words of those who do not know its.
    static func words(_ error: xmlError) -> Phrase {
        switch UInt32(bitPattern: error.code) {
        case XML_ERR_DOCUMENT_EMPTY.rawValue:
            return Phrase(zh: "不是 XML：开头应是“<”", en: "this is no XML: it must begin with '<'")
        case XML_ERR_TAG_NOT_FINISHED.rawValue, XML_ERR_GT_REQUIRED.rawValue,
            XML_ERR_LTSLASH_REQUIRED.rawValue:
            return Phrase(zh: "文件到这里断了，标签没有结束", en: "the text breaks off here: a tag is never ended")
        case XML_ERR_TAG_NAME_MISMATCH.rawValue:
            let (opened, closed) = (text(error.str1), text(error.str2))
            return Phrase(
                zh: "“<\(opened)>”（第 \(error.int1) 行）被“</\(closed)>”结束",
                en: "'<\(opened)>' (line \(error.int1)) is ended by '</\(closed)>'")
        case XML_ERR_UNDECLARED_ENTITY.rawValue, XML_WAR_UNDECLARED_ENTITY.rawValue:
            return Phrase(
                zh: "没有名为“&\(text(error.str1));”的字符", en: "no character is named '&\(text(error.str1));'")
        case XML_ERR_INVALID_CHAR.rawValue, XML_ERR_INVALID_CHARREF.rawValue:
            return Phrase(zh: "XML 不许有这个字符", en: "XML does not allow this character")
        case XML_ERR_DOCUMENT_END.rawValue:
            return Phrase(zh: "最外层元素之后还有内容", en: "something stands behind the outermost element")
        case XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue:
            return Phrase(
                zh: "前缀“\(text(error.str1))”没有定义", en: "the prefix '\(text(error.str1))' is not defined")
        default:
            let message = text(error.message).split(whereSeparator: \.isNewline).joined(separator: " ")
            return Phrase(zh: "XML 写法不对：\(message)", en: "this is no well-formed XML: \(message)")
        }
    }

    private static func text(_ text: UnsafePointer<CChar>?) -> String {
        text.map { String(cString: $0) } ?? ""
    }
    private static func text(_ text: UnsafeMutablePointer<CChar>?) -> String {
        text.map { String(cString: $0) } ?? ""
    }
}
