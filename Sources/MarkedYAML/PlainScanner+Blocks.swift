// MARK: - Mappings and sequences by indentation

extension PlainScanner {
    /// A node where a block may begin, that is, at the start of a line or behind a `-`. Afterwards reading stands
    /// at the next token, on a later line; whoever called decides by its column whether it may stand there.
    mutating func blockNode() throws(NotPlain) {
        if isAtEntry {
            return try blockSequence(at: column, inMapping: false)
        }
        if isAtFlow {
            try flowCollection()
            return try toNextLine()
        }
        let start = at
        let scalar = try scalar(inFlow: false)
        if try isKey(from: start) {
            try blockMapping(firstKey: scalar)
        } else {
            output.append(scalar)
            // A plain scalar that goes on in a deeper line ends up with whoever called, who takes no deeper token.
            try toNextLine()
        }
    }

    /// Reading stands at the first key's colon.
    private mutating func blockMapping(firstKey: RecordWriter.Scalar) throws(NotPlain) {
        let column = Int(firstKey.start.column)
        let container = try open(.mapping, at: firstKey.start)
        output.append(firstKey)
        while true {
            at += 1
            try blockValue(below: column)
            guard try continues(at: column) else { break }
            let start = at
            let key = try scalar(inFlow: false)
            guard try isKey(from: start) else { throw NotPlain() }
            output.append(key)
        }
        output.close(container)
    }

    /// What stands behind a key's colon, in its line or below.
    private mutating func blockValue(below keyColumn: Int) throws(NotPlain) {
        let (colonLine, behindColon) = (line, place)
        try toNextToken()
        if at < end, line == colonLine {
            try valueInLine()
        } else if at < end, column > keyColumn {
            try blockNode()
        } else if column == keyColumn, isAtEntry {
            try blockSequence(at: column, inMapping: true)
        } else {
            output.appendNothing(at: behindColon)
        }
    }

    /// Behind a colon no block begins.
    private mutating func valueInLine() throws(NotPlain) {
        if isAtFlow {
            try flowCollection()
        } else {
            output.append(try scalar(inFlow: false))
        }
        try toNextLine()
    }

    /// - Parameter inMapping: Whether the entries stand as far to the left as the keys of the mapping around them.
    private mutating func blockSequence(at column: Int, inMapping: Bool) throws(NotPlain) {
        let container = try open(.sequence, at: place)
        repeat {
            at += 1
            let (dashLine, behindDash) = (line, place)
            try toNextToken()
            if at < end, line == dashLine || self.column > column {
                try blockNode()
            } else {
                output.appendNothing(at: behindDash)
            }
            guard try continues(at: column) else { break }
            guard isAtEntry || inMapping else { throw NotPlain() }
        } while isAtEntry
        output.close(container)
    }

    /// - Returns: The container's index.
    mutating func open(_ kind: YAMLRecord.Kind, at start: Place) throws(NotPlain) -> Int {
        guard output.depth < YAMLReader.deepest else { throw NotPlain() }
        return output.open(kind, at: start)
    }

    /// Whether the block in this column goes on with the next token.
    private func continues(at column: Int) throws(NotPlain) -> Bool {
        guard at < end, self.column >= column else { return false }
        guard self.column == column else { throw NotPlain() }
        return true
    }

    /// Whether the scalar just read is a key; reading then stands at its colon.
    private mutating func isKey(from start: Int) throws(NotPlain) -> Bool {
        while peek() == .space { at += 1 }
        guard peek() == .colon, isBlankOrEnd(peek(1)) else { return false }
        try checkKeyLength(from: start)
        return true
    }

    /// libyaml takes no key above 1024 characters.
    func checkKeyLength(from start: Int) throws(NotPlain) {
        guard at - start < 1000 else { throw NotPlain() }
    }

    private var isAtEntry: Bool { peek() == .dash && isBlankOrEnd(peek(1)) }

    private var isAtFlow: Bool { peek() == .openBracket || peek() == .openBrace }

    /// A tab is none: it is left to libyaml.
    func isBlankOrEnd(_ byte: UInt8) -> Bool {
        byte == .space || byte == .lineFeed || byte == .carriageReturn || byte == 0
    }
}
