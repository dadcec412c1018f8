/// Text in lines that fit a terminal. Chinese is broken anywhere except where a line would begin with closing
/// punctuation or end with opening punctuation, everything else at spaces only.
package enum WrappedText {
    /// Columns of a terminal that nobody has made wider.
    package static let width = 80

    /// The text's lines, each broken as often as needed; all of them end with a line break.
    /// - Parameter indent: Columns of space before every line, counted in the width.
    package static func of(_ text: some StringProtocol, width: Int = width, indent: Int = 0) -> String {
        let margin = String(repeating: " ", count: indent)
        return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
            lines(of: String(paragraph), width: width - indent)
        }.map { ($0.isEmpty ? "" : margin + $0) + "\n" }.joined()
    }

    private static func lines(of paragraph: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var room = width
        for piece in pieces(of: paragraph) {
            let columns = DisplayWidth.of(piece.text)
            let gap = line.isEmpty ? 0 : piece.spaces
            if !line.isEmpty, gap + columns > room {
                lines.append(line)
                (line, room) = (piece.text, width - columns)
            } else {
                line += String(repeating: " ", count: gap) + piece.text
                room -= gap + columns
            }
        }
        return lines + [line]
    }

    /// What may not be broken, and how many spaces stand before it.
    private struct Piece {
        var text: String
        let spaces: Int
    }

    private static func pieces(of paragraph: String) -> [Piece] {
        var pieces: [Piece] = []
        var spaces = 0
        var last: Character?
        for character in paragraph {
            if character == " " {
                spaces += 1
            } else if let last, spaces == 0, isBound(last, character) {
                pieces[pieces.count - 1].text.append(character)
            } else {
                pieces.append(Piece(text: String(character), spaces: spaces))
                spaces = 0
            }
            last = character == " " ? nil : character
        }
        return pieces
    }

    /// Whether no line may end between two characters that have no space between them.
    private static func isBound(_ one: Character, _ other: Character) -> Bool {
        closing.contains(other) || opening.contains(one) || !(isChinese(one) || isChinese(other))
    }

    /// Curly quotes take one column, and yet belong to Chinese text.
    private static func isChinese(_ character: Character) -> Bool {
        DisplayWidth.of(String(character)) == 2 || opening.contains(character) || closing.contains(character)
    }

    private static let opening = Set("（“‘《〈「『【〔［｛")
    private static let closing = Set("，。、；：？！）”’》〉」』】〕］｝…—％·～")
}
