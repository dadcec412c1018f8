internal import CCheckPages
package import Diagnostics

/// The pages of docs/checks.md, as the program carries them.
package enum RulePages {
    /// In the order of the document. A heading that names no rule is left out.
    package static let all: [RulePage] = pages(in: text)

    /// The document itself.
    package static var text: String {
        var length = 0
        guard let start = emergency_check_pages(&length) else { return "" }
        return String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
    }

    package static func page(of rule: RuleID) -> RulePage? { all.first { $0.rule == rule } }

    /// Reads a document: each rule under a heading `### rule-id`, Chinese as plain paragraphs, English as quotes,
    /// the examples and what is said of them in fenced blocks.
    ///
    /// An example's block is opened by "yaml PATH", with `whole` behind it when it is all of the file, and with
    /// `bytes` when `\xNN` in it stands for a byte; those of one page are applied together.
    package static func pages(in document: String) -> [RulePage] {
        var pages: [RulePage] = []
        var page: PageInTheMaking?
        func finish() { if let page { pages.append(page.finished) } }
        for line in document.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("#"), page?.fence == nil {
                finish()
                let name = line.drop { $0 == "#" || $0 == " " }
                page = line.hasPrefix("### ") ? RuleID(rawValue: String(name)).map(PageInTheMaking.init) : nil
            } else {
                page?.take(line)
            }
        }
        finish()
        return pages
    }
}

/// One page while its lines are read.
private struct PageInTheMaking {
    private let rule: RuleID
    private var chinese: [String] = []
    private var english: [String] = []
    private var blocks: [(info: String, text: String)] = []
    /// What stands behind the opening fence, while a block is open.
    private(set) var fence: String?

    init(_ rule: RuleID) {
        self.rule = rule
    }

    mutating func take(_ line: Substring) {
        if fence != nil {
            if line == "```" {
                fence = nil
            } else {
                blocks[blocks.count - 1].text += line + "\n"
            }
        } else if line.hasPrefix("```") {
            let info = String(line.dropFirst(3))
            fence = info
            blocks.append((info, ""))
        } else if line.hasPrefix(">") {
            english.append(String(line.dropFirst(line.hasPrefix("> ") ? 2 : 1)))
        } else if !line.isEmpty {
            chinese.append(String(line))
        }
    }

    var finished: RulePage {
        RulePage(
            rule: rule,
            text: Phrase(zh: chinese.joined(separator: "\n"), en: english.joined(separator: "\n")),
            examples: blocks.compactMap(example), output: Phrase(zh: block("zh"), en: block("en")))
    }

    private func example(_ block: (info: String, text: String)) -> RulePage.Example? {
        let words = block.info.split(separator: " ")
        guard words.count > 1, words[0] == "yaml" else { return nil }
        return RulePage.Example(
            path: String(words[1]), isWhole: words.dropFirst(2).contains("whole"),
            hasEscapes: words.dropFirst(2).contains("bytes"), text: block.text)
    }

    private func block(_ info: String) -> String { blocks.first { $0.info == info }?.text ?? "" }
}
