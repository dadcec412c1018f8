/// A place in a text; line and column both count from 1, the column in Unicode scalars.
package struct SourcePosition: Sendable, Hashable, Comparable {
    // Positions are kept with nearly every value of a plan; no file has as many lines as 32 bits count.
    private let lineNumber: UInt32
    private let columnNumber: UInt32

    package var line: Int { Int(lineNumber) }
    package var column: Int { Int(columnNumber) }

    package init(line: Int, column: Int) {
        lineNumber = UInt32(clamping: line)
        columnNumber = UInt32(clamping: column)
    }

    package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.lineNumber, left.columnNumber) < (right.lineNumber, right.columnNumber)
    }
}

/// A stretch of a file, from its first character up to but not including `end`.
package struct SourceSpan: Sendable {
    package let file: SourceFile
    package let start: SourcePosition
    package let end: SourcePosition

    package init(file: SourceFile, start: SourcePosition, end: SourcePosition) {
        self.file = file
        self.start = start
        self.end = max(start, end)
    }

    /// The first character of a file, for faults that concern all of it.
    package init(wholeOf file: SourceFile) {
        let first = SourcePosition(line: 1, column: 1)
        self.init(file: file, start: first, end: first)
    }

    /// `path:line:column`, as editors and terminals make it clickable.
    package var location: String {
        "\(file.path):\(start.line):\(start.column)"
    }
}

/// A value and the place in the plan where it was said.
package struct Located<Value: Sendable>: Sendable {
    package let value: Value
    package let place: SourceSpan

    // Inlinable, since otherwise the type is looked up anew for each of some million values.
    @inlinable
    package init(_ value: Value, at place: SourceSpan) {
        self.value = value
        self.place = place
    }
}
