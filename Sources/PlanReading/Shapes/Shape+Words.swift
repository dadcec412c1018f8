import Diagnostics
import MarkedYAML
import PlanModel

extension Shape where Value == String {
    /// Any words, not empty.
    static let text = words(Phrase(zh: "文字", en: "text"), example: "示例")

    static func words(_ what: Phrase, example: String) -> Shape {
        .scalar(.text(what, example: example)) { node, _ in node.text }
    }

    /// A telephone number: a mobile, or an area code and a landline.
    static let phone = Shape.scalar(
        .text(
            Phrase(zh: "电话号码", en: "a telephone number"), example: "010-00000001", writing: .phone)
    ) {
        node, context in
        let text = node.text
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let allDigits = parts.allSatisfy { $0.allSatisfy { (0x30...0x39).contains($0) } }
        let isMobile = parts.count == 1 && parts[0].count == 11 && parts[0].first == UInt8(ascii: "1")
        let isLandline =
            parts.count == 2 && parts[0].first == UInt8(ascii: "0") && (3...4).contains(parts[0].count)
            && (7...8).contains(parts[1].count)
        guard allDigits, isMobile || isLandline else {
            context.report(
                .wrongPhone, Phrase(zh: "“\(text)”不是电话号码", en: "'\(text)' is no telephone number"),
                at: node.span,
                help: Phrase(
                    zh: "写成 \"010-00000001\" 或 11 位手机号，加引号",
                    en: "write \"010-00000001\" or an 11-digit mobile number, in quotes"))
            return nil
        }
        return text
    }

    /// Six digits of GB/T 2260.
    static let districtCode = coded(
        Phrase(zh: "行政区划代码", en: "a district code"), example: "\"110102\"", writing: .districtCode,
        help: Phrase(zh: "六位数字，加引号", en: "six digits, in quotes")
    ) { $0.count == 6 && $0.allSatisfy { (0x30...0x39).contains($0) } }

    /// A letter and two to four digits of GB/T 4754.
    static let industryCode = coded(
        Phrase(zh: "行业代码", en: "an industry code"), example: "C2319", writing: .industryCode,
        help: Phrase(
            zh: "GB/T 4754：门类字母加二至四位数字，前两位（大类）须属该门类，如 C 为 13–43",
            en:
                "GB/T 4754: the section's letter and two to four digits, the first two (division) within that section, such as 13–43 for C"
        )
    ) { IndustryCode.isOne($0, digits: 2...4) }

    /// A beginning of such codes: `C` for all manufacturing, `C23` for printing.
    static let industryBeginning = coded(
        Phrase(zh: "行业代码或其开头", en: "an industry code or its beginning"), example: "C23",
        writing: .industryBeginning,
        help: Phrase(zh: "如 C、C23 或 C2319", en: "such as C, C23 or C2319")
    ) { IndustryCode.isOne($0, digits: 0...4) }

    private static func coded(
        _ what: Phrase, example: String, writing: Writing, help: Phrase,
        isRight: @escaping @Sendable ([UInt8]) -> Bool
    ) -> Shape {
        .scalar(.text(what, example: example, writing: writing)) { node, context in
            let text = node.text
            guard isRight(Array(text.utf8)) else {
                context.report(
                    .wrongCode,
                    Phrase(zh: "“\(text)”不是\(what.chinese)", en: "'\(text)' is not \(what.english)"),
                    at: node.span, help: help)
                return nil
            }
            return text
        }
    }

