import Diagnostics
import MarkedYAML
import PlanReading

/// What `emergency new` writes: a file of its own, or an entry at the end of a list.
package enum NewPlan {
    /// A file's text with an entry more.
    package struct Addition: Sendable {
        package let bytes: [UInt8]
        /// Where the entry begins, from 1.
        package let line: Int
    }

    /// The text of a new enterprise's file, everything to be filled in but what is known.
    /// - Parameter path: Where it is going to be.
    package static func enterprise(id: String?, name: String, subDistrict: String, path: String)
        throws(Refusal) -> [UInt8]
    {
        guard case .record(_, let fields) = PlanFileKind.enterprise.form else {
            preconditionFailure("an enterprise is a record")
        }
        let known = [
            "kind": PlanFileKind.enterprise.rawValue, "id": id, "name": name, "subDistrict": subDistrict,
        ]
        .compactMapValues { $0 }
        let head = "# 填好空着的值；要用的可选键去掉开头的“#”；填完运行 emergency check"
        let lines = [head] + Skeleton.record(fields, filled: known.mapValues(\.asYAML))
        let file = SourceFile(path: path, bytes: Array(lines.map { $0 + "\n" }.joined().utf8))
        let says = (try? YAMLReader.read(file))?.withRoot { root in
            known.allSatisfy { root?.value(of: $0.key, in: PlanFileKind.enterprise.form)?.text == $0.value }
        }
        guard says == true else {
            throw Refusal(
                message: Phrase(
                    zh: "“\(name)”写进文件后读不回原样，没有写",
                    en: "'\(name)' would not read back as it is; nothing was written"),
                help: nil)
        }
        return file.bytes
    }

    /// A file with one entry more at the end of its list; all else stays to the letter.
    /// - Parameter filled: What is known of the entry, by the keys' English names.
    package static func adding(_ filled: [String: String], to file: PlanOutline.File) throws(Refusal)
        -> Addition
    {
        guard let list = file.kind.list, let field = file.kind.form.field(list),
            case .list(.record(_, let fields)) = field.form
        else { preconditionFailure("only kinds with a list of records are added to") }
        let filled = filled.mapValues(\.asYAML)
        let unusual = Refusal(
            message: Phrase(
                zh: "\(file.file.path) 的 \(list)（\(field.chinese)）不是逐行写的列表，没有改动",
                en: "'\(list)' in \(file.file.path) is no list in lines; the file was left as it is"),
            help: Phrase(
                zh: "改成每项一行、以“- ”开头的列表",
                en: "write it as a list whose items begin with '- ' on lines of their own"))
        guard let tree = try? YAMLReader.read(file.file) else { throw unusual }
        let written: Addition? = tree.withRoot { root in
            guard let root,
                let insertion = ListInsertion(file.file, root, list: root.value(of: list, in: file.kind.form))
            else { return nil }
            let lines = Skeleton.item(fields, filled: filled, indent: insertion.indent)
            let bytes = insertion.text(with: lines)
            let result = SourceFile(path: file.file.path, bytes: bytes)
            return isGrown(root, result, list: list, form: file.kind.form)
                ? Addition(bytes: bytes, line: insertion.line) : nil
        }
        guard let written else { throw unusual }
        return written
    }

    /// Whether a file says what it said, with one entry more in one list.
    private static func isGrown(_ root: YAMLNode, _ new: SourceFile, list: String, form: Form) -> Bool {
        guard let tree = try? YAMLReader.read(new) else { return false }
        return tree.withRoot { other in
            guard let other else { return false }
            let (old, new) = (Array(root.pairs), Array(other.pairs))
            guard old.count == new.count else { return false }
            let grown = root.value(of: list, in: form)?.number
            var trees = TreeComparison()
            for (one, two) in zip(old, new) {
                guard trees.areSame(one.key, two.key) else { return false }
                if one.value.number == grown {
                    let items = (Array(one.value.items), Array(two.value.items))
                    guard items.1.count == items.0.count + 1 else { return false }
                    for (item, partner) in zip(items.0, items.1) where !trees.areSame(item, partner) {
                        return false
                    }
                } else if !trees.areSame(one.value, two.value) {
                    return false
                }
            }
            return true
        }
    }
}
