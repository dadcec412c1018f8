import Diagnostics
import MarkedYAML
import PlanModel
import PlanReading

/// An enterprise's file with its tree, to find lists and reserve options in; good only inside `open`.
struct EnterpriseText {
    /// As it is stored.
    let file: SourceFile
    let text: PlanText
    let root: YAMLNode
    private static let form = PlanFileKind.enterprise.form

    static func open<Result>(
        _ file: SourceFile, _ body: (EnterpriseText) throws(Refusal) -> Result
    ) throws(Refusal) -> Result {
        let plain = SourceFile(path: file.path, bytes: file.withPlainLineEnds)
        guard let tree = try? YAMLReader.read(plain) else { throw .unread(file) }
        let result: Swift.Result<Result, Refusal> = tree.withRoot { root in
            guard let root, root.kind == .mapping, PlanFileKind(of: root) == .enterprise else {
                return .failure(.unread(file))
            }
            do throws(Refusal) {
                let text = PlanText(plain.bytes, root: root)
                return .success(try body(EnterpriseText(file: file, text: text, root: root)))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    // MARK: - Lists

    /// A level's list, and the keys on the way to it.
    struct List {
        /// The mapping of the levels, behind `measures`.
        let levels: YAMLNode
        /// The level's own key.
        let key: YAMLNode
        let node: YAMLNode
        let items: [YAMLNode]
        /// What the entries say, one each.
        let measures: [EnterpriseMeasure]

        /// Where the entries stand that a measure takes the place of when it is adopted.
        func places(replacedBy measure: EnterpriseMeasure) -> [Int] {
            measures.indices.filter { measure.target.replaces(measures[$0].target) }
        }
    }

    /// The list of a level that can be changed without changing anything else.
    func list(at level: AlertLevel) throws(Refusal) -> List {
        guard let (_, levels) = pair("measures", in: root, Self.form),
            let (key, node) = pair(level.rawValue, in: levels, Self.form.field("measures")?.form),
            node.kind == .sequence
        else { throw .noList(of: level, file) }
        for shared in [root, levels, node] {
            if shared.isAlias { throw .alias(shared, of: level) }
            if let alias = alias(to: shared.number..<shared.number + 1) {
                throw .anchor(shared, of: level, usedAt: alias)
            }
        }
        let items = Array(node.items)
        var measures: [EnterpriseMeasure] = []
        for item in items {
            guard let measure = EnterpriseMeasure(entry: item) else { throw .notUnderstood(item, of: level) }
            measures.append(measure)
        }
        return List(levels: levels, key: key, node: node, items: items, measures: measures)
    }

    /// An entry that may be changed or taken away: no other place says the same by referring to it.
    func requireOwn(_ entry: YAMLNode, of level: AlertLevel) throws(Refusal) {
        if entry.isAlias { throw .alias(entry, of: level) }
        if let alias = alias(to: entry.numbers) { throw .anchor(entry, of: level, usedAt: alias) }
    }

    /// The first alias that stands for one of these nodes.
    private func alias(to numbers: Range<Int32>) -> YAMLNode? {
        root.numbers.lazy.map(root.inSameTree).first { $0.aliased.map(numbers.contains) ?? false }
    }

    /// The one entry of a mapping with a declared key, under either of its names.
    private func pair(_ name: String, in node: YAMLNode, _ form: Form?) -> (key: YAMLNode, value: YAMLNode)? {
        guard let field = form?.field(name), !node.pairs.contains(where: { $0.key.equals("<<") }) else {
            return nil
        }
        let found = node.pairs.filter { $0.key.text == field.english || $0.key.text == field.chinese }
        return found.count == 1 ? found[0] : nil
    }

    // MARK: - Reserve options

    /// Where a reserve option stands, whatever else in the file is changed.
    struct OptionPlace {
        let level: AlertLevel
        /// In the level's list, from 0.
        let index: Int
    }

    /// The option that begins at a place.
    func optionPlace(_ place: SourceSpan) throws(Refusal) -> OptionPlace {
        for level in AlertLevel.allCases {
            if let index = options(at: level).firstIndex(where: { $0.span.start == place.start }) {
                return OptionPlace(level: level, index: index)
            }
        }
        throw .noOption(at: place)
    }

    /// A reserve option as it is written, and what it would do.
    struct Option {
        let node: YAMLNode
        let measure: EnterpriseMeasure
        /// Its `cost`; nil where it says none.
        let cost: YAMLNode?
    }

    func option(_ place: OptionPlace) throws(Refusal) -> Option {
        let node = options(at: place.level)[place.index]
        guard let measure = EnterpriseMeasure(option: node) else {
            throw .notUnderstood(node, of: place.level)
        }
        let form = (Self.form.field("reserve")?.form.field(place.level.rawValue)?.form).item
        let written = node.aliased.map(root.inSameTree) ?? node
        return Option(node: written, measure: measure, cost: pair("cost", in: written, form)?.key)
    }

    private func options(at level: AlertLevel) -> [YAMLNode] {
        pair("reserve", in: root, Self.form)
            .flatMap { pair(level.rawValue, in: $0.value, Self.form.field("reserve")?.form) }
            .map { Array($0.value.items) } ?? []
    }
}
