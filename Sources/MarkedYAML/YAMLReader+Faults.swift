internal import CLibYAML
import Diagnostics

// MARK: - What libyaml says when it gives up

extension YAMLReader {
    func syntaxFault(_ parser: yaml_parser_t) -> YAMLFault {
        if parser.error == YAML_READER_ERROR { return encodingFault(parser) }
        let problem = parser.problem.map { String(cString: $0) } ?? "cannot be read"
        // Where a key or a quote began tells more than where the search for its end was given up.
        let context = parser.context.map { String(cString: $0) } ?? ""
        let begins = context == "while scanning a simple key" || context == "while scanning a quoted scalar"
        let mark = position(begins ? parser.context_mark : parser.problem_mark)
        let line = file.line(mark.line) ?? ""
        let (rule, help) = slip(behind: problem, line: line, at: mark)
        // Where the last line has no line break, libyaml thinks one up and stands behind it.
        let place = min(mark, file.position(ofByte: file.bytes.count))
        return fault(
            rule, SourceSpan(file: file, start: place, end: place),
            Phrase(zh: Self.inChinese(problem), en: problem), help: help)
    }

    private func encodingFault(_ parser: yaml_parser_t) -> YAMLFault {
        let offset = startOfCharacter(at: Int(parser.problem_offset) + file.markLength)
        let byte = offset < file.bytes.count ? Int(file.bytes[offset]) : 0
        let digits = String(max(Int(parser.problem_value), 0), radix: 16, uppercase: true)
        let value = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let problem = parser.problem.map { String(cString: $0) } ?? ""
        if problem.contains("control characters") {
            return controlCharacter(value, at: offset)
        }
        let isGBK = looksLikeGBK(at: offset)
        return fault(
            .badUTF8, oneCharacter(at: offset),
            Phrase(
                zh: isGBK
                    ? "不是 UTF-8 文字，像是 GBK 编码"
                    : "不是 UTF-8 文字（字节 0x\(String(byte, radix: 16, uppercase: true))）",
                en: isGBK
                    ? "this is not UTF-8; it looks like GBK"
                    : "byte 0x\(String(byte, radix: 16, uppercase: true)) is not UTF-8"),
            help: Phrase(
                zh: "用编辑器把文件另存为 UTF-8" + (isGBK ? "，或运行 iconv -f GBK -t UTF-8" : ""),
                en: "save the file as UTF-8" + (isGBK ? ", or run iconv -f GBK -t UTF-8" : "")))
    }

    /// libyaml names the byte that breaks a character off; people look for where that character starts.
    private func startOfCharacter(at offset: Int) -> Int {
        for back in 1...3 where offset - back >= 0 && offset < file.bytes.count {
            let byte = file.bytes[offset - back]
            if byte >= 0xC0 {
                return back < (byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2) ? offset - back : offset
            }
            if byte < 0x80 { return offset }
        }
        return offset
    }

    /// One or more byte pairs in GBK's ranges from here on, as any Chinese word in GBK makes them.
    /// Chinese text before it that is good UTF-8 asks for two pairs: one alone is rather a lost byte, and converting would harm.
    private func looksLikeGBK(at offset: Int) -> Bool {
        var index = offset
        var pairs = 0
        while index + 1 < file.bytes.count, (0x81...0xFE).contains(file.bytes[index]) {
            guard (0x40...0xFE).contains(file.bytes[index + 1]), file.bytes[index + 1] != 0x7F else {
                return false
            }
            pairs += 1
            index += 2
        }
        let before = file.bytes[file.markLength..<max(offset, file.markLength)]
        return pairs >= (before.contains { $0 >= 0xE0 } ? 2 : 1)
    }

