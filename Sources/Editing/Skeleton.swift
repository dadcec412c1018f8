import Diagnostics
import PlanReading

/// A commented beginning of a plan, grown from the declarations of its keys: what must be filled in stands there
/// empty, what may be left out is a comment.
struct Skeleton {
    /// What is filled in already, by the key's English name; top level only.
    let filled: [String: String]
    private(set) var lines: [String] = []
    /// Records that were shown with all they may have; a second time the required keys are enough.
    private var shown: Set<ObjectIdentifier> = []

    /// Where the comments behind keys begin, from 0.
    private static let commentColumn = 40

    /// The keys of a record.
    static func record(_ fields: [FieldDeclaration], filled: [String: String]) -> [String] {
        var skeleton = Skeleton(filled: filled)
        skeleton.add(fields, indent: 0, isTop: true)
        return skeleton.lines
    }

    /// One entry of a list of records.
    static func item(_ fields: [FieldDeclaration], filled: [String: String], indent: Int) -> [String] {
        var skeleton = Skeleton(filled: filled)
        skeleton.addItem(fields, indent: indent, isTop: true)
        return skeleton.lines
    }

    private init(filled: [String: String]) {
        self.filled = filled
    }

    private mutating func add(_ fields: [FieldDeclaration], indent: Int, isTop: Bool = false) {
        let isNew = fields.first.map { shown.insert(ObjectIdentifier($0)).inserted } ?? false
        for field in fields {
            if isTop, let value = filled[field.english] {
                lines.append("\(String.spaces(indent))\(field.english): \(value)")
            } else if field.isRequired {
                add(field, indent: indent)
            } else if isNew {
                addLine(
                    "\(String.spaces(indent))# \(field.english): \(field.form.sample)",
                    comment: field.chinese)
            }
        }
    }

    /// A key that has to be filled in.
    private mutating func add(_ field: FieldDeclaration, indent: Int) {
        addLine("\(String.spaces(indent))\(field.english):", comment: field.form.hint(for: field.chinese))
        switch field.form {
        case .record(_, let fields): add(fields, indent: indent + 2)
        case .list(.record(_, let fields)): addItem(fields, indent: indent + 2)
        default: break
        }
    }

    /// An entry of a list; its first key is to be filled in even where another may stand in its stead.
    private mutating func addItem(_ fields: [FieldDeclaration], indent: Int, isTop: Bool = false) {
        guard let first = fields.first else { return }
        let start = lines.count
        if isTop || first.isRequired {
            add(fields, indent: indent + 2, isTop: isTop)
        } else {
            add(first, indent: indent + 2)
            add(Array(fields.dropFirst()), indent: indent + 2)
        }
        lines[start].replaceSubrange(
            ..<lines[start].index(lines[start].startIndex, offsetBy: indent + 2), with: .spaces(indent) + "- "
        )
    }

    private mutating func addLine(_ text: String, comment: String) {
        // Chinese characters take two columns on a screen.
        let width = text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
        lines.append(text + .spaces(max(2, Self.commentColumn - width)) + "# " + comment)
    }
}

extension Form {
    /// A value of this form in one line.
    fileprivate var sample: String {
        switch self {
        case .text(_, let example, _): example
        case .flag: "true"
        case .choice(_, let names): names.first?.value ?? ""
        case .list(let item): "[\(item.sample)]"
        case .record(_, let fields):
            "{"
                + fields.enumerated().filter { $0.offset == 0 || $0.element.isRequired }
                .map { "\($0.element.english): \($0.element.form.sample)" }.joined(separator: ", ") + "}"
        }
    }

    /// What stands behind a key that is to be filled in: its title, and how its value is written.
    fileprivate func hint(for title: String) -> String {
        switch self {
        case .text(_, let example, _): example == "示例" ? title : "\(title)，如 \(example)"
        case .flag: "\(title)：true 或 false"
        case .choice(_, let names):
            "\(title)："
                + names.map { $0.value == $0.title ? $0.value : "\($0.value) \($0.title)" }
                .joined(separator: "、")
        case .list(.record), .record: title
        case .list: "\(title)，如 \(sample)"
        }
    }
}

extension String {
    /// The text as a YAML value: plain where that reads back as it is, else in quotes.
    var asYAML: String {
        let isPlain =
            unicodeScalars.allSatisfy { scalar in
                scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                    || "（）()·.-—_".unicodeScalars.contains(scalar)
            } && unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false
            && !["true", "false", "null", "yes", "no", "on", "off"].contains(lowercased())
        guard !isPlain else { return self }
        return "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
