import Activating
package import Diagnostics
import PlanModel
import PlanReading

extension PlanComparison {
    /// A comment for a pull request. Its first line marks it, so that the next one can take its place; GitHub takes no
    /// more than 65,536 characters, so that a very long list is cut, and says so.
    package func markdown(in language: Language) -> String {
        let style = TextStyle(language: language, usesColor: false)
        func say(_ phrase: Phrase) -> String { MarkdownText.escaped(style.say(phrase)) }
        var text = "<!-- emergency diff -->\n### " + style.say("计划改动", "Changes of the plans") + "\n\n"
        text += faultsMarkdown(in: style)
        text += consequences(in: style).map { "- \($0)\n" }.joined() + "\n"
        text += "**" + say(tallyPhrase) + "**\n\n"
        text += changesMarkdown(in: style)
        return text + (remainder + [sidesPhrase]).map { "<sub>\(say($0))</sub><br>\n" }.joined()
    }

    /// What the listed changes may take, of the characters that a comment can have.
    private static let most = 48_000

    private func consequences(in style: TextStyle) -> [String] {
        var lines = verdict.map { [MarkdownText.escaped(style.say($0))] } ?? []
        for balance in shownBalances {
            for pollutant in balance.pollutants {
                let mark = balance.isWorse(pollutant) ? "❌ " : balance.isBetter(pollutant) ? "✅ " : ""
                let sentence = MarkdownText.escaped(style.say(balance.sentence(on: pollutant)))
                lines.append(mark.isEmpty ? sentence : "\(mark)**\(sentence)**")
            }
            if let pool = balance.poolSentence { lines.append(MarkdownText.escaped(style.say(pool))) }
        }
        return lines + basisChanges.map { MarkdownText.escaped(style.say($0)) }
    }

    private func faultsMarkdown(in style: TextStyle) -> String {
        var text = ""
        for (sentence, errors) in faults {
            text += "⚠️ **\(MarkdownText.escaped(style.say(sentence)))**\n\n"
            text += errors.prefix(Self.mostErrors).map {
                "- \(MarkdownText.escaped($0.line(in: style).shortened))\n"
            }.joined()
            if errors.count > Self.mostErrors { text += "- …\n" }
            text += "\n"
        }
        guard !changes.notCompared.isEmpty else { return text }
        text +=
            "⚠️ **" + style.say("读不懂、没有比较的文件：", "Files that cannot be read and are not compared:") + "**\n\n"
        return text
            + changes.notCompared.prefix(Self.mostErrors).map { "- \(MarkdownText.escaped($0))\n" }.joined()
            + "\n"
    }

    private func changesMarkdown(in style: TextStyle) -> String {
        var text = ""
        var length = 0
        var listed = 0
        let all = changes.changes
        for (place, some) in all.bySubDistrict {
            let head = "#### " + MarkdownText.escaped(place ?? style.say("全区", "the district")) + "\n\n"
            var body = ""
            for change in some {
                let entry = markdown(of: change, in: style)
                guard length + entry.unicodeScalars.count <= Self.most else { break }
                length += entry.unicodeScalars.count
                listed += 1
                body += entry
            }
            if !body.isEmpty { text += head + body + "\n" }
        }
        guard listed < all.count else { return text }
        let left = all.count - listed
        return text
            + style.say(
                "……另有 \(left) 处太长没有列出，完整的用 `emergency diff` 看\n\n",
                "… \(left) more are not listed; `emergency diff` shows all\n\n")
    }

    private func markdown(of change: PlanChange, in style: TextStyle) -> String {
        let title = MarkdownText.escaped(style.say(change.title).shortened)
        let nature = change.nature == .changed ? "" : style.say(change.nature.title) + " "
        var text = "- \(nature)\(title)"
        if change.nature != .changed {
            text += placeMarkdown(change.place, change.nature == .removed, in: style)
        }
        text += "\n"
        for field in change.fields {
            let course = field.course { Phrase(zh: $0.chinese.shortened, en: $0.english.shortened) }
            text += "  - " + MarkdownText.escaped(style.say(field.name)) + style.say("：", ": ")
            text += MarkdownText.escaped(style.say(course))
            text += placeMarkdown(field.place, field.after == nil, in: style) + "\n"
        }
        return text
    }

    private func placeMarkdown(_ place: SourceSpan?, _ isGone: Bool, in style: TextStyle) -> String {
        guard let place else { return "" }
        let time = isGone ? style.say("（改前）", " (before)") : ""
        return " <sub>\(MarkdownText.escaped(place.line))\(time)</sub>"
    }
}