    /// What people most likely did, where that can be told: its own rule, and what to type.
    private func slip(behind problem: String, line: String, at place: SourcePosition) -> (RuleID, Phrase?) {
        let before = place.line > 1 ? file.line(place.line - 1) ?? "" : ""
        let fullWidthColon = (RuleID.fullWidthColon, Self.fullWidthColonHelp)
        let missingSpace = (RuleID.missingSpace, Self.missingSpaceHelp)
        if line.prefix(while: { $0 == " " || $0 == "\t" }).contains("\t") {
            return (
                .tabIndent, Phrase(zh: "缩进要用空格，不能用制表符", en: "indent with spaces, not with a tab")
            )
        }
        if problem.contains("mapping values are not allowed") {
            // A line above without a proper colon was taken for text that goes on here.
            if !before.contains(": "), !before.hasSuffix(":"), before.contains("：") { return fullWidthColon }
            if !before.contains(": "), !before.hasSuffix(":"), before.contains(":") { return missingSpace }
            return (
                .yamlSyntax,
                Phrase(
                    zh: "检查缩进；值里有“: ”时要加引号", en: "check the indentation; quote a value that contains ': '")
            )
        }
        if problem.contains("expected ':'") {
            if line.unicodeScalars.count > 1024, line.contains(": ") {
                return (.yamlSyntax, Phrase(zh: "键最长 1024 个字符", en: "a key has at most 1024 characters"))
            }
            return line.contains("：") ? fullWidthColon : missingSpace
        }
        return (.yamlSyntax, hint(for: problem, line: line))
    }

    private func hint(for problem: String, line: String) -> Phrase? {
        if problem.contains("expected ','"), line.contains("，") {
            return Phrase(zh: "分隔要用半角逗号“,”，不是全角“，”", en: "separate with an ASCII ',', not the full-width '，'")
        }
        if problem.contains("unexpected end of stream") {
            return Phrase(zh: "这里开头的引号没有关上", en: "the quote that begins here is never closed")
        }
        return line.contains("：") ? Self.fullWidthColonHelp : nil
    }

    private static let fullWidthColonHelp = Phrase(
        zh: "键后面要用半角冒号加一个空格“: ”，不是全角“：”",
        en: "write ': ' (an ASCII colon and a space) behind a key, not the full-width '：'")
    private static let missingSpaceHelp = Phrase(
        zh: "键后面要有“: ”（冒号加空格）", en: "write ': ' (a colon and a space) behind the key")

    /// libyaml's own sentences, the ones people meet; the rest keeps its English.
    private static func inChinese(_ problem: String) -> String {
        let known = [
            "could not find expected ':'": "这里缺少“:”",
            "mapping values are not allowed in this context": "这里不能再有“键: 值”",
            "found character that cannot start any token": "这个字符不能开头",
            "did not find expected key": "这里应是一个键，缩进可能不对",
            "did not find expected '-' indicator": "这里应是“-”开头的一项，缩进可能不对",
            "did not find expected ',' or '}'": "这里应是“,”或“}”",
            "did not find expected ',' or ']'": "这里应是“,”或“]”",
            "found unexpected end of stream": "文件到此结束，前面有引号或括号没有关上",
            "did not find expected <document start>": "这里不属于前面的内容，缩进可能不对",
            "found duplicate anchor": "锚点重名",
            "found a tab character that violates indentation": "缩进里有制表符",
            "found character '\t' that cannot start any token": "缩进里有制表符",
            "found unknown escape character": "双引号里的“\\”后面不是认识的转义",
            "did not find expected alphabetic or numeric character": "“&”“*”“!”开头的值要加引号",
            "did not find expected whitespace or line break": "这里应有空格或换行",
            "found incompatible YAML document": "%YAML 指令的版本不对，删去这一行",
            "did not find expected node content": "这里应有一个值",
            "block sequence entries are not allowed in this context": "这里不能有“-”开头的一项",
        ]
        return known[problem] ?? "YAML 写法有误（\(problem)）"
    }

    /// YAML breaks lines at U+0085, U+2028 and U+2029, which come with pasted text and which editors do not show:
    /// every place behind one would be wrong.
    func refuseInvisibleBreaks() throws(YAMLFault) {
        guard let offset = scan.firstInvisibleBreak else { return }
        let value = file.bytes[offset] == 0xC2 ? "0085" : file.bytes[offset + 2] == 0xA8 ? "2028" : "2029"
        throw controlCharacter(value, at: offset)
    }

    private func controlCharacter(_ value: String, at offset: Int) -> YAMLFault {
        fault(
            .controlCharacter, oneCharacter(at: offset),
            Phrase(zh: "不许有控制字符 U+\(value)", en: "control character U+\(value) is not allowed"),
            help: Phrase(zh: "删去这个看不见的字符", en: "delete the invisible character"))
    }

    private func oneCharacter(at offset: Int) -> SourceSpan {
        let place = file.position(ofByte: offset)
        return SourceSpan(
            file: file, start: place, end: SourcePosition(line: place.line, column: place.column + 1))
    }
}
