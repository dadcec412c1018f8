/// The lines of a text that is being written, comments apart from what stands before them.
struct LineBuffer {
    private struct Line {
        let text: String
        let comment: Comment?
        /// Its white space is content: the line is inside a value of several lines.
        let isContent: Bool

        var isBlank: Bool { text.isEmpty && comment == nil && !isContent }
        var width: Int { text.unicodeScalars.count }
    }

    /// A comment behind something, and the column where it stood, from 0.
    struct Comment {
        let text: String
        let column: Int
    }

    private var lines: [Line] = []

    /// At least so many spaces stand before a comment.
    private static let distance = 2

    mutating func add(_ text: String, comment: Comment? = nil, isContent: Bool = false) {
        let line = Line(text: text, comment: comment, isContent: isContent)
        if line.isBlank, lines.last?.isBlank ?? true { return }
        lines.append(line)
    }

    /// Where the buffer stands, to come back to when what follows cannot be written.
    var count: Int { lines.count }

    mutating func removeAll(from count: Int) {
        lines.removeSubrange(count...)
    }

    /// The whole text, with one line break at its end.
    var text: String {
        var text = ""
        var run: [Line] = []
        func flush() {
            // Comments of neighbouring lines move together, so that what stood in one column still does.
            let missing = run.map { $0.width + Self.distance - ($0.comment?.column ?? 0) }.max() ?? 0
            for line in run {
                guard let comment = line.comment else { continue }
                text +=
                    line.text + .spaces(comment.column + max(0, missing) - line.width) + comment.text + "\n"
            }
            run = []
        }
        for line in lines.reversed().drop(while: \.isBlank).reversed() {
            if line.comment != nil {
                run.append(line)
            } else {
                flush()
                text += line.text + "\n"
            }
        }
        flush()
        return text
    }
}
