/// A place in a text; line and column both count from 1, the column in Unicode scalars.
package struct SourcePosition: Sendable, Hashable, Comparable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
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

    package init(_ value: Value, at place: SourceSpan) {
        self.value = value
        self.place = place
    }
}
