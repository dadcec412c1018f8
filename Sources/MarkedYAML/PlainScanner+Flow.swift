// MARK: - Mappings and sequences in brackets

extension PlainScanner {
    /// Reading stands at the opening bracket, afterwards behind the closing one; lines may end in between.
    mutating func flowCollection() throws(NotPlain) {
        let isMapping = peek() == .openBrace
        let closing: UInt8 = isMapping ? .closeBrace : .closeBracket
        let container = try open(isMapping ? .mapping : .sequence, at: place)
        repeat {
            // Behind the opening bracket, or behind a comma.
            at += 1
            try toNextToken()
            if peek() == closing { break }
            if isMapping { try flowKey() }
            try flowNode()
            try toNextToken()
        } while peek() == .comma
        guard peek() == closing else { throw NotPlain() }
        at += 1
        output.close(container, at: place)
    }

    private mutating func flowKey() throws(NotPlain) {
        let start = at
        let key = try scalar(inFlow: true)
        while peek() == .space { at += 1 }
        guard peek() == .colon, isBlankOrEnd(peek(1)) else { throw NotPlain() }
        try checkKeyLength(from: start)
        output.append(key)
        at += 1
        try toNextToken()
    }

    private mutating func flowNode() throws(NotPlain) {
        if peek() == .openBracket || peek() == .openBrace {
            try flowCollection()
        } else {
            output.append(try scalar(inFlow: true))
        }
    }
}
