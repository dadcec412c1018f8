package import Diagnostics
import MarkedYAML
import PlanReading

/// Puts plan files into canonical form: keys in the order of their declarations, one way of spacing,
/// and every comment where it was.
package enum PlanFormatting {
    /// What came of a file.
    package enum Outcome: Sendable {
        /// It is in canonical form already.
        case canonical
        /// Its text in canonical form.
        case rewritten(bytes: [UInt8])
        /// It has to stay as it is, and why.
        case leftAlone(Diagnostic)
    }

    /// Formats a file; the text that comes out says what the old one said, or there is none.
    package static func format(_ file: SourceFile) -> Outcome {
        do throws(YAMLFault) {
            let tree = try YAMLReader.read(file)
            return tree.withRoot { root in
                guard let root, root.kind == .mapping, !root.isAlias else {
                    return .leftAlone(notAPlan(file))
                }
                return format(file, root)
            }
        } catch {
            return .leftAlone(error.diagnostic)
        }
    }

    private static func format(_ file: SourceFile, _ root: YAMLNode) -> Outcome {
        // Where moving entries would change what an alias means, spacing alone is better than nothing.
        for reorders in [true, false] {
            guard let bytes = written(file, reorders: reorders) else { continue }
            if bytes == file.bytes { return .canonical }
            let result = SourceFile(path: file.path, bytes: bytes)
            let isSame = SameMeaning.holds(between: file, root, and: result)
            // A form that changes again when it is formatted would never let a hook pass.
            if isSame, written(result, reorders: reorders) == bytes { return .rewritten(bytes: bytes) }
        }
        return .leftAlone(
            Diagnostic(
                .notRewritten,
                Phrase(
                    zh: "这个文件的写法少见，规范时不能保证一字不差，没有改动",
                    en:
                        "this file is written in an unusual way; it was left as it is rather than risk a word of it"
                ),
                at: SourceSpan(wholeOf: file),
                help: Phrase(
                    zh: "文件末尾补一个换行再试", en: "end the file with a line break and try again")))
    }

    /// The text in canonical form, not yet proved to mean the same.
    private static func written(_ file: SourceFile, reorders: Bool) -> [UInt8]? {
        let plain = SourceFile(path: file.path, bytes: file.withPlainLineEnds)
        guard let tree = try? YAMLReader.read(plain) else { return nil }
        return tree.withRoot { root in
            guard let root else { return nil }
            let text = PlanText(plain.bytes, root: root)
            let order = KeyOrder(root, isOn: reorders)
            let form = PlanFileKind(of: root)?.form
            return Array(BlockWriter.write(text, root, form, order: order).utf8)
        }
    }

    private static func notAPlan(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            .notAPlan,
            Phrase(
                zh: "文件不是一组“键: 值”，没有改动", en: "the file is no mapping of keys and values; it was left as it is"
            ),
            at: SourceSpan(wholeOf: file))
    }
}

extension PlanFileKind {
    /// What the word behind `kind` says, in either language.
    init?(of root: YAMLNode) {
        guard let word = root.pairs.first(where: { $0.key.equals("kind") || $0.key.equals("类型") })?.value,
            let kind = Self.allCases.first(where: { [$0.rawValue, $0.title].contains(word.text) })
        else { return nil }
        self = kind
    }
}
