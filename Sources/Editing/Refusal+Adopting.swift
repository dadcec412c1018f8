import Diagnostics
import MarkedYAML
import PlanModel

/// Why options are not put into a list.
extension Refusal {
    static func unread(_ file: SourceFile) -> Refusal {
        Refusal(
            message: Phrase(
                zh: "\(file.path) 读不成一厂一策，没有改动",
                en: "\(file.path) does not read as an enterprise's plan; it was left as it is"),
            help: Phrase(zh: "先运行 emergency check", en: "run emergency check first"))
    }

    static func noOption(at place: SourceSpan) -> Refusal {
        Refusal(
            message: Phrase(
                zh: "\(place.location) 处没有备用措施，文件读取后可能改过，没有改动",
                en:
                    "no reserve option stands at \(place.location), maybe the file has changed since; it was left as it is"
            ),
            help: Phrase(zh: "再运行一次", en: "run the command again"))
    }

    static func noList(of level: AlertLevel, _ file: SourceFile) -> Refusal {
        Refusal(
            message: Phrase(
                zh: "\(file.path) 的 measures（措施）下找不到 \(level.rawValue)（\(level.title.chinese)）的列表，没有改动",
                en:
                    "no one list '\(level.rawValue)' stands below 'measures' in \(file.path); it was left as it is"
            ),
            help: Phrase(
                zh: "写一次“\(level.rawValue): []”，不用合并键 <<",
                en: "write '\(level.rawValue): []' once, without the merge key '<<'"))
    }

    static func alias(_ node: YAMLNode, of level: AlertLevel) -> Refusal {
        Refusal(
            message: Phrase(
                zh: "\(node.span.location) 用别名写\(level.title.chinese)措施，改这里会连带改别处，没有改动",
                en:
                    "the \(level.title.english) measures are an alias at \(node.span.location): a change would reach other places; nothing was written"
            ),
            help: inFull(level))
    }

    static func anchor(_ node: YAMLNode, of level: AlertLevel, usedAt alias: YAMLNode) -> Refusal {
        let line = alias.span.start.line
        return Refusal(
            message: Phrase(
                zh: "\(node.span.location) 的\(level.title.chinese)措施在第 \(line) 行以别名引用，改这里会连带改那里，没有改动",
                en:
                    "the \(level.title.english) measures at \(node.span.location) are referred to in line \(line), which a change would reach; nothing was written"
            ),
            help: inFull(level))
    }

    private static func inFull(_ level: AlertLevel) -> Phrase {
        Phrase(
            zh: "把各级措施逐条写全，如“- {line: L1, action: stop}”，不用 & 和 *",
            en:
                "write every level's measures out in full, as in '- {line: L1, action: stop}', without '&' and '*'"
        )
    }

    static func notUnderstood(_ node: YAMLNode, of level: AlertLevel) -> Refusal {
        Refusal(
            message: Phrase(
                zh: "\(node.span.location) 的\(level.title.chinese)措施有错，没有改动",
                en:
                    "the \(level.title.english) measure at \(node.span.location) has a fault; nothing was written"
            ),
            help: Phrase(zh: "先运行 emergency check", en: "run emergency check first"))
    }

    static func unusual(_ list: YAMLNode, of level: AlertLevel) -> Refusal {
        Refusal(
            message: Phrase(
                zh: "\(list.span.location) 的\(level.title.chinese)措施或备用措施写法少见，没有改动",
                en:
                    "the \(level.title.english) measures at \(list.span.location), or the options for them, are written in an unusual way; nothing was written"
            ),
            help: inLines)
    }

    /// The change has been made and does not stand the proof.
    static func unproved(_ level: AlertLevel, _ file: SourceFile) -> Refusal {
        Refusal(
            message: Phrase(
                zh: "\(file.path) 的\(level.title.chinese)措施写法少见，不能保证别处一字不动，没有改动",
                en:
                    "the \(level.title.english) measures in \(file.path) are written in an unusual way; it was left as it is rather than risk a word of it"
            ),
            help: inLines)
    }

    private static var inLines: Phrase {
        Phrase(
            zh: "把措施和备用措施各写成一行，如“- {line: L1, action: stop}”",
            en: "write each measure and each option in one line, as in '- {line: L1, action: stop}'")
    }
}
