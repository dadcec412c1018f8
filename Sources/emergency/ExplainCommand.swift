import ArgumentParser
import Diagnostics
import Explaining
import PlanReading
import Printing

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: Terminal.shared.say("说明一条检查规则：为什么、怎么改、例子。", "Explain a rule: why, what to do, an example."),
        discussion: Terminal.shared.say(
            "规则名是每个错误后面方括号里的词。不写规则名就列出全部规则。例：emergency explain level-loosens",
            "A rule's name stands in brackets behind every finding. Without a name, all rules are listed. Example: emergency explain level-loosens"
        ))

    @Argument(
        help: ArgumentHelp(Terminal.shared.say("规则名。", "The rule's name."), valueName: "rule"),
        completion: .list(RuleID.allCases.map(\.rawValue)))
    var rule: String?

    @OptionGroup var language: LanguageOptions

    func run() throws {
        let terminal = Terminal.shared
        guard let rule else {
            try terminal.put(RulePages.all.map(listed).joined())
            return
        }
        guard let id = RuleID(rawValue: rule), let page = RulePages.page(of: id) else {
            let near = Nearest.name(to: rule, among: RuleID.allCases.map(\.rawValue))
            throw ValidationError(
                terminal.say("没有规则“\(rule)”。", "There is no rule '\(rule)'. ")
                    + (near.map { terminal.say("是不是 \($0)？", "Did you mean \($0)?") }
                        ?? terminal.say("全部规则：emergency explain", "All rules: emergency explain")))
        }
        try terminal.put(text(of: page))
    }

    private func listed(_ page: RulePage) -> String {
        let style = Terminal.shared.outputStyle
        let first = style.say(page.text).prefix { $0 != "\n" }
        return style.paint(page.rule.rawValue, .bold) + "\n" + WrappedText.of(first, indent: 4)
    }

    private func text(of page: RulePage) -> String {
        let style = Terminal.shared.outputStyle
        var text =
            style.paint(page.rule.rawValue, .bold) + "\n\n"
            + WrappedText.of(style.say(page.text).replacing("\n", with: "\n\n"))
        for example in page.examples {
            text += "\n" + style.paint(example.path, .quiet) + "\n"
            text += example.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
                "    \($0)\n"
            }.joined()
        }
        return text + (page.examples.isEmpty ? "" : "\n" + style.say(page.output))
    }
}
