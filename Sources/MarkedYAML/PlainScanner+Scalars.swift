// MARK: - Scalars of one line

extension PlainScanner {
    /// Reads a scalar with or without quotes; afterwards reading stands behind it, or at what ended it.
    mutating func scalar(inFlow: Bool) throws(NotPlain) -> RecordWriter.Scalar {
        switch peek() {
        case .doubleQuote: return try doubleQuoted()
        case .singleQuote: return try singleQuoted()
        case let first where canStartPlain(first): return try plain(inFlow: inFlow)
        default: throw NotPlain()
        }
    }

    private func canStartPlain(_ first: UInt8) -> Bool {
        switch first {
        // A minus or a dash before a word; `---` and `- ` mean other things.
        case .dash: peek(1) >= 0x80 || isLetterOrDigit(peek(1))
        // `...` ends a document.
        case .dot: column > 0
        case .space, .tab, .lineFeed, .carriageReturn, 0: false
        case .question, .colon, .comma, .openBracket, .closeBracket, .openBrace, .closeBrace, .hash: false
        case .ampersand, .asterisk, .exclamation, .bar, .greater, .percent, .at, .backtick: false
        default: true
        }
    }

    private func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    private mutating func plain(inFlow: Bool) throws(NotPlain) -> RecordWriter.Scalar {
        let start = place
        let first = at
        at = try endOfPlain(inFlow: inFlow)
        var stop = at
        // Spaces before what ends the scalar are none of it.
        while byte(at: stop - 1) == .space { stop -= 1 }
        let offset = output.arenaCount
        output.append(stretch(first..<stop))
        let end = Place(line: line, column: stop - lineStart)
        return output.scalar(textAt: offset, isPlain: true, from: start, to: end)
    }

    /// Where the line ends, or a comment, a colon or a bracket ends the scalar.
    private mutating func endOfPlain(inFlow: Bool) throws(NotPlain) -> Int {
        var index = at
        while index < end {
            let byte = byte(at: index)
            switch byte {
            case 0x80...0xBF:
                lineStart += 1
            case .lineFeed, .carriageReturn:
                return index
            case .colon:
                let next = self.byte(at: index + 1)
                if isBlankOrEnd(next) { return index }
                guard next != .tab, !inFlow || !isNotableInFlow(next) else { throw NotPlain() }
            case .hash:
                if self.byte(at: index - 1) == .space { return index }
            case .tab:
                throw NotPlain()
            default:
                if inFlow, isNotableInFlow(byte) {
                    guard byte != .question else { throw NotPlain() }
                    return index
                }
            }
            index += 1
        }
        return index
    }

    private func isNotableInFlow(_ byte: UInt8) -> Bool {
        switch byte {
        case .comma, .openBracket, .closeBracket, .openBrace, .closeBrace, .question: true
        default: false
        }
    }

    private mutating func singleQuoted() throws(NotPlain) -> RecordWriter.Scalar {
        let start = place
        let offset = output.arenaCount
        repeat {
            // Behind the opening quote, or behind the second of two that are one in the text.
            at += 1
            try appendText(upTo: .singleQuote, or: .singleQuote)
            at += 1
            if peek() == .singleQuote { output.append(.singleQuote) }
        } while peek() == .singleQuote
        return output.scalar(textAt: offset, isPlain: false, from: start, to: place)
    }

    private mutating func doubleQuoted() throws(NotPlain) -> RecordWriter.Scalar {
        let start = place
        let offset = output.arenaCount
        at += 1
        while true {
            try appendText(upTo: .doubleQuote, or: .backslash)
            at += 1
            if byte(at: at - 1) == .doubleQuote { break }
            output.append(try escaped(peek()))
            at += 1
        }
        return output.scalar(textAt: offset, isPlain: false, from: start, to: place)
    }

    /// The escapes that people type; the others are left to libyaml.
    private func escaped(_ letter: UInt8) throws(NotPlain) -> UInt8 {
        switch letter {
        case .doubleQuote, .backslash: letter
        case UInt8(ascii: "n"): .lineFeed
        case UInt8(ascii: "t"): .tab
        default: throw NotPlain()
        }
    }

    /// The text inside quotes up to one of two bytes goes to the arena; it must come before the line ends.
    private mutating func appendText(upTo stop: UInt8, or otherStop: UInt8) throws(NotPlain) {
        var index = at
        var continuations = 0
        while true {
            let byte = byte(at: index)
            if byte == stop || byte == otherStop { break }
            guard byte >= .space || byte == .tab else { throw NotPlain() }
            if byte >= 0x80, byte < 0xC0 { continuations += 1 }
            index += 1
        }
        output.append(stretch(at..<index))
        at = index
        lineStart += continuations
    }

    private func stretch(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: text[range])
    }
}
