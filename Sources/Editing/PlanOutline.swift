package import Diagnostics
import MarkedYAML
package import PlanReading

/// The names in a plan folder, read loosely: also from files that have faults, as those have that are being filled in.
package struct PlanOutline: Sendable {
    /// What one file says of itself.
    package struct File: Sendable {
        package let file: SourceFile
        package let kind: PlanFileKind
        /// The sub-district it belongs to, where it says so.
        package let subDistrict: String?
        /// Of the file itself and of the entries of its list.
        let ids: [ID]
    }

    struct ID: Sendable {
        let text: String
        /// The kind of the entry that has it, as sources have one.
        let kind: String?
    }

    package let files: [File]
    /// The sub-districts that the district names, in its order.
    package let subDistricts: [String]

    /// - Parameter files: In path order; those that are no YAML or of no known kind are passed over.
    package init(_ files: [SourceFile]) {
        var subDistricts: [String] = []
        self.files = files.compactMap { file in
            guard let tree = try? YAMLReader.read(file) else { return nil }
            return tree.withRoot { root in
                guard let root, let kind = PlanFileKind(of: root) else { return nil }
                if kind == .district {
                    subDistricts += root.value(of: "subDistricts", in: kind.form)?.items.map(\.text) ?? []
                }
                return Self.file(file, kind, root)
            }
        }
        self.subDistricts = subDistricts
    }

    private static func file(_ file: SourceFile, _ kind: PlanFileKind, _ root: YAMLNode) -> File {
        let form = kind.form
        let entries = kind.list.flatMap { root.value(of: $0, in: form) }.map { Array($0.items) } ?? []
        let entryForm = kind.list.flatMap { form.field($0)?.form }.item
        let ids =
            [ID(text: root.value(of: "id", in: form)?.text ?? "", kind: nil)]
            + entries.map { entry in
                ID(
                    text: entry.value(of: "id", in: entryForm)?.text ?? "",
                    kind: entry.value(of: "kind", in: entryForm)?.text)
            }
        let key = kind == .subDistrict ? "name" : "subDistrict"
        return File(
            file: file, kind: kind, subDistrict: root.value(of: key, in: form)?.text,
            ids: ids.filter { !$0.text.isEmpty })
    }

    /// The first file of a kind that belongs to a sub-district.
    package func file(_ kind: PlanFileKind, of subDistrict: String) -> File? {
        files.first { $0.kind == kind && $0.subDistrict == subDistrict }
    }

    /// Whether a thing of the same kind has this id already.
    package func hasID(_ id: String, _ kind: PlanFileKind) -> Bool {
        ids(kind).contains(id)
    }

    /// The id that comes next after those of the sub-district: its most frequent beginning, the number counted up.
    /// - Parameter sort: The kind of source; those of the same kind are looked at first.
    /// - Returns: nil where no id there ends in a number.
    package func nextID(_ kind: PlanFileKind, of subDistrict: String, sort: String? = nil) -> String? {
        let known = files.filter { $0.kind == kind && $0.subDistrict == subDistrict }.flatMap(\.ids)
        let alike = known.filter { sort != nil && $0.kind == sort }.compactMap { NumberedID($0.text) }
        let patterns = alike.isEmpty ? known.compactMap { NumberedID($0.text) } : alike
        var counts: [String: Int] = [:]
        for pattern in patterns { counts[pattern.prefix, default: 0] += 1 }
        guard let most = counts.values.max(),
            let first = patterns.first(where: { counts[$0.prefix] == most })
        else { return nil }
        let taken = Set(ids(kind))
        var next = patterns.filter { $0.prefix == first.prefix }.max { $0.number < $1.number } ?? first
        repeat { next = next.next } while taken.contains(next.text)
        return next.text
    }

    /// Ids are unique among sources wherever they are listed, among enterprises, and among people.
    private func ids(_ kind: PlanFileKind) -> [String] {
        let kinds: Set<PlanFileKind> = kind == .subDistrict ? [.subDistrict, .district] : [kind]
        return files.filter { kinds.contains($0.kind) }.flatMap(\.ids).map(\.text)
    }
}

/// An id that ends in digits: `XC-YT-003`.
private struct NumberedID {
    let prefix: String
    let number: Int
    /// How many digits it is written with, zeros before it included.
    let digits: Int

    init?(_ text: String) {
        let tail = text.reversed().prefix { $0.isASCII && $0.isNumber }
        guard tail.count < text.count, let number = Int(String(tail.reversed())), tail.count <= 9 else {
            return nil
        }
        self.init(prefix: String(text.dropLast(tail.count)), number: number, digits: tail.count)
    }

    private init(prefix: String, number: Int, digits: Int) {
        (self.prefix, self.number, self.digits) = (prefix, number, digits)
    }

    var next: NumberedID { NumberedID(prefix: prefix, number: number + 1, digits: digits) }

    var text: String {
        let shown = String(number)
        return prefix + String(repeating: "0", count: max(0, digits - shown.count)) + shown
    }
}

extension PlanFileKind {
    /// The key of the list whose entries have ids.
    var list: String? {
        switch self {
        case .subDistrict, .district: "sources"
        case .people: "people"
        case .measures: "measures"
        case .patrol, .duty, .holidays, .enterprise, .ratings, .targets, .grading, .airQuality, .exemptions:
            nil
        }
    }
}

extension Form {
    /// The declaration of a key by its English name.
    func field(_ name: String) -> FieldDeclaration? {
        guard case .record(_, let fields) = self else { return nil }
        return fields.first { $0.english == name }
    }
}

extension YAMLNode {
    /// The value of a key that is declared with this English name, under either of its names.
    func value(of name: String, in form: Form?) -> YAMLNode? {
        guard let field = form?.field(name) else { return nil }
        return pairs.first { $0.key.text == field.english || $0.key.text == field.chinese }?.value
    }
}
