import Diagnostics
import PlanModel
package import Responding

extension ResponseReview {
    /// The review as Markdown, to go on writing from.
    /// - Parameters:
    ///   - district: Its name.
    ///   - lines: What the plans became meanwhile; nil where nothing more is known than the record tells.
    package func markdown(of district: String, planChanges lines: [String]?) -> String {
        var text = "# \(MarkdownText.escaped(district))空气重污染响应总结评估\n\n\(MarkdownText.escaped(standing))\n"
        let numbers = ["一", "二", "三", "四", "五", "六", "七"]
        for (number, section) in zip(numbers, sections) {
            text += "\n## \(number)、\(section.title)\n"
            for table in section.tables {
                if !table.title.isEmpty { text += "\n### \(MarkdownText.escaped(table.title))\n" }
                text += "\n" + MarkdownText.table(table.heads, table.rows)
            }
            for note in section.notes { text += "\n\(MarkdownText.escaped(note))\n" }
        }
        text += "\n## 六、期间计划变更\n\n" + (lines ?? planNotes).map { "- \(MarkdownText.escaped($0))\n" }.joined()
        return text + "\n## 七、问题和改进\n\n" + Self.open.map { "- \($0)\n" }.joined()
    }

    /// Which plans the events stood on, as the record tells.
    package var planNotes: [String] {
        let changes = zip(record.events, record.events.dropFirst()).filter {
            $0.plans.contentHash != $1.plans.contentHash
        }
        guard !changes.isEmpty else {
            return ["计划没有变（\(record.last.plans.contentHash.prefix(19))……）。"]
        }
        return changes.map { before, after in
            "第 \(before.number) 条到第 \(after.number) 条之间有改动：\(before.plans.shortText) → \(after.plans.shortText)"
        }
    }
}
