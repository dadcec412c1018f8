package import Diagnostics

extension YAMLTree {
    /// What reads well here and not elsewhere: words that other readers take for numbers or truth values, and
    /// characters that nobody sees.
    package var warnings: [Diagnostic] {
        records.withUnsafeBufferPointer { records in
            arena.withUnsafeBufferPointer { arena in
                var found: [Diagnostic] = []
                var dropped = 0
                func add(_ finding: @autoclosure () -> Diagnostic) {
                    if found.count < Self.mostWarnings { found.append(finding()) } else { dropped += 1 }
                }
                for record in records where record.kind == .scalar {
                    let text = UnsafeBufferPointer(
                        rebasing: arena[Int(record.text)..<Int(record.text + record.length)])
                    if record.isPlain, let meaning = OtherMeaning(text) {
                        add(ambiguous(record, text, meaning))
                    }
                    if scan.hasInvisible, let value = Self.invisible(in: text) {
                        add(invisible(record, value))
                    }
                }
                return dropped == 0 ? found : found + [notListed(dropped)]
            }
        }
    }

    /// A file with more of them is hostile or no plan at all; the rest is counted, not listed.
    private static let mostWarnings = 1000

    private func notListed(_ count: Int) -> Diagnostic {
        Diagnostic(
            .tooManyFaults,
            Phrase(zh: "本文件另有 \(count) 个警告没有列出", en: "\(count) more warnings of this file are not listed"),
            severity: .warning, at: SourceSpan(wholeOf: file))
    }

    private func ambiguous(_ record: YAMLRecord, _ text: UnsafeBufferPointer<UInt8>, _ meaning: OtherMeaning)
        -> Diagnostic
    {
        let word = String(decoding: text, as: UTF8.self)
        return Diagnostic(
            .ambiguousScalar,
            Phrase(
                zh: "没有引号的“\(word)”在别的 YAML 程序里是\(meaning.phrase.chinese)",
                en: "'\(word)' without quotes is \(meaning.phrase.english) to other YAML readers"),
            severity: .warning, at: record.span(in: file),
            help: Phrase(zh: "写成 \"\(word)\"", en: "write \"\(word)\""))
    }

    private func invisible(_ record: YAMLRecord, _ value: UInt32) -> Diagnostic {
        let digits = String(value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return Diagnostic(
            .invisibleCharacter,
            Phrase(
                zh: "这里面有看不见的字符 \(name)", en: "the invisible character \(name) stands in this text"),
            severity: .warning, at: record.span(in: file),
            help: Phrase(
                zh: "多半是粘贴带来的；整个词重打一遍", en: "it mostly comes with pasting; type the word anew"))
    }

    /// The first character that takes no room, or only looks like a space.
    private static func invisible(in text: UnsafeBufferPointer<UInt8>) -> UInt32? {
        String(decoding: text, as: UTF8.self).unicodeScalars.first { scalar in
            switch scalar.value {
            case 0xA0, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
            default: false
            }
        }?.value
    }
}

/// What a plain scalar is to readers of YAML 1.1, or to those that keep numbers as binary fractions.
private enum OtherMeaning {
    case truth
    case sexagesimal
    case leadingZero
    case exponent
    case longNumber

    /// Decides by the first byte in nearly all cases.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard let first = text.first else { return nil }
        switch first {
        case 0x59, 0x79, 0x4E, 0x6E, 0x4F, 0x6F:
            guard text.count <= 3, Self.truths.contains(where: { text.elementsEqual($0) }) else { return nil }
            self = .truth
        case 0x30...0x39:
            guard let number = Self.number(text) else { return nil }
            self = number
        default:
            return nil
        }
    }

    private static let truths: [[UInt8]] = [
        "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF",
    ].map { Array($0.utf8) }

    private static func number(_ text: UnsafeBufferPointer<UInt8>) -> OtherMeaning? {
        var digits = 0
        while digits < text.count, (0x30...0x39).contains(text[digits]) { digits += 1 }
        if digits == text.count {
            return digits > 1 && text[0] == 0x30 ? .leadingZero : digits > 15 ? .longNumber : nil
        }
        let rest = text[digits...]
        func areDigits(_ some: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
            !some.isEmpty && some.allSatisfy { (0x30...0x39).contains($0) }
        }
        switch rest.first {
        case 0x3A:
            // 22:30 is 1350 to base sixty; 08:00 is not, since such numbers do not begin with a nought.
            let minutes = rest.dropFirst()
            let isMinutes = (1...2).contains(minutes.count) && areDigits(minutes)
            return text[0] != 0x30 && isMinutes && (minutes.count == 1 || minutes[minutes.startIndex] < 0x36)
                ? .sexagesimal : nil
        case 0x45, 0x65:
            return areDigits(rest.dropFirst()) ? .exponent : nil
        default:
            return nil
        }
    }

    var phrase: Phrase {
        switch self {
        case .truth: Phrase(zh: "真假值", en: "true or false")
        case .sexagesimal: Phrase(zh: "六十进制的数", en: "a number to base sixty")
        case .leadingZero:
            Phrase(zh: "丢掉前面零的数或八进制数", en: "a number without its leading nought, or an octal one")
        case .exponent: Phrase(zh: "科学计数法的数", en: "a number with an exponent")
        case .longNumber: Phrase(zh: "会丢末几位的数", en: "a number that loses its last digits")
        }
    }
}
