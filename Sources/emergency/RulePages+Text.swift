import Diagnostics
import Explaining
import Printing

extension RulePages {
    /// Every rule with the beginning of its page.
    static var list: String {
        let style = Terminal.shared.outputStyle
        return all.map { page in
            let first = style.say(page.text).prefix { $0 != "\n" }
            return style.paint(page.rule.rawValue, .bold) + "\n" + WrappedText.of(first, indent: 4)
        }.joined()
    }
}

extension RulePage {
    /// The page with its examples and what `check` says of them.
    func text(in style: TextStyle) -> String {
        var text =
            style.paint(rule.rawValue, .bold) + "\n\n"
            + WrappedText.of(style.say(self.text).replacing("\n", with: "\n\n"))
        for example in examples {
            text += "\n" + style.paint(example.path, .quiet) + "\n"
            text += example.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
                "    \($0)\n"
            }.joined()
        }
        return text + (examples.isEmpty ? "" : "\n" + style.say(output))
    }
}
