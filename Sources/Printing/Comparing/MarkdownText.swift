/// GitHub's Markdown in the making: whatever comes from plans is text in it, never markup, mention, reference or link.
enum MarkdownText {
    /// Text of any origin, in one line.
    static func escaped(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in harmless(text).unicodeScalars {
            switch scalar {
            case "&", "<", ">", "|", "`", "*", "_", "[", "]", "\\", "~", "$", "!", "\"", "'":
                out.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
            // A reference to a character would still make a mention, an issue or an address: these look alike and do not.
            case "@": out.append("＠")
            case "#": out.append("＃")
            default: out.append(scalar)
            }
        }
        return String(out).replacing("://", with: "：//").replacing("www.", with: "www．")
            .replacing("WWW.", with: "WWW．")
    }
}