    /// A unified social credit code with its check character (GB 32100-2015).
    static let creditCode = Shape.scalar(
        .text(
            Phrase(zh: "统一社会信用代码", en: "a unified social credit code"), example: "91110102EXAMP0011X",
            writing: .creditCode)
    ) { node, context in
        let text = node.text
        let numbers = text.utf8.compactMap { creditCodeAlphabet.firstIndex(of: $0) }
        guard text.utf8.count == 18, numbers.count == 18 else {
            context.report(
                .wrongCreditCode,
                Phrase(
                    zh: "“\(text)”不是统一社会信用代码", en: "'\(text)' is no unified social credit code"),
                at: node.span,
                help: Phrase(
                    zh: "应为 18 位数字和大写字母，不用 I、O、S、V、Z",
                    en: "expected 18 digits and capital letters without I, O, S, V, Z"))
            return nil
        }
        var sum = 0
        var weight = 1
        for number in numbers.dropLast() {
            sum += number * weight
            weight = weight * 3 % 31
        }
        let right = Character(Unicode.Scalar(creditCodeAlphabet[(31 - sum % 31) % 31]))
        guard text.last == right else {
            let last = SourcePosition(line: node.span.end.line, column: node.span.end.column)
            context.report(
                .wrongCreditCode,
                Phrase(
                    zh: "“\(text)”的校验位不对，前 17 位算出的是“\(right)”",
                    en: "the check character of '\(text)' is wrong: its first 17 give '\(right)'"),
                at: SourceSpan(file: node.span.file, start: node.span.start, end: last),
                help: Phrase(
                    zh: "对照营业执照逐位核对", en: "compare it with the business licence character by character"))
            return nil
        }
        return text
    }
}

/// What stands for 0…30 in a credit code: letters that look like digits are left out.
private let creditCodeAlphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

extension Shape where Value == Bool {
    static let flag = Shape.scalar(.flag) { node, context in
        let text = node.text
        switch text {
        case "true", "是": return true
        case "false", "否": return false
        default:
            reportWrongType(node, expecting: .flag, context)
            return nil
        }
    }
}

extension Shape {
    /// The name of a thing, by which other places refer to it.
    static func identifier<Owner>(_ owner: Owner.Type = Owner.self, example: String) -> Shape
    where Value == Located<Identifier<Owner>> {
        Shape<String>.words(Phrase(zh: "编号或名称", en: "an id or a name"), example: example)
            .map { Identifier<Owner>($0) }.located()
    }

    /// One of a few words, by value or by Chinese title.
    static func choice(_ names: [(Value, ChoiceName)]) -> Shape where Value: Sendable {
        let form = Form.choice(named: Form.Name(of: Value.self), names.map(\.1))
        return .scalar(form) { node, context in
            let text = node.text
            // By all values first: comparing with Chinese takes several times as long.
            let found = names.first { $0.1.value == text } ?? names.first { $0.1.title == text }
            if let found { return found.0 }
            let near = Nearest.name(to: text, among: names.flatMap { [$0.1.value, $0.1.title] })
            let expected = form.expectation
            context.report(
                .unknownValue,
                Phrase(zh: "“\(text)”不在可选之列", en: "'\(text)' is not one of the words known here"),
                at: node.span,
                help: near.map { Phrase(zh: "是不是“\($0)”？", en: "did you mean '\($0)'?") }
                    ?? Phrase(zh: "应为\(expected.chinese)", en: "expected \(expected.english)"))
            return nil
        }
    }

    /// A choice among the cases of an enumeration.
    static func choice(_ type: Value.Type, titles: (Value) -> String) -> Shape
    where Value: CaseIterable & RawRepresentable & Sendable, Value.RawValue == String {
        .choice(Value.allCases.map { ($0, ChoiceName(value: $0.rawValue, title: titles($0))) })
    }
}

extension Shape where Value == AlertLevel {
    static let level = choice(AlertLevel.self) { $0.title.chinese }
}

extension Shape where Value == Set<AlertLevel> {
    static let levels = Shape<AlertLevel>.level.list().map { Set($0) }
}

extension Shape where Value == Pollutant {
    static let pollutant = choice(Pollutant.self) { $0.title.chinese }
}

extension Shape where Value == Sector {
    static let sector = choice(Sector.self) { $0.title.chinese }
}

extension Shape where Value == Certainty {
    static let certainty = choice(Certainty.self) { $0.title.chinese }
}

extension Shape where Value == OperatingStatus {
    static let status = choice(OperatingStatus.self) { $0.title.chinese }
}
